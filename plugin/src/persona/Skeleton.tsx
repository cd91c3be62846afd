import React from 'react';
import { strings } from '../strings';
import { usePersonaStyles } from './usePersonaStyles';
import type { PartName } from './troubleWords';

/** Room of the height of so many lines, until they are here. */
export function Skeleton({ part, lines }: { part: PartName; lines: number }): React.ReactElement {
  const theme = usePersonaStyles();
  return (
    <div className={`cc-skeleton cc-skeleton-${part} ${theme}`} role="status" aria-busy="true">
      <span className="cc-hidden">{strings.loadingPart(strings.partNames[part])}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
