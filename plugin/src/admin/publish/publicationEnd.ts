import type { PublicationState } from '../../../../editor/publication';
import type { PublicationEnd } from '../contract';
import { editorStrings as strings } from '../strings';

/** How a publication came to its end, for who does not look at the editor; undefined while it has not. */
export function publicationEnd(state: PublicationState): PublicationEnd | undefined {
  switch (state.status) {
    case 'live':
      return { status: 'live', revision: state.revision, overwrote: state.overwrote };
    case 'superseded':
      return { status: 'live', revision: state.revision, overwrote: false };
    case 'failed':
      return { status: 'failed', reason: state.failure.message };
    case 'overwritten':
      return { status: 'failed', reason: strings.overwritten(state.revision) };
    case 'refused':
      return { status: 'failed', reason: strings.refused };
    case 'idle':
    case 'running':
      return undefined;
  }
}
