import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../display/json';
import { commentProblem, createPublication, type PublicationState } from './publication';

type Answer = Json | Error | (() => Json);
const refuse = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });
const request = { source: { document: { version: 1 } }, comment: 'Tier', baseRevision: 3 };

let clock: number;
let kept: Map<string, string>;
let asked: { route: string; fields: Record<string, string> }[];
let waited: number[];
beforeEach(() => {
  clock = 1_000_000;
  kept = new Map();
  asked = [];
  waited = [];
});
const begun = (): Json => ({
  status: 'building',
  revision: 4,
  ticket: 'T',
  expiresAt: new Date(clock + 1_800_000).toISOString(),
  report: null,
});
const building: Json = { status: 'building', revision: 4, seconds: 1 };
const deployed: Json = { status: 'deployed', revision: 4, overwrote: false };
const live: Json = { status: 'live', revision: 4, overwrote: false };

function publication(answers: Answer[], onSleep: () => void = () => undefined) {
  const seen: PublicationState[] = [];
  const made = createPublication({
    post: async (route, fields) => {
      asked.push({ route, fields });
      clock += 100;
      const answer = answers.shift();
      if (answer === undefined) throw new Error('asked too often');
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer() : answer;
    },
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    },
    key: 'publication',
    now: () => clock,
    sleep: async (ms) => {
      waited.push(ms);
      clock += ms;
      onSleep();
    },
  });
  made.subscribe((state) => void seen.push(state));
  return { made, seen };
}
const stepStates = (state: PublicationState) =>
  'steps' in state ? state.steps.map((step) => step.state).join(' ') : '';

describe('publishing', () => {
  it('goes through its steps, with times, and forgets its ticket', async () => {
    const { made, seen } = publication([begun, building, building, deployed, live]);
    await made.start(request);
    expect(asked[0]).toEqual({
      route: 'display-schema/publish',
      fields: { document: '{"version":1}', comment: 'Tier', baseRevision: '3' },
    });
    expect(
      asked
        .slice(1)
        .every(({ route, fields }) => route === 'display-schema/publish-status' && fields['ticket'] === 'T'),
    ).toBe(true);
    expect([...new Set(seen.map(stepStates))]).toEqual([
      'running waiting waiting waiting waiting',
      'done running waiting waiting waiting',
      'done done running waiting waiting',
      'done done done done running',
      'done done done done done',
    ]);
    const end = made.state();
    expect(end).toMatchObject({ status: 'live', revision: 4, overwrote: false });
    const took = 'steps' in end ? end.steps.map(({ began = 0, ended = 0 }) => ended - began) : [];
    expect(took).toEqual([0, 100, 4300, 0, 2100]);
    expect(kept.size).toBe(0);
  });

  it('brings an old revision back', async () => {
    const { made } = publication([begun, live]);
    await made.start({ ...request, source: { restore: 2 } });
    expect(asked[0]?.fields).toEqual({ restore: '2', comment: 'Tier', baseRevision: '3' });
    expect(made.state().status).toBe('live');
  });

  it('sends nothing that has errors, and shows the report of the server', async () => {
    const { made } = publication([{ status: 'invalid', report: { problems: [], errors: 1, warnings: 0, cut: false } }]);
    await made.start({ ...request, source: { document: { version: 1, context: 7 } } });
    expect([made.state().status, stepStates(made.state()), asked.length]).toEqual([
      'refused',
      'failed waiting waiting waiting waiting',
      0,
    ]);
    await made.start(request);
    expect(made.state()).toMatchObject({ status: 'refused', report: { errors: 1 } });
  });

  it.each([
    ['conflict', 'compare'],
    ['twilio_unavailable', 'publish_again'],
    ['not_an_admin', 'none'],
    ['unreachable', 'publish_again'],
  ])('ends before it began on %s, and says what to do', async (code, action) => {
    const { made } = publication([refuse(code)]);
    await made.start(request);
    expect(made.state()).toMatchObject({
      status: 'failed',
      failure: { code, action, message: expect.stringMatching(/draft is kept/) },
    });
    expect([stepStates(made.state()), made.canResume()]).toEqual(['done failed waiting waiting waiting', false]);
  });

  it('says what the service said where it has words of its own', async () => {
    const { made } = publication([refuse('conflict', { message: 'Revision 9 was published in the meantime.' })]);
    await made.start(request);
    const message = 'Revision 9 was published in the meantime. Your draft is kept.';
    expect(made.state()).toMatchObject({ failure: { message } });
  });

  it.each(['build_failed', 'conflict', 'ticket_invalid'])(
    'ends for good when %s comes while it is built',
    async (code) => {
      const { made } = publication([begun, building, refuse(code)]);
      await made.start(request);
      expect(made.state()).toMatchObject({ status: 'failed', revision: 4, failure: { code } });
      expect([kept.size, made.canResume()]).toEqual([0, false]);
    },
  );

  it('says of what was deployed and never seen served that it is deployed', async () => {
    const { made } = publication([begun, deployed, refuse('ticket_invalid')]);
    await made.start(request);
    expect(made.state()).toMatchObject({
      status: 'failed',
      failure: { action: 'history', message: expect.stringMatching(/^Revision 4 is deployed.*look at the history/) },
    });
    expect(made.canResume()).toBe(false);
  });

  it('asks again after troubles that pass, ever slower, and as late as it is told', async () => {
    const { made, seen } = publication([
      begun,
      refuse('unreachable'),
      refuse('twilio_unavailable'),
      refuse('rate_limited', { retryAfter: 12 }),
      building,
      live,
    ]);
    await made.start(request);
    expect(waited).toEqual([4_000, 8_000, 15_000, 2_000]);
    expect(seen.some((state) => state.status === 'running' && state.trouble?.code === 'unreachable')).toBe(true);
    expect(seen.at(-2)).not.toHaveProperty('trouble');
    expect(made.state().status).toBe('live');
  });

  it('gives up asking when the ticket is too old, and leads to the history, which knows the end', async () => {
    const { made } = publication([begun, ...Array.from({ length: 200 }, () => refuse('unreachable'))]);
    await made.start(request);
    expect(made.state()).toMatchObject({ status: 'failed', failure: { action: 'history' } });
    expect(made.canResume()).toBe(false);
  });

  it('is picked up after the tab was closed', async () => {
    const first = publication([begun, building], () => first.made.pause());
    await first.made.start(request);
    expect(first.made.state()).toEqual({ status: 'idle' });
    const second = publication([deployed, live]);
    expect(second.made.canResume()).toBe(true);
    await second.made.resume();
    expect(second.made.state()).toMatchObject({ status: 'live', revision: 4 });
    expect(second.made.canResume()).toBe(false);
  });

  it('keeps the ticket of an upload that was answered after everybody looked away', async () => {
    const { made } = publication([() => (made.pause(), begun())]);
    await made.start(request);
    expect([made.state().status, made.canResume()]).toEqual(['idle', true]);
  });

  it('leaves the ticket of another publication alone: one that another tab follows, or one that was begun before', async () => {
    const { made } = publication([
      begun,
      () => {
        kept.set('publication', JSON.stringify({ ...JSON.parse(kept.get('publication')!), ticket: 'other' }));
        return live;
      },
    ]);
    await made.start(request);
    expect([made.state().status, made.canResume()]).toEqual(['live', true]);

    const failing = publication([refuse('build_failed')]);
    await failing.made.start(request);
    expect([failing.made.state().status, failing.made.canResume()]).toEqual(['failed', true]);
  });

  it('leaves an earlier ticket to be picked up when a new one is refused, in the very same tab', async () => {
    const { made } = publication([begun, refuse('not_configured'), refuse('rate_limited')]);
    await made.start(request);
    expect(made.canResume()).toBe(true);
    await made.start(request);
    expect([made.state().status, made.canResume()]).toEqual(['failed', true]);
  });

  it('says that it is deployed while nobody can say whether it is served', async () => {
    const { made, seen } = publication([begun, deployed, refuse('schema_unavailable'), live]);
    await made.start(request);
    const troubles = seen.flatMap((state) => (state.status === 'running' ? (state.trouble?.message ?? []) : []));
    expect(troubles).toEqual([expect.stringMatching(/^Revision 4 is deployed\./)]);
  });

  it('leaves aside a ticket that is too old or no ticket at all', () => {
    for (const text of ['{', '7', '{"ticket":"T","revision":4,"began":1,"until":2}', '{"ticket":7}']) {
      kept.set('publication', text);
      expect(publication([]).made.canResume()).toBe(false);
    }
  });

  it('tells of colleagues who published at the same moment', async () => {
    const results: PublicationState[] = [];
    for (const answer of [
      { ...(live as object), overwrote: true },
      { status: 'superseded', revision: 4, by: 6 },
      { status: 'overwritten', revision: 4 },
    ]) {
      const { made } = publication([begun, answer]);
      await made.start(request);
      results.push(made.state());
    }
    expect(results).toMatchObject([
      { status: 'live', overwrote: true },
      { status: 'superseded', by: 6 },
      { status: 'overwritten', revision: 4 },
    ]);
  });

  it('runs one publication at a time', async () => {
    const { made } = publication([begun, live]);
    await Promise.all([made.start(request), made.start(request), made.resume()]);
    expect(asked).toHaveLength(2);
  });

  it('wants a comment', () => {
    expect(commentProblem(' \n')).toMatch(/comment/);
    expect(commentProblem('x'.repeat(501))).toMatch(/500/);
    expect(commentProblem(' Tier ')).toBeUndefined();
  });
});
