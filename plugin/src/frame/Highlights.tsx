import React, { memo } from 'react';
import type { HighlightView, RowView } from '../../../display/view';
import { strings } from '../strings';
import { useStyles } from '../theme/useStyles';
import { renderValue } from '../values/renderValue';
import { RevealContext, type Reveal } from '../values/reveal';

interface Props {
  highlights: readonly HighlightView[];
  revealFor: (source: HighlightView['source']) => Reveal | undefined;
}

const inLine = (rows: readonly RowView[]): string => rows.map((row) => `${row.label}: ${row.value.text}`).join(', ');

/** The facts above the tabs: who this is and why they are here. Wraps, never clips. */
export const Highlights = memo(function Highlights({ highlights, revealFor }: Props): React.ReactElement | null {
  const theme = useStyles();
  if (highlights.length === 0) return null;
  return (
    <dl className={`cc-highlights ${theme}`} aria-label={strings.highlights}>
      {highlights.map(({ id, source, label, value }, index) => (
        <div key={`${source}${id}`} className={index === 0 ? 'cc-first' : undefined}>
          <dt>{label}</dt>
          <dd>
            <RevealContext.Provider value={revealFor(source)}>
              {renderValue(value, { id, label, rows: (group) => inLine(group.rows) })}
            </RevealContext.Provider>
          </dd>
        </div>
      ))}
    </dl>
  );
});
