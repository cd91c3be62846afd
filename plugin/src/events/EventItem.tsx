import React, { memo, useState } from 'react';
import type { Environment } from '../../../display/index';
import type { EventGroup, EventRow } from '../../../display/view';
import { GroupValue } from '../rows/GroupValue';
import { Rows } from '../rows/Rows';
import { strings } from '../strings';
import { linkAttributes, safeHref } from '../values/href';
import { renderValue, type Place } from '../values/renderValue';
import { ValueIcon } from '../values/ValueIcon';
import { exactTime, timeAgo, timeOfDay } from './times';

const place = (id: string, label: string): Place => ({
  id,
  label,
  rows: (value, { label: inner }) => <GroupValue value={value} label={inner} Rows={Rows} />,
});

function EventLink({ row }: { row: EventRow }): React.ReactElement | null {
  const href = safeHref(row.href);
  if (href === undefined) return null;
  return (
    <a className="cc-link" {...linkAttributes(href)} aria-label={strings.openEvent(row.label, row.host ?? '')}>
      {row.host ?? href} ↗
    </a>
  );
}

interface EventProps {
  row: EventRow;
  env: Environment;
  /** Beside the name. */
  children?: React.ReactNode;
}

/** One event: when, what, its main property, and the others below. */
function Event({ row, env, children }: EventProps): React.ReactElement {
  const ago = timeAgo(row.at, env);
  const { id, label, primary, secondary } = row;
  return (
    <div className="cc-event">
      <span className={`cc-event-icon cc-tone-${row.tone}`} aria-hidden="true">
        <ValueIcon icon={row.icon} />
      </span>
      <time className="cc-event-time" dateTime={new Date(row.at).toISOString()} title={exactTime(row.at, env)}>
        {timeOfDay(row.at, env)}
      </time>
      <div className="cc-event-what">
        <span className="cc-event-name">{label}</span>
        {children}
        {primary !== undefined && <span className="cc-event-main">{renderValue(primary, place(`${id}:`, label))}</span>}
        {(secondary.length > 0 || row.href !== undefined) && (
          <ul className="cc-event-more">
            {secondary.map((property, index) => (
              <li key={index}>
                <span className="cc-weak">{property.label} </span>
                {renderValue(property.value, place(`${id}:${index}`, property.label))}
              </li>
            ))}
            {row.href !== undefined && (
              <li>
                <EventLink row={row} />
              </li>
            )}
          </ul>
        )}
      </div>
      {ago !== undefined && <span className="cc-event-ago">{ago}</span>}
    </div>
  );
}

/** One line of the timeline: an event, or a run of the same event that opens in place. */
export const EventItem = memo(function EventItem({ group, env }: { group: EventGroup; env: Environment }) {
  const [open, setOpen] = useState(false);
  const [newest, ...older] = group.events;
  if (newest === undefined) return null;
  const count = group.events.length;
  return (
    <li className="cc-event-item">
      <Event row={newest} env={env}>
        {older.length > 0 && (
          <button
            type="button"
            className="cc-event-repeat"
            aria-expanded={open}
            aria-label={strings.repeated(newest.label, count)}
            onClick={() => setOpen(!open)}
          >
            ×{count}
          </button>
        )}
      </Event>
      {open && (
        <ol className="cc-event-older" aria-label={strings.olderOf(newest.label)}>
          {older.map((row) => (
            <li key={row.id} className="cc-event-item">
              <Event row={row} env={env} />
            </li>
          ))}
        </ol>
      )}
    </li>
  );
});
