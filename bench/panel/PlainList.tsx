import React from 'react';
import { isObject, type Json, type JsonObject } from '../../display/json';

const textOf = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));

/** The peer: what anybody would write first. Formats nothing, folds nothing, styles nothing. */
export function PlainList({ data }: { data: JsonObject }): React.ReactElement {
  return (
    <dl>
      {Object.entries(data).map(([key, value]) => (
        <React.Fragment key={key}>
          <dt>{key}</dt>
          <dd>{isObject(value) ? <PlainList data={value} /> : textOf(value)}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}
