/** Fills a customer up to a wanted number of traits and events from the vocabulary of a trade. */
import type { Json } from '../../../display/json';
import type { Customer, CustomerEvent } from '../customer';
import type { Random } from '../random';
import type { Ago } from './ago';
import { cents, type EventKind, type Headline, type Trade } from './trade';

const DAY = 24 * 60;

export function fill(headline: Headline, trade: Trade, random: Random, ago: Ago): Customer {
  const { totals, ...customer } = headline;
  const traits = { ...customer.traits };
  const computed = { ...customer.computed };
  const audiences = { ...customer.audiences };
  const names = new Set([traits, computed, audiences].flatMap(Object.keys));
  const add = <T extends Json>(target: Record<string, T>, from: Record<string, T>) => {
    for (const [key, value] of Object.entries(from)) {
      if (names.size >= totals.traits || names.has(key)) continue;
      names.add(key);
      target[key] = value;
    }
  };
  add(traits, trade.traits(random, ago));
  add(computed, trade.computed(random, ago));
  add(audiences, Object.fromEntries(trade.audiences.map((name) => [name, random.chance(0.4)])));
  add(traits, general(random, ago));
  for (let month = 0; names.size < totals.traits; month += 1) add(computed, monthly(month, random, ago));
  const events = [...customer.events, ...invented(totals.events - customer.events.length, trade, random)];
  return { ...customer, traits, computed, audiences, events };
}

/** What tools of any trade leave behind. */
function general(random: Random, ago: Ago): Record<string, Json> {
  return {
    'Campaign Source': random.pick(['Organic', 'Newsletter', 'Partner', 'Paid search']),
    'Experiment Group': random.pick(['Group A', 'Group B', 'Control']),
    utm_medium: random.pick(['email', 'cpc', 'social', '']),
    time_zone: random.pick(['Europe/Lisbon', 'Europe/Stockholm', 'America/New_York', 'Asia/Tokyo']),
    device_type: random.pick(['phone', 'desktop', 'tablet']),
    app_version: `${String(random.whole(4, 9))}.${String(random.whole(0, 12))}.0`,
    push_enabled: random.chance(0.5),
    last_survey: {
      score: random.whole(1, 10),
      comment: random.pick(['', 'Quick answer, thank you', 'Waited too long']),
      at: ago.date(random.whole(5, 300)),
    },
    referral_code: `REF${String(random.whole(100_000, 999_999))}`,
    gdpr_request_open: false,
    account_manager: null,
    tags: [],
  };
}

const SERIES = [
  'emails_opened',
  'emails_clicked',
  'sessions',
  'pages_viewed',
  'support_contacts',
  'spend',
  'searches',
  'app_opens',
  'push_received',
  'downloads',
  'chats',
  'logins',
] as const;

/** Counters that Segment computes per month: how large profiles become large. */
function monthly(month: number, random: Random, ago: Ago): Record<string, Json> {
  const label = ago.month(month);
  return Object.fromEntries(
    SERIES.map((series) => [
      `${series}_${label}`,
      series === 'spend' ? cents(random.next() * 900) : random.whole(0, 60),
    ]),
  );
}

/** `count` events of the last 13 days in sessions, and a few older ones that Segment no longer returns. */
function invented(count: number, trade: Trade, random: Random): CustomerEvent[] {
  const events: CustomerEvent[] = [];
  let kind: EventKind = trade.events[0];
  let minutesAgo = 90;
  for (let at = 0; at < count; at += 1) {
    if (!random.chance(0.45)) kind = random.chance(0.4) ? trade.events[0] : random.pick(trade.events);
    const newSession = random.chance(0.2);
    // Sessions spread over what is left, so that a customer with few events has some in the second week too.
    const left = (13 * DAY - minutesAgo) / Math.max(1, (count - at) * 0.2);
    minutesAgo += newSession ? 1 + random.next() * left * 1.6 : 0.1 + random.next() * 3;
    if (minutesAgo > 13 * DAY) minutesAgo = 13 * DAY - random.next() * DAY;
    events.push(eventOf(kind, minutesAgo, random));
  }
  for (let at = 0; at < Math.ceil(Math.max(0, count) / 10); at += 1) {
    events.push(eventOf(random.pick(trade.events), (15 + random.next() * 60) * DAY, random));
  }
  return events;
}

function eventOf(kind: EventKind, minutesAgo: number, random: Random): CustomerEvent {
  return { event: kind.event, path: kind.path, properties: kind.properties(random), minutesAgo };
}
