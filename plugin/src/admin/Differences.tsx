import React from 'react';
import { difference, type Change } from '../../../editor/difference';
import type { Json } from '../../../display/json';

/** Changes in words, by place. */
export function ChangeList({ changes, none }: { changes: readonly Change[]; none: string }): React.ReactElement {
  if (changes.length === 0) return <p className="cc-help">{none}</p>;
  const places = new Map<string, Change[]>();
  for (const change of changes) places.set(change.place, [...(places.get(change.place) ?? []), change]);
  return (
    <ul className="cc-changes">
      {[...places].map(([place, found]) => (
        <li key={place}>
          {place !== '' && <strong>{place}</strong>}
          <ul>
            {found.map(({ path, sentence }) => (
              <li key={`${path} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What is different between two documents, in words. */
export function Differences({ before, after, none }: { before: Json; after: Json; none: string }): React.ReactElement {
  return <ChangeList changes={difference(before, after)} none={none} />;
}
