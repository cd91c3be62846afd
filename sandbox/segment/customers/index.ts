/** All invented customers and accounts of the sandbox. See README.md beside this file. */
import type { Account, Customer } from '../customer';
import { seeded, seedOf } from '../random';
import { agoFrom, type Ago } from './ago';
import { fill } from './fill';
import { personAt } from './people';
import type { Headline, Trade } from './trade';
import { bank } from './trades/bank';
import { health } from './trades/health';
import { retail } from './trades/retail';
import { saas } from './trades/saas';
import { telecom } from './trades/telecom';
import { travel } from './trades/travel';

const TRADES: readonly [Trade, ...Trade[]] = [retail, bank, telecom, travel, health, saas];

/** How many customers the generator adds to the hand-written ones. */
const GENERATED = 56;

/** Numbers of traits and of events, dealt out in turn: most profiles are small, a few are not. */
const TRAIT_COUNTS = [22, 9, 35, 14, 61, 18, 27, 120, 12, 44, 30, 250] as const;
const EVENT_COUNTS = [14, 0, 38, 7, 90, 3, 21, 160, 0, 55, 11, 310, 26] as const;

export const ACCOUNTS: readonly Account[] = [
  { groupId: 'g-brightside', traits: { name: 'Brightside Studios', industry: 'Design', employees: 64, plan: 'Team' } },
  {
    groupId: 'g-marchetti',
    traits: { name: 'Marchetti & Figlie', industry: 'Textiles', employees: 410, plan: 'Enterprise' },
  },
  {
    groupId: 'g-nordwind',
    traits: { name: 'Nordwind Logistik GmbH', industry: 'Logistics', employees: 2300, plan: 'Enterprise' },
  },
];

/**
 * Everyone, the hand-written customers first.
 * @param start milliseconds since 1970 that their times count back from; nothing else about them changes
 */
export function inventCustomers(start: number): Customer[] {
  const ago = agoFrom(start);
  const written = TRADES.flatMap((trade) =>
    trade.headlines(ago).map((headline) => fill(headline, trade, seeded(seedOf(headline.userId)), ago)),
  );
  const generated = Array.from({ length: GENERATED }, (_, at) => generate(at, ago));
  return [...written, ...generated];
}

function generate(at: number, ago: Ago): Customer {
  const random = seeded(1000 + at);
  const trade = TRADES[at % TRADES.length] ?? TRADES[0];
  const { given, family, slug, country, address, phone } = personAt(at, random);
  const email = `${slug.replace('-', '.')}@${random.pick(['example.com', 'example.org', 'example.net'])}`;
  const firstSeenDaysAgo = random.whole(20, 2500);
  const headline: Headline = {
    userId: `u-${slug}`,
    ids: [
      { type: 'email', id: email },
      { type: 'anonymous_id', id: `anon-${slug}` },
      { type: 'phone', id: phone },
    ],
    firstSeenDaysAgo,
    totals: {
      traits: TRAIT_COUNTS[at % TRAIT_COUNTS.length] ?? TRAIT_COUNTS[0],
      events: EVENT_COUNTS[at % EVENT_COUNTS.length] ?? EVENT_COUNTS[0],
    },
    traits: {
      first_name: given,
      last_name: family,
      email,
      phone,
      address,
      language: country.language,
      currency: country.currency,
      created_at: ago.days(firstSeenDaysAgo),
    },
    events: [],
  };
  return fill(headline, trade, random, ago);
}
