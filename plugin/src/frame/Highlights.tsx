import React, { memo } from 'react';
import type { HighlightView, RowView } from '../../../display/view';
import type { HighlightRoom } from './highlightRoom';
import { strings } from '../strings';
import { useStyles } from '../theme/useStyles';
import { renderValue } from '../values/renderValue';
import { RevealContext, type Reveal } from '../values/reveal';

interface Props {
  highlights: readonly (HighlightView | HighlightRoom)[];
  revealFor: (source: HighlightView['source']) => Reveal | undefined;
}

const inLine = (rows: readonly RowView[]): string => rows.map((row) => `${row.label}: ${row.value.text}`).join(', ');

/** The facts above the tabs: who this is and why they are here. Wraps, never clips. */
export const Highlights = memo(function Highlights({ highlights, revealFor }: Props): React.ReactElement | null {
  const theme = useStyles();
  if (highlights.length === 0) return null;
  return (
    <dl className={`cc-highlights ${theme}`} aria-label={strings.highlights}>
      {highlights.map((highlight, index) => {
        const place = index === 0 ? 'cc-first' : '';
        if ('waiting' in highlight) {
          return (
            <div key={highlight.id} className={`cc-room ${place}`} aria-hidden="true">
              <dt />
              <dd />
            </div>
          );
        }
        const { id, source, label, value } = highlight;
        return (
          <div key={`${source}${id}`} className={place}>
            <dt>{label}</dt>
            <dd>
              <RevealContext.Provider value={revealFor(source)}>
                {renderValue(value, { id, label, rows: (group) => inLine(group.rows) })}
              </RevealContext.Provider>
            </dd>
          </div>
        );
      })}
    </dl>
  );
});
