/** The requests of one invocation, and what each of them has to wait for. */

export interface Recorded {
  url: string;
  init: RequestInit;
}

/** Runs `work` and gives back every request that it sent. */
export async function record(work: () => Promise<unknown>): Promise<Recorded[]> {
  const real = globalThis.fetch;
  const requests: Recorded[] = [];
  globalThis.fetch = (input, init = {}) => {
    // The deadline is left behind: it belongs to the invocation.
    requests.push({ url: (input as URL).href, init: { ...init, signal: null } });
    return real(input, init);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = real;
  }
  return requests;
}

interface Kind {
  name: string;
  matches: RegExp;
  /** What must be known before this can be asked. The next page waits for the page before it by itself. */
  after: readonly string[];
}

/**
 * What depends on what, whoever asks: a task is asked for only when its asker is known to be an agent and the workspace
 * is known; Segment only when the task says who the customer is and the document what is needed.
 */
const KINDS: readonly Kind[] = [
  { name: 'token', matches: /\/iam\./, after: [] },
  { name: 'workspace', matches: /\/flex-api\.twilio\.com\//, after: [] },
  { name: 'environment', matches: /\/serverless\.twilio\.com\//, after: [] },
  { name: 'index', matches: /\/index\.json$/, after: ['environment'] },
  { name: 'document', matches: /\/r\/\d+\.json$/, after: ['index'] },
  { name: 'reservations', matches: /\/Reservations\?/, after: ['token', 'workspace'] },
  { name: 'task', matches: /\/Tasks\/WT[^/]+$/, after: ['token', 'workspace'] },
  { name: 'traits', matches: /\/traits\?/, after: ['task', 'reservations', 'document'] },
  { name: 'events', matches: /\/events\?/, after: ['task', 'reservations', 'document'] },
];

export interface Step {
  request: Recorded;
  kind: string;
  /** Positions of the steps it waits for. */
  after: readonly number[];
}

/** Puts recorded requests in order of what they wait for. @throws when one is of no known kind. */
export function plan(requests: readonly Recorded[]): Step[] {
  const kinds = requests.map(({ url }): Kind => {
    const kind = KINDS.find(({ matches }) => matches.test(url));
    if (kind === undefined) throw new Error(`The bench does not know this request: ${url}`);
    return kind;
  });
  return requests.map((request, position) => {
    const { name, after } = kinds[position] as Kind;
    const pageBefore = kinds.findLastIndex((other, index) => index < position && other.name === name);
    const waits = kinds.flatMap((other, index) => (after.includes(other.name) ? [index] : []));
    return { request, kind: name, after: pageBefore < 0 ? waits : [pageBefore] };
  });
}

/** Sends the requests of a plan with nothing around them: each as soon as what it waits for is here, read to the end. */
export async function replay(steps: readonly Step[]): Promise<void> {
  const done: Promise<void>[] = [];
  for (const { request, after } of steps) {
    const waits = after.flatMap((position) => done[position] ?? []);
    done.push(
      Promise.all(waits).then(async () => {
        const response = await fetch(request.url, request.init);
        await response.text();
      }),
    );
  }
  await Promise.all(done);
}
