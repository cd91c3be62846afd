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

let clouds: Clouds;
let clone: Clone;
beforeAll(async () => {
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
  const env = Object.fromEntries(Object.keys(deploy.env ?? {}).map((name) => [name, known[name] ?? '']));
  clone = cloneCheckout({ ...env, CI: 'true', CUSTOMER_CONTEXT_LOOPBACK: clouds.origin });
  mkdirSync(join(clone.folder, 'display-schemas'));
  cpSync(at('schemas/examples/retail/display-schema.json'), join(clone.folder, 'display-schemas/retail.json'));
}, 60_000);
afterAll(async () => {
  clone.remove();
  await clouds.close();
}, 60_000);

describe('the example workflow', () => {
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
      const ran = async () => {
        let output = '';
        for (const line of lines(deploy)) {
          const one = await clone.run(line);
          expect(one.code, `${line}\n${one.output}`).toBe(0);
          output += one.output;
        }
        expect(output).not.toContain(clouds.authToken);
      };
      const builds = () => clouds.controls.serverless.requests.filter(({ step }) => step === 'CreateBuild').length;
      await ran();
      expect(clouds.plugins.store.active?.configuration.plugins.map(({ version }) => version.version)).toEqual([
        '0.1.0',
      ]);
      const before = builds();
      expect(before).toBeGreaterThan(0);
      await ran();
      expect(builds()).toBe(before);
    },
  );
});
