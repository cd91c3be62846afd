import React, { type KeyboardEvent } from 'react';
import type { Environment } from '../../../display/index';
import type { EventDay } from '../../../display/view';
import { strings } from '../strings';
import { usePersonaStyles } from '../persona/usePersonaStyles';
import { EventItem } from './EventItem';
import { daysAgo } from './times';

/** Days before this many are laid out at once, the others when they are near the screen. */
const NEAR_DAYS = 2;
/** Height of an event, for the room kept free for a day that was never laid out. */
const EVENT_HEIGHT_PX = 48;

/** The event that an arrow key leads to. */
function next(items: readonly HTMLElement[], from: EventTarget, key: string): HTMLElement | undefined {
  const at = items.findIndex((item) => item === from);
  switch (key) {
    case 'ArrowDown':
      return items[at + 1];
    case 'ArrowUp':
      return items[at - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items[items.length - 1];
    default:
      return undefined;
  }
}

/** Events by day, newest first. One stop of the Tab key; arrow keys, Home and End move between events. */
export function Timeline({ days, env }: { days: readonly EventDay[]; env: Environment }): React.ReactElement {
  const theme = usePersonaStyles();
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return;
    // Links, buttons and tables keep their keys.
    if (target !== currentTarget && !target.classList.contains('cc-event-item')) return;
    const to = next([...currentTarget.querySelectorAll<HTMLElement>('.cc-event-item')], target, event.key);
    if (to === undefined) return;
    event.preventDefault();
    to.tabIndex = -1;
    to.focus();
  };
  return (
    // Keys move between events; what can be done with one is a button or a link in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={`cc-panel cc-events cc-timeline ${theme}`}
      role="group"
      aria-label={strings.eventsTab}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={move}
    >
      {days.map((day, index) => {
        const ago = daysAgo(day.id, env);
        const far = index >= NEAR_DAYS;
        return (
          <section
            key={day.id}
            aria-label={day.label}
            className={far ? 'cc-far' : undefined}
            style={far ? { containIntrinsicSize: `auto ${(day.groups.length + 1) * EVENT_HEIGHT_PX}px` } : undefined}
          >
            <h3 className="cc-event-day">
              {day.label}
              {ago !== undefined && <span className="cc-weak"> · {ago}</span>}
            </h3>
            <ol className="cc-event-list">
              {day.groups.map((group) => (
                <EventItem key={group.id} group={group} env={env} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
