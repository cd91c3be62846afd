import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { WORKSPACE_SID } from '../../sandbox/account';
import { serveClouds, type Clouds } from '../../sandbox/testing/serve-clouds';
import { createUpstreams } from '../../sandbox/testing/upstreams';
import { variables } from '../../service/settings/variables';
import { at } from '../build/root';
import { sandboxVariables } from '../cloud/sandbox';
import { readPage } from './pages/pages';
import { cloneCheckout, type Clone } from './testing/clone';

/** Runs the example workflow as GitHub would, line by line, on doubles: what it does is in its `run` lines alone. */

interface Job {
  needs?: string;
  environment?: string;
  if?: string;
  env?: Record<string, string>;
  steps: { uses?: string; name?: string; run?: string }[];
}
interface Workflow {
  on: { pull_request: unknown; push: { branches: string[] } };
  permissions: Record<string, string>;
  jobs: Record<'check' | 'deploy', Job>;
}

const workflow = parse(readFileSync(at('docs/examples/github-actions.yml'), 'utf8')) as Workflow;
const { check, deploy } = workflow.jobs;
const lines = (job: Job) => job.steps.flatMap(({ run }) => run ?? []);

/** The job as docs/pipeline.md says to edit it where there is no Segment. */
function withoutSegment(job: Job): Job {
  const env = Object.fromEntries(Object.entries(job.env ?? {}).filter(([name]) => !name.startsWith('SEGMENT_')));
  const steps = job.steps.map(({ run, ...step }) =>
    run === undefined ? step : { ...step, run: run.startsWith('npm run deploy --') ? `${run} --allow-missing` : run },
  );
  return { ...job, env, steps };
}

let clouds: Clouds;
let clone: Clone;
/** An account in which nothing is deployed, and a clone in which a job runs. */
async function start(job: Job): Promise<void> {
  const { router } = createUpstreams();
  clouds = await serveClouds({
    beside: router,
    timings: { build: 300 },
    configuration: { taskrouter_workspace_sid: WORKSPACE_SID },
    // The doubles serve their own page otherwise; here Flex is where it is by default.
    variables: { FLEX_ORIGINS: 'https://flex.twilio.com,http://localhost:3000' },
  });
  const known = sandboxVariables(clouds.origin);
  // What GitHub makes of the names in the file: a variable that is not set in its settings is the empty text.
  const env = Object.fromEntries(Object.keys(job.env ?? {}).map((name) => [name, known[name] ?? '']));
  clone = cloneCheckout({ ...env, CI: 'true', CUSTOMER_CONTEXT_LOOPBACK: clouds.origin });
  mkdirSync(join(clone.folder, 'display-schemas'));
  cpSync(at('schemas/examples/retail/display-schema.json'), join(clone.folder, 'display-schemas/retail.json'));
}
async function stop(): Promise<void> {
  clone.remove();
  await clouds.close();
}
/** @returns what all lines of a job wrote, each of which must have come out well */
async function runJob(job: Job): Promise<string> {
  let output = '';
  for (const line of lines(job)) {
    const one = await clone.run(line);
    expect(one.code, `${line}\n${one.output}`).toBe(0);
    output += one.output;
  }
  expect(output).not.toContain(clouds.authToken);
  return output;
}
const released = () => clouds.plugins.store.active?.configuration.plugins.map(({ version }) => version.version);

describe('the example workflow', () => {
  beforeAll(() => start(deploy), 60_000);
  afterAll(stop, 60_000);

  it('deploys only what reached main and was checked, and asks the repository for no more than its content', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push']);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect([deploy.needs, deploy.if, deploy.environment]).toEqual([
      'check',
      "github.event_name == 'push'",
      'production',
    ]);
  });

  it('names variables that exist, and takes the secret ones from secrets', () => {
    const table = new Map(variables.map((one) => [one.name as string, 'secret' in one && one.secret]));
    for (const [name, source] of Object.entries(deploy.env ?? {})) {
      expect([name, table.has(name)]).toEqual([name, true]);
      expect(source).toBe(`\${{ ${table.get(name) === true ? 'secrets' : 'vars'}.${name} }}`);
    }
  });

  it(
    'passes display schemas that can be published, and fails on one that can’t, saying where',
    { timeout: 60_000 },
    async () => {
      const [line = ''] = lines(check);
      expect(await clone.run(line)).toMatchObject({ code: 0 });
      const broken = join(clone.folder, 'display-schemas/broken.json');
      writeFileSync(broken, '{\n  "version": 1,\n  "context": { "sections": 5 }\n}\n');
      const { code, output } = await clone.run(line);
      expect(code).toBe(1);
      expect(output).toMatch(/broken\.json.*3/s);
    },
  );

  it(
    'deploys functions and plugin, finds everything in place, and changes nothing when run again',
    { timeout: 240_000 },
    async () => {
      const builds = () => clouds.controls.serverless.requests.filter(({ step }) => step === 'CreateBuild').length;
      await runJob(deploy);
      expect(released()).toEqual(['0.1.0']);
      const before = builds();
      expect(before).toBeGreaterThan(0);
      await runJob(deploy);
      expect(builds()).toBe(before);
    },
  );
});

describe('the example workflow without Segment', () => {
  const job = withoutSegment(deploy);
  beforeAll(() => start(job), 60_000);
  afterAll(stop, 60_000);

  it('is edited as the page says', () => {
    const { text } = readPage('docs/pipeline.md');
    expect(text).toContain(
      'Without Segment, leave its variables out and add `--allow-missing` to both deploy commands.',
    );
    expect(lines(job)).toEqual([
      'npm run deploy -- --dry-run --allow-missing',
      'npm run deploy -- --release --allow-missing',
      'npm run doctor',
    ]);
    expect(Object.keys(job.env ?? {})).toEqual(['ACCOUNT_SID', 'AUTH_TOKEN', 'SERVICE_SID', 'FLEX_ORIGINS']);
  });

  it('deploys, and ends well with a note of what does not work', { timeout: 120_000 }, async () => {
    const output = await runJob(job);
    expect(released()).toEqual(['0.1.0']);
    expect(output).toMatch(/^note +Variables here +without SEGMENT_SPACE_ID and SEGMENT_PERSONA_KEY /m);
    expect(output).toMatch(/^- +Segment, reading +not checked: /m);
  });
});
