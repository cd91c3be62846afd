import React, { useContext, useMemo, useRef, useState } from 'react';
import type { PanelView } from '../../../display/view';
import { strings } from '../strings';
import { useStyles } from '../theme/useStyles';
import { noMarks, type Marks } from '../rows/marks';
import { FoldsContext, memoryFolds, scopedFolds } from '../rows/folds';
import { shareView } from '../rows/share';
import { foundIn } from './foundIn';
import { RowTools } from './RowTools';
import { Section } from './Section';
import { useActiveRow } from './useActiveRow';
import { useSeen } from './useSeen';
import { useWide } from './useWide';

export interface PanelProps {
  view: PanelView;
  /** Accessible name of the panel. */
  label?: string;
  /** Ids of values that changed since the agent last looked. */
  marks?: Marks;
  /** Gets the ids of changed rows once the agent has seen them. Keep it the same function. */
  onSeen?: (ids: string[]) => void;
  /** Shows only what matches. */
  query?: string;
}

const nobody = (): void => undefined;

/**
 * A panel of facts: draws a view model and decides nothing. Stands alone inside a Paste theme; folds and reveals come
 * through contexts with defaults.
 */
export function Panel({
  view,
  label = strings.contextTab,
  marks = noMarks,
  onSeen = nobody,
  query = '',
}: PanelProps): React.ReactElement {
  const theme = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const wide = useWide(element);
  useSeen(element, marks, onSeen);
  const drawn = useRef<PanelView>();
  drawn.current = useMemo(() => shareView(drawn.current, view), [view]);
  const shared = drawn.current;
  const found = foundIn(shared, query);
  const remembered = useContext(FoldsContext);
  const searching = query.trim() !== '';
  // What a search finds is unfolded, and folding it then says nothing about later.
  const folds = useMemo(
    () => (searching ? memoryFolds() : scopedFolds(remembered, view.source)),
    [searching, remembered, view.source],
  );
  const { active, handlers } = useActiveRow();
  const [announcement, setAnnouncement] = useState('');
  return (
    // The panel is one stop of the Tab key, from where arrow keys move between rows.
    <div
      ref={element}
      className={`cc-panel ${theme}${wide ? ' cc-wide' : ''}`}
      role="group"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      {...handlers}
    >
      <FoldsContext.Provider value={folds}>
        {found.sections.map((section) => (
          <Section key={section.id} section={section} marks={marks} />
        ))}
      </FoldsContext.Provider>
      {active?.element.isConnected === true && (
        <RowTools key={active.row.id} row={active.row} at={active.element} announce={setAnnouncement} />
      )}
      <span className="cc-hidden" role="status">
        {announcement}
      </span>
    </div>
  );
}
