import type { JsonObject } from '../json';

/** One of Segment's events, shortened to what differs between cases. */
export interface SegmentEvent {
  id?: string;
  name: string;
  at: string;
  properties?: JsonObject;
}

/** Event rules, events, and the timeline that an agent sees. */
export interface EventCase {
  it: string;
  /** Without `version`; null: nothing was ever published. */
  document: JsonObject | null;
  events: SegmentEvent[];
  /** What leaves the server of each event's properties. */
  sends?: JsonObject[];
  /** "# day", then "HH:MM label ×count: primary | secondary". */
  sees?: string[];
  href?: string | null;
}

const completed = {
  name: 'Order Completed',
  at: '2026-11-23T13:58:00Z',
  properties: { total: 128.4, order_id: 'A-1', ip: '203.0.113.7', items: [{ sku: 'A' }] },
};
const viewed = (at: string, id?: string): SegmentEvent => ({
  ...(id === undefined ? {} : { id }),
  name: 'Page Viewed',
  at,
  properties: { path: '/returns' },
});
const rule = (more: JsonObject = {}): JsonObject => ({ events: { rules: [{ name: 'Order Completed', ...more }] } });

export const eventCases: EventCase[] = [
  // Without rules
  {
    it: 'shows name and time only, with a schema but no events in it',
    document: {},
    events: [completed],
    sends: [{}],
    sees: ['# Today', '13:58 Order Completed'],
  },
  {
    it: 'shows name and time only of an event without a rule',
    document: rule(),
    events: [viewed('2026-11-23T10:00:00Z')],
    sends: [{}],
    sees: ['# Today', '10:00 Page Viewed'],
  },
  {
    it: 'shows the first simple properties while nothing is published',
    document: null,
    events: [completed],
    sends: [{ total: 128.4, order_id: 'A-1' }],
    sees: ['# Today', '13:58 Order Completed | Total: 128.4 | Order id: A-1'],
  },
  {
    it: 'shows nothing with an unusable document',
    document: { context: 'broken' },
    events: [completed],
    sends: [],
    sees: [],
  },

  // Rules
  {
    it: 'shows the main property in its format',
    document: rule({ primary: { key: 'total', format: 'currency', currency: 'EUR' } }),
    events: [completed],
    sends: [{ total: 128.4 }],
    sees: ['# Today', '13:58 Order Completed: €128.40'],
  },
  {
    it: 'shows more properties with their labels',
    document: rule({ secondary: [{ key: 'order_id', label: 'Order' }, { key: '/items/0/sku' }] }),
    events: [completed],
    sends: [{ order_id: 'A-1', items: [{ sku: 'A' }] }],
    sees: ['# Today', '13:58 Order Completed | Order: A-1 | Sku: A'],
  },
  {
    it: 'leaves out properties that the event lacks',
    document: rule({ primary: { key: 'coupon' }, secondary: [{ key: 'gift' }] }),
    events: [completed],
    sends: [{}],
    sees: ['# Today', '13:58 Order Completed'],
  },
  {
    it: 'leaves out empty properties',
    document: rule({ primary: { key: 'coupon' } }),
    events: [{ ...completed, properties: { coupon: '' } }],
    sees: ['# Today', '13:58 Order Completed'],
  },
  {
    it: 'maps a property',
    document: rule({ primary: { key: 'order_id', mappings: [{ value: 'A-1', label: 'The first' }] } }),
    events: [completed],
    sees: ['# Today', '13:58 Order Completed: The first'],
  },
  {
    it: 'shows the rule’s label instead of the name',
    document: rule({ label: { en: 'Bought', es: 'Compró' } }),
    events: [completed],
    sees: ['# Today', '13:58 Bought'],
  },
  {
    it: 'dates an event by its date property',
    document: rule({ dateProperty: 'ordered_at' }),
    events: [{ ...completed, properties: { ordered_at: '2026-11-22T09:30:00Z' } }],
    sends: [{ ordered_at: '2026-11-22T09:30:00Z' }],
    sees: ['# Yesterday', '09:30 Order Completed'],
  },
  {
    it: 'dates an event by when it was sent where the property is no date',
    document: rule({ dateProperty: 'ordered_at' }),
    events: [{ ...completed, properties: { ordered_at: 'soon' } }],
    sees: ['# Today', '13:58 Order Completed'],
  },
  {
    it: 'links an event by its properties',
    document: rule({ link: 'https://shop.example/orders/{event:/order_id}' }),
    events: [completed],
    sends: [{ order_id: 'A-1' }],
    href: 'https://shop.example/orders/A-1',
  },
  {
    it: 'links an event by its main property',
    document: rule({ primary: { key: 'order_id' }, link: 'https://shop.example/orders/{value}' }),
    events: [completed],
    href: 'https://shop.example/orders/A-1',
  },
  {
    it: 'links an event by a fact of the customer',
    document: rule({ link: 'https://crm.example/{traits:/id}' }),
    events: [completed],
    href: 'https://crm.example/7',
  },
  {
    it: 'has no link where a property is missing',
    document: rule({ link: 'https://shop.example/{event:/coupon}' }),
    events: [completed],
    href: null,
  },

  {
    it: 'never sends an IP address or a browser’s name, though a rule names it',
    document: rule({ primary: { key: 'ip' }, secondary: [{ key: 'user_agent' }] }),
    events: [{ ...completed, properties: { ip: '203.0.113.7', user_agent: 'Mozilla/5.0' } }],
    sends: [{}],
    sees: ['# Today', '13:58 Order Completed'],
  },

  // Which events
  {
    it: 'shows only included events',
    document: { events: { include: ['Order Completed'] } },
    events: [completed, viewed('2026-11-23T10:00:00Z')],
    sees: ['# Today', '13:58 Order Completed'],
  },
  {
    it: 'leaves out excluded events',
    document: { events: { exclude: ['Page Viewed'] } },
    events: [completed, viewed('2026-11-23T10:00:00Z')],
    sees: ['# Today', '13:58 Order Completed'],
  },
  {
    it: 'leaves out what is included and excluded',
    document: { events: { include: ['Page Viewed'], exclude: ['Page Viewed'] } },
    events: [viewed('2026-11-23T10:00:00Z')],
    sees: [],
  },
  {
    it: 'takes the events of the layout',
    document: { events: { include: ['Page Viewed'] }, layouts: [{ name: 'All', events: {} }] },
    events: [completed],
    sees: ['# Today', '13:58 Order Completed'],
  },

  // Order, days, repeats
  {
    it: 'shows the newest first, by day in the agent’s zone',
    document: {},
    events: [viewed('2026-11-21T23:59:00Z', 'a'), completed, viewed('2026-11-22T00:01:00Z', 'b')],
    sees: [
      '# Today',
      '13:58 Order Completed',
      '# Yesterday',
      '00:01 Page Viewed',
      '# Saturday, November 21',
      '23:59 Page Viewed',
    ],
  },
  {
    it: 'collapses repeats',
    document: {},
    events: [
      viewed('2026-11-23T10:00:00Z', 'a'),
      viewed('2026-11-23T10:01:00Z', 'b'),
      viewed('2026-11-23T10:02:00Z', 'c'),
    ],
    sees: ['# Today', '10:02 Page Viewed ×3'],
  },
  {
    it: 'does not collapse repeats with another event between them',
    document: {},
    events: [
      viewed('2026-11-23T10:00:00Z', 'a'),
      { ...completed, at: '2026-11-23T10:01:00Z' },
      viewed('2026-11-23T10:02:00Z', 'c'),
    ],
    sees: ['# Today', '10:02 Page Viewed', '10:01 Order Completed', '10:00 Page Viewed'],
  },
  {
    it: 'does not collapse repeats across days',
    document: {},
    events: [viewed('2026-11-22T23:59:00Z', 'a'), viewed('2026-11-23T00:01:00Z', 'b')],
    sees: ['# Today', '00:01 Page Viewed', '# Yesterday', '23:59 Page Viewed'],
  },
  {
    it: 'shows repeats one by one when asked to',
    document: { events: { collapseRepeats: false } },
    events: [viewed('2026-11-23T10:00:00Z', 'a'), viewed('2026-11-23T10:01:00Z', 'b')],
    sees: ['# Today', '10:01 Page Viewed', '10:00 Page Viewed'],
  },
  {
    it: 'shows an event once though two pages hold it',
    document: {},
    events: [viewed('2026-11-23T10:00:00Z', 'a'), viewed('2026-11-23T10:00:00Z', 'a')],
    sees: ['# Today', '10:00 Page Viewed'],
  },
  { it: 'leaves out an event without a date', document: {}, events: [{ ...completed, at: 'soon' }], sees: [] },
];
