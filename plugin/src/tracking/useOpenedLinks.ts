import { useEffect, type RefObject } from 'react';
import type { PropertiesOf, Tracker } from './tracker';

type Opened = PropertiesOf<'Link Opened'>;

const SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'] satisfies Opened['scheme'][];
const TABS: readonly string[] = ['context', 'traits', 'events'] satisfies Opened['place'][];

/** Notes which kind of link is followed, and where in the panel. Never where to. */
export function useOpenedLinks(root: RefObject<HTMLElement>, { track }: Tracker, tab: string): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const note = (event: MouseEvent): void => {
      // The second button opens a menu, the middle one a tab.
      if (event.button > 1 || !(event.target instanceof Element)) return;
      const link = event.target.closest('a[href]');
      if (!(link instanceof HTMLAnchorElement)) return;
      const place = link.closest('.cc-highlights') === null ? tab : 'highlights';
      const scheme = link.protocol.replace(':', '');
      if (!SCHEMES.includes(scheme) || !(place === 'highlights' || TABS.includes(place))) return;
      track('Link Opened', { place, scheme } as Opened);
    };
    element.addEventListener('click', note);
    element.addEventListener('auxclick', note);
    return () => {
      element.removeEventListener('click', note);
      element.removeEventListener('auxclick', note);
    };
  }, [root, track, tab]);
}
