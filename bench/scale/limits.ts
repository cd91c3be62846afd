/** A published limit that the functions come near as agents grow. */
export interface Limit {
  name: string;
  value: number;
  unit: string;
  /** Which measured figure grows towards it; undefined: one fact per agent. */
  of: { side: 'functions' | 'upstream'; name: string; figure: 'perSecond' | 'atOnce' } | 'agents';
  then: string;
  source: string;
  /** False: not found on a page of the vendor's own. */
  confirmed: boolean;
}

export const LIMITS: readonly Limit[] = [
  {
    name: 'function executions at once, per service',
    value: 30,
    unit: 'at once',
    of: { side: 'functions', name: 'all', figure: 'atOnce' },
    then: 'Twilio refuses the invocation. The plugin tries twice more, then once a minute, and shows the context meanwhile. Ask Twilio to raise it first.',
    source: 'secondary sources only',
    confirmed: false,
  },
  {
    name: 'Segment Profile API',
    value: 100,
    unit: 'a second, per space',
    of: { side: 'upstream', name: 'Segment Profile API', figure: 'perSecond' },
    then: 'Segment answers 429. The agent sees the context, and a countdown where traits will be; nobody sees an error (npm run bench day).',
    source: 'https://www.twilio.com/docs/segment/unify/product-limits',
    confirmed: true,
  },
  {
    name: 'workers online at once, per workspace',
    value: 7_500,
    unit: 'workers',
    of: 'agents',
    then: 'TaskRouter lets no more workers go online, with or without this plugin. Twilio raises it on request.',
    source: 'https://www.twilio.com/docs/taskrouter/limits',
    confirmed: true,
  },
];
