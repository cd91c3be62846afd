import type { JsonObject } from '../../display/json';
import { ATTRIBUTES_LIMIT } from './limits';

/** A task as some business would create it. Waits at the start, and can be loaded into the side page's form. */
export interface TaskExample {
  id: string;
  title: string;
  attributes: JsonObject;
  /** Present for a live chat: what is said before the agent joins, and what the customer answers then. */
  chat?: { customer: string; opening: string[]; replies: string[] };
}

const bank: TaskExample = {
  id: 'bank-chatbot',
  title: 'Bank, chatbot: disputed card payment',
  attributes: {
    name: 'James Okafor',
    userId: 'u-james-okafor',
    channelType: 'web',
    context: {
      intent: 'Dispute a card payment',
      authenticated: true,
      authenticationMethod: 'one-time code',
      cardLastFour: '4242',
      transaction: {
        merchant: 'Harbour Electronics',
        amount: 249.99,
        currency: 'GBP',
        postedAt: '2026-11-19T08:14:00Z',
        location: { city: 'Leeds', country: 'GB' },
      },
      recentTransactions: [
        { date: '2026-11-21', merchant: 'Corner Grocer', amount: 18.4 },
        { date: '2026-11-20', merchant: 'City Rail', amount: 6.8 },
        { date: '2026-11-19', merchant: 'Harbour Electronics', amount: 249.99 },
      ],
      cardBlocked: false,
      previousDispute: null,
      confidence: 0.93,
      transcriptUrl: 'https://bot.example.com/transcripts/8f2c11',
    },
  },
};

const phone: TaskExample = {
  id: 'telecom-ivr',
  title: 'Telecom, phone IVR: call back about an outage',
  attributes: {
    name: 'Maria Lindqvist',
    userId: 'u-maria-lindqvist',
    from: '+46701740601',
    direction: 'inbound',
    context: {
      menuPath: ['main', 'support', 'outage'],
      spokenReason: 'mitt bredband har varit nere sedan i morse',
      language: 'sv-SE',
      callerNumber: '+46701740601',
      callbackRequested: true,
      callbackAfter: '2026-11-23T15:30:00+01:00',
      waitedSeconds: 412,
      attempts: 2,
      pinVerified: false,
      lineStatus: 'degraded',
      knownOutage: { id: 'OUT-2291', area: 'Södermalm', expectedEnd: '2026-11-23T18:00:00Z' },
      note: '',
    },
  },
};

const whatsapp: TaskExample = {
  id: 'retail-whatsapp',
  title: 'Retailer, WhatsApp bot: refund of an order',
  attributes: {
    name: 'Ana Duarte',
    userId: 'u-ana-duarte',
    from: 'whatsapp:+351210000001',
    channelType: 'whatsapp',
    context: {
      intent: 'refund',
      order: {
        id: 'A-1093',
        total: 128.4,
        currency: 'EUR',
        deliveredAt: '2026-11-20T14:02:00Z',
        items: [
          { sku: 'JKT-204', name: 'Rain jacket, green, M', quantity: 1, price: 89.9 },
          { sku: 'SOC-118', name: 'Merino socks (3 pairs)', quantity: 2, price: 19.25 },
        ],
      },
      reason:
        'The jacket arrived with a torn sleeve. She sent two photos and would rather have her money back than a new one, because she needed it for a trip last weekend.',
      photos: ['https://media.example.com/a1.jpg', 'https://media.example.com/a2.jpg'],
      email: 'ana.duarte@example.com',
      callBack: 'yes',
      sentiment: 'upset',
      utm_source: 'newsletter',
      debugTrace: 'flow-v12/refund/ask-reason',
    },
  },
};

const noContext: TaskExample = {
  id: 'no-context',
  title: 'Nothing was passed',
  attributes: { name: 'Rafael Souza', userId: 'u-rafael-souza', from: '+551150000001' },
};

const atTheLimit: TaskExample = {
  id: 'at-the-limit',
  title: 'Travel, exactly at the limit of 4,096 characters',
  attributes: fillUp({
    name: 'Tom Fairweather',
    userId: 'u-tom-fairweather',
    context: {
      intent: 'Rebook after a cancelled flight',
      bookingReference: 'Q7X2LM',
      segments: Array.from({ length: 8 }, (_, index) => ({
        flight: `EI${450 + index}`,
        departs: `2026-12-${String(index + 1).padStart(2, '0')}T07:${String(index * 5).padStart(2, '0')}:00Z`,
        status: index === 0 ? 'cancelled' : 'confirmed',
        seat: `${12 + index}C`,
      })),
      conversation: '',
    },
  }),
};

const chat: TaskExample = {
  id: 'saas-live-chat',
  title: 'SaaS, live chat: an invoice that looks wrong',
  attributes: {
    name: 'Chloe Bennett',
    userId: 'u-chloe-bennett',
    channelType: 'web',
    context: {
      intent: 'Billing question',
      plan: 'Team',
      seats: 48,
      invoice: { number: 'INV-20417', total: 2304, currency: 'USD', dueOn: '2026-12-01' },
      pageUrl: 'https://app.example.com/billing?tab=invoices',
      isAdmin: true,
      botSummary: 'Was charged for 48 seats, but says that only 41 people are left in the workspace.',
    },
  },
  chat: {
    customer: 'Chloe Bennett',
    opening: ['Hi, our last invoice looks wrong.', 'We were charged for 48 seats, but only 41 people are left.'],
    replies: [
      'Thanks for looking into it!',
      'We removed the seven people on 2 November, before the billing date.',
      'A credit on the next invoice is fine.',
      'Great, that was quick. Bye!',
    ],
  },
};

export const EXAMPLES: readonly TaskExample[] = [bank, phone, whatsapp, noContext, atTheLimit, chat];

/** Lengthens `context.conversation` until the attributes are as long as TaskRouter takes. */
function fillUp(attributes: JsonObject & { context: JsonObject }): JsonObject {
  const sentence = 'Customer: I need to be in Lisbon by Friday evening. Bot: I can offer two connections via Dublin. ';
  const room = ATTRIBUTES_LIMIT - JSON.stringify(attributes).length;
  const conversation = sentence.repeat(Math.ceil(room / sentence.length)).slice(0, room);
  return { ...attributes, context: { ...attributes.context, conversation } };
}
