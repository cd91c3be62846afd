import { describe, expect, it } from 'vitest';
import { compile } from '../compile';
import { eventsView } from '../events';
import { decide } from '../layout';
import { projectEvents } from '../project-events';
import type { EventGroup } from '../view';
import { environment } from './case';
import { plainSpaces } from './document';
import { eventCases } from './events.cases';
import type { SegmentEvent } from './events.cases';

/** As Segment sends it. */
const segmentEvent = ({ id, name, at, properties = {} }: SegmentEvent, index: number) => ({
  type: 'track',
  message_id: id ?? `message-${index}`,
  source_id: 'source',
  event: name,
  timestamp: at,
  properties,
  context: { ip: '203.0.113.7', userAgent: 'Mozilla/5.0' },
  external_ids: [],
});

function lineOf({ events }: EventGroup): string {
  const [event] = events;
  if (event === undefined) return 'an empty group';
  const time = new Date(event.at).toISOString().slice(11, 16);
  const count = events.length > 1 ? ` ×${events.length}` : '';
  const primary = event.primary === undefined ? '' : `: ${event.primary.text}`;
  const secondary = event.secondary.map(({ label, value }) => ` | ${label}: ${value.text}`).join('');
  return plainSpaces(`${time} ${event.label}${count}${primary}${secondary}`);
}

describe('event rules', () => {
  it.each(eventCases.map((one) => [one.it, one] as const))('%s', (_it, one) => {
    const compiled = one.document === null ? null : compile({ version: 1, ...one.document });
    const decision = decide(compiled, {});
    const sent = projectEvents(compiled, decision, one.events.map(segmentEvent));
    if (one.sends !== undefined) expect(sent.map(({ properties }) => properties)).toEqual(one.sends);
    for (const event of sent) expect(Object.keys(event).sort()).toEqual(['id', 'name', 'properties', 'timestamp']);

    const days = eventsView(compiled, { events: sent, decision, traits: { id: 7 }, env: environment });
    const lines = days.flatMap(({ label, groups }) => [`# ${label}`, ...groups.map(lineOf)]);
    if (one.sees !== undefined) expect(lines).toEqual(one.sees);
    const first = days[0]?.groups[0]?.events[0];
    if (one.href !== undefined) expect(first?.href ?? null).toBe(one.href);
    expect(projectEvents(compiled, decision, sent)).toEqual(sent);
  });

  it('never sends an address or a browser’s name of the event’s context', () => {
    const events = [{ name: 'Page Viewed', at: '2026-11-23T10:00:00Z' }].map(segmentEvent);
    for (const compiled of [null, compile({ version: 1 })]) {
      const written = JSON.stringify(projectEvents(compiled, decide(compiled, {}), events));
      expect(written).not.toContain('203.0.113.7');
      expect(written).not.toContain('Mozilla');
    }
  });

  it('leaves out what is not an event, and never throws', () => {
    const junk = [
      null,
      1,
      'x',
      [],
      {},
      { event: 'A' },
      { event: 1, message_id: 'm', timestamp: 't' },
      { event: 'A', message_id: 'm', timestamp: '2026-11-23T10:00:00Z', properties: null },
    ];
    expect(projectEvents(compile({ version: 1 }), decide(null, {}), junk)).toHaveLength(1);
  });
});
