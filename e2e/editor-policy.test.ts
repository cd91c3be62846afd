import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOKENS } from '../sandbox/tokens';
import { buildForSandbox, type SandboxFiles } from '../scripts/build/for-sandbox';
import { theWorld } from './support/world';

/**
 * Flex itself needs `unsafe-eval`, so both scripts are tried in a page of their own whose policy forbids it, with the
 * globals that Flex provides and just enough of Flex around them.
 */

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
const require = createRequire(import.meta.url);
const file = (name: string) => readFileSync(require.resolve(name), 'utf8');
const script = (...names: string[]) => names.map((name) => `<script src="/policy/${name}"></script>`).join('');

const WATCH = `
  // Shows that the policy is in force: what the scripts do not do here, they could not do.
  try { window.evaluated = eval('"evaluated"'); } catch { window.evaluated = 'refused'; }
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.violations.push(violatedDirective + ' ' + blockedURI));
`;
const quiet = '{ get: () => ({ revision: null }), subscribe: () => () => undefined }';
const EDITOR = `
  const tasks = [];
  ReactDOM.render(React.createElement(window.customerContextEditor.Editor, {
    post: async () => ({ status: 'none' }),
    agent: { id: 'WK1', roles: ['admin'], isAdmin: true, attributes: {}, locale: 'en-US' },
    theme: { isLight: true },
    tasks: { get: () => tasks, subscribe: () => () => undefined },
    live: ${quiet},
    onLive: () => undefined,
  }), document.getElementById('root'));
`;
const FLEX = `
  const nothing = () => undefined;
  const task = { sid: 'WR1', taskSid: 'WT1', attributes: { context: { intent: 'refund', total: 12.5 } } };
  const given = (more) => (Wrapped) => (props) => React.createElement(Wrapped, { ...props, ...more });
  const flex = {
    CRMContainer: { Content: { add: (root) => ReactDOM.render(root, document.getElementById('root')), remove: nothing } },
    withTaskContext: given({ task }),
    withTheme: given({ theme: { isLight: true } }),
    Actions: { addListener: nothing },
  };
  const manager = {
    user: { identity: 'a', roles: ['agent'], token: ${JSON.stringify(TOKENS.agent.token)} },
    localization: { localeTag: 'en-US' },
    events: { addListener: nothing },
  };
  window.Twilio = { Flex: { ...flex, Plugins: { init: (Plugin) => new Plugin().init(flex, manager) } } };
`;

let files: SandboxFiles;
let page: Page;
let url: string;
const errors: string[] = [];
beforeEach(async () => {
  files = await buildForSandbox(() => undefined);
  const { sandbox, browser } = await theWorld();
  sandbox.control.reset({ empty: true });
  url = sandbox.url;
  page = await browser.newPage();
  errors.length = 0;
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(() => page.close());

async function open(scripts: Record<string, string>): Promise<void> {
  const all: Record<string, string> = {
    'watch.js': WATCH,
    'react.js': file('react/umd/react.production.min.js'),
    'react-dom.js': file('react-dom/umd/react-dom.production.min.js'),
    ...scripts,
  };
  await page.route('**/policy/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const headers = { 'Content-Security-Policy': POLICY };
    if (name in all) await route.fulfill({ body: all[name]!, contentType: 'text/javascript; charset=utf-8', headers });
    else {
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Policy</title><body><div id="root" style="display:flex;height:100vh"></div>${script(...Object.keys(all))}`;
      await route.fulfill({ body, contentType: 'text/html', headers });
    }
  });
  await page.goto(`${url}/policy/page`);
}

async function expectNothingEvaluated(): Promise<void> {
  // The one that the page itself provoked.
  expect(await page.evaluate(() => Reflect.get(window, 'violations') as string[])).toEqual(['script-src eval']);
  expect(errors).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'evaluated') as string)).toBe('refused');
}

describe('in a page whose policy forbids unsafe-eval', () => {
  it('the plugin shows a task’s context', async () => {
    const plugin = readFileSync(files.pluginScript('panel2'), 'utf8');
    await open({ 'flex.js': FLEX, 'plugin.js': plugin });
    await page.locator('dt', { hasText: 'Intent' }).waitFor();
    await expectNothingEvaluated();
  });

  it('the editor edits in the form and as JSON, and shows the preview', async () => {
    const editor = readFileSync(`${files.assetsDir}/plugin-customer-context-admin.js`, 'utf8');
    await open({ 'editor.js': editor, 'boot.js': EDITOR });
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    await page
      .locator('.cc-editor textarea')
      .first()
      .fill('{"version":1,"context":{"sections":[{"title":"Why","fields":[{"key":"intent","label":"Reason"}]}]}}');
    const preview = page.getByRole('region', { name: 'Preview of what agents see' });
    await preview.locator('dt:text-is("Reason")').first().waitFor();
    await page.getByRole('button', { name: 'Form', exact: true }).click();
    await page.locator('[data-pointer="/context/sections/0/fields/0"]').click();
    await page
      .getByRole('textbox', { name: /^Label/ })
      .first()
      .fill('Reason for contact');
    await preview.locator('dt', { hasText: 'Reason for contact' }).waitFor();
    await expectNothingEvaluated();
  });
});
