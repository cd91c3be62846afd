import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxVariables } from '../cloud/sandbox';
import { serveClouds, type Clouds } from '../../sandbox/testing/serve-clouds';
import { TOKENS } from '../../sandbox/tokens';
import { iam } from '../../sandbox/twilio/iam';
import { withVariable } from '../cloud/env-file';
import { readPage, type Block } from './pages/pages';
import { cloneCheckout, type Clone } from './testing/clone';

/**
 * Follows docs/operate.md to the letter: a fresh clone, `.env` filled in as the page says, every line of shell in order,
 * every shown line found in what came out. It ends where the page ends: everything removed.
 */

const page = readPage('docs/operate.md');

/** Everything below a heading, up to the next. */
interface Section {
  title: string;
  text: string;
  blocks: Block[];
}

const sections: Section[] = page.text.split(/^(?=## )/m).map((text, index, all) => {
  const before = all.slice(0, index).join('').split('\n').length;
  const end = before + text.split('\n').length - 1;
  return {
    title: text.split('\n')[0]?.replace(/^## /, '') ?? '',
    text,
    blocks: page.blocks.filter(({ line }) => line >= before && line < end),
  };
});

let clouds: Clouds;
let clone: Clone;
beforeAll(async () => {
  clouds = await serveClouds({ beside: express.Router().use('/iam.twilio.com', iam()), timings: { build: 300 } });
  clone = cloneCheckout({ CUSTOMER_CONTEXT_LOOPBACK: clouds.origin });
}, 60_000);
afterAll(async () => {
  clone.remove();
  await clouds.close();
}, 60_000);

/** Lines that the page shows, with … for whatever stands there, in this order among what came out. */
function expectShown(shown: string, output: string): void {
  const lines = output.split('\n');
  let from = 0;
  for (const line of shown.split('\n').filter((text) => text.trim() !== '')) {
    const pattern = line
      .trim()
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const found = lines.findIndex((one, index) => index >= from && new RegExp(`${pattern.join('.+?')}\\s*$`).test(one));
    expect(found, `“${line}” is shown in ${page.path}, and this came out:\n${output}`).toBeGreaterThanOrEqual(from);
    from = found + 1;
  }
}

/** Fills in what the page's table names, with what the doubles know. */
function fillIn(text: string): void {
  const file = join(clone.folder, '.env');
  const known = sandboxVariables(clouds.origin);
  const names = [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) {
    const value = known[name];
    if (value === undefined) throw new Error(`The test has no value for ${name}.`);
    writeFileSync(file, withVariable(readFileSync(file, 'utf8'), name, value) ?? '');
  }
}

const service = () =>
  [...clouds.serverless.store.services.values()].find(({ uniqueName }) => uniqueName === 'customer-context');
const released = () => clouds.plugins.store.active?.configuration.plugins.map(({ version }) => version.version);

/** What a deployed function answers an agent's browser. */
async function ask(route: string, token: string): Promise<unknown> {
  const dev = [...service()!.environments.values()].find(({ domainSuffix }) => domainSuffix === 'dev')!;
  const response = await fetch(clouds.redirect(`https://${dev.domainName}/${route}`), {
    method: 'POST',
    headers: { Origin: clouds.origin },
    body: new URLSearchParams({ Token: token }),
  });
  return response.json();
}
/** Asked once per build: a function keeps what it has read for a while. */
const published = () => ask('display-schema', TOKENS.agent.token);

const build = () => [...service()!.environments.values()].find(({ domainSuffix }) => domainSuffix === 'dev')!.buildSid;
const builds: (string | null)[] = [];

/** What is true once a section was followed. */
const after: Record<string, () => Promise<void> | void> = {
  '2. Look before you deploy': () => {
    expect(clouds.controls.serverless.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
  '3. Deploy': async () => {
    expect(await ask('fetch-persona', TOKENS.expired.token)).toMatchObject({ error: { code: 'token_invalid' } });
    expect(released()).toEqual(['0.1.0']);
    expect(readFileSync(join(clone.folder, '.env'), 'utf8')).toContain(`SERVICE_SID=${service()!.sid}\n`);
    builds.push(build());
  },
  '4. Publish a first display schema': async () => {
    expect(await published()).toMatchObject({ revision: 1 });
    // What git pull brings.
    appendFileSync(join(clone.upstream, 'functions/fetch-persona.ts'), '\nexport const upgraded = true;\n');
    const manifest = join(clone.upstream, 'plugin/package.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"version": "0.1.0"', '"version": "0.2.0"'));
    clone.commit('Second');
  },
  Upgrade: async () => {
    expect(released()).toEqual(['0.2.0']);
    expect(build()).not.toBe(builds[0]);
    expect(await published()).toMatchObject({ revision: 1 });
  },
  'Roll back': async () => {
    expect(released()).toEqual(['0.1.0']);
    expect(build()).toBe(builds[0]);
    expect(await published()).toMatchObject({ revision: 2 });
  },
  Remove: () => {
    expect(service()).toBeUndefined();
    expect(released()).toEqual([]);
    expect(readFileSync(join(clone.folder, '.env'), 'utf8')).not.toMatch(/^SERVICE_SID=./m);
  },
};

it('has every section that is looked at, and shell in it', () => {
  const titles = sections
    .filter(({ blocks }) => blocks.some(({ language }) => language === 'sh'))
    .map(({ title }) => title);
  expect(titles).toEqual(['1. Say which account', ...Object.keys(after)]);
});

it(
  'brings a fresh clone from nothing to agents using it, through an upgrade and back, to nothing',
  { timeout: 600_000 },
  async () => {
    for (const { title, text, blocks } of sections) {
      let output = '';
      for (const { language, text: block } of blocks) {
        if (language === 'text') expectShown(block, output);
        if (language !== 'sh') continue;
        output = '';
        for (const line of block.split('\n').filter((one) => one.trim() !== '')) {
          const ran = await clone.run(line);
          output += ran.output;
          expect(ran.code, `${line}\n${ran.output}`).toBe(0);
          expect(ran.output).not.toContain(clouds.authToken);
        }
      }
      if (title === '1. Say which account') fillIn(text);
      await after[title]?.();
    }
  },
);
