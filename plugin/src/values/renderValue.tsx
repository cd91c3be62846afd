import React from 'react';
import type { DisplayValue, Kind, TagItem } from '../../../display/value';
import { strings } from '../strings';
import { adorn } from './adorn';
import { Image } from './Image';
import { LongText } from './LongText';
import { Masked } from './Masked';
import { ValueIcon } from './ValueIcon';

/** What a value needs to know of the row that it stands in. */
export interface Place {
  /** Pointer of the row. */
  id: string;
  label: string;
  /** Draws the rows of an object inside a value. */
  rows: (value: Extract<DisplayValue, { kind: 'group' }>, place: Place) => React.ReactNode;
}

/** Draws one kind. Plain functions, not components: most values are a string in a cell, and a component costs more than that. */
type Renderer<K extends Kind> = (value: Extract<DisplayValue, { kind: K }>, place: Place) => React.ReactNode;

function more(count: number): React.ReactNode {
  return count > 0 ? <span className="cc-weak">{strings.moreItems(count)}</span> : null;
}

function badge(item: TagItem): React.ReactElement {
  return (
    <span className={`cc-badge cc-tone-${item.tone ?? 'neutral'}`}>
      {item.icon !== undefined && <ValueIcon icon={item.icon} />}
      <span>{item.text}</span>
    </span>
  );
}

const MANY_LINES = 4;

const renderers: { readonly [K in Kind]: Renderer<K> } = {
  text: (value) => (value.long === true ? <LongText text={value.text} /> : value.text),
  number: (value) => value.text,
  boolean: (value) => value.text,
  badge: (value) => badge(value),
  time: (value) => (
    <>
      <time dateTime={value.iso}>{value.text}</time>
      {value.exact !== undefined && value.exact !== value.text && <span className="cc-small">{value.exact}</span>}
    </>
  ),
  // The address is drawn around the text, like the link of any other value.
  link: (value) => value.text,
  tags: (value) => (
    <ul className="cc-tags">
      {value.items.map((item, index) => (
        <li key={index}>{badge(item)}</li>
      ))}
      {value.more > 0 && <li>{more(value.more)}</li>}
    </ul>
  ),
  rating: (value) => {
    const full = Math.max(0, Math.min(Math.round(value.value), value.max));
    return (
      <>
        <span className="cc-stars" aria-hidden="true">
          {'★'.repeat(full)}
          {'☆'.repeat(Math.max(0, value.max - full))}
        </span>
        {value.text}
      </>
    );
  },
  list: (value, place) => (
    <ul className="cc-list">
      {value.items.map((item, index) => (
        <li key={index}>{renderValue(item, { ...place, id: `${place.id}/${index}` })}</li>
      ))}
      {value.more > 0 && <li>{more(value.more)}</li>}
    </ul>
  ),
  table: (value, place) => (
    <>
      {/* A table that is wider than the panel scrolls in itself; the keyboard scrolls it once it has focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="cc-scroll" role="region" aria-label={place.label} tabIndex={0}>
        <table className="cc-table">
          <thead>
            <tr>
              {value.columns.map((column) => (
                <th key={column.key} scope="col" title={column.key}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, column) => (
                  <td key={column}>
                    {renderValue(cell, { ...place, id: `${place.id}/${row}/${value.columns[column]?.key ?? column}` })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more(value.more)}
    </>
  ),
  group: (value, place) => place.rows(value, place),
  json: (value) =>
    value.text.split('\n', MANY_LINES + 1).length > MANY_LINES ? (
      <LongText text={value.text} className="cc-pre" />
    ) : (
      <pre className="cc-pre">{value.text}</pre>
    ),
  image: (value) => (
    <>
      <Image src={value.src} text={value.text} width={value.width} height={value.height} />
      <span className="cc-block">{value.host}</span>
    </>
  ),
  empty: (value) => <span className="cc-empty">{value.text}</span>,
  missing: (value) => <span className="cc-weak">{value.text}</span>,
  masked: (value, place) =>
    value.reveal ? <Masked id={place.id} label={place.label} text={value.text} /> : value.text,
};

/** A value as React draws it. Decides nothing: kind, text, tone and link come from the engine. */
export function renderValue(value: DisplayValue, place: Place): React.ReactNode {
  return adorn(value, (renderers[value.kind] as Renderer<Kind>)(value, place));
}
