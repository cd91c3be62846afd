import { spawn } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { at } from '../scripts/build/root';
import { connectClouds } from '../scripts/cloud/clouds';
import { sandboxVariables } from '../scripts/cloud/sandbox';
import { flexPage } from './support/flex';

const open = flexPage();

/** Runs the command as an operator does. @returns what it printed as JSON */
function deploy(origin: string): Promise<{ functions: { domain: string }; plugin: { version: string } }> {
  return new Promise((done, failed) => {
    const args = ['--import', 'tsx', 'scripts/deploy.ts', '--sandbox', origin, '--release', '--json'];
    const child = spawn(process.execPath, args, { cwd: at(''), stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => (printed.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (printed.err += data.toString()));
    child.on('error', failed);
    child.on('close', (code) => (code === 0 ? done(JSON.parse(printed.out)) : failed(new Error(printed.err))));
  });
}

/** The plugin that agents load, as Flex gets it: released, and served to signed requests alone. */
async function releasedBundle(origin: string): Promise<Buffer> {
  const clouds = connectClouds(sandboxVariables(origin));
  const [release] = await clouds.twilio.flexApi.v1.pluginReleases.list({ limit: 1 });
  const [plugin] = await clouds.twilio.flexApi.v1.pluginConfigurations(release!.configurationSid).plugins.list();
  // Twilio serves a deployment some moments after it was made.
  return vi.waitUntil(() => clouds.download(plugin!.pluginUrl), { timeout: 10_000, interval: 250 });
}

it(
  'what npm run deploy releases works in Flex, with the functions that it has deployed',
  { timeout: 180_000 },
  async () => {
    const { flex } = open;
    const { functions } = await deploy(flex.url);
    const bundle = await releasedBundle(flex.url);
    await flex.page.route('**/sandbox/plugin/*.js*', (route) =>
      route.fulfill({ body: bundle, contentType: 'text/javascript' }),
    );
    const asked: string[] = [];
    flex.page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await flex.open();
    const customer = flex.segment
      .profiles('us')
      .users()
      .find(({ traits }) => traits.has('plan'));
    const userId = customer?.ids.find(({ type }) => type === 'user_id')?.id ?? '';
    await flex.task({ intent: 'refund' }, { attributes: { userId } });
    await flex.value('Intent').getByText('refund').waitFor();
    await flex.tab('Traits');
    await flex.row('Plan').waitFor();
    expect(await flex.value('Plan').innerText()).toContain(customer?.traits.get('plan')?.value);
    // Not those that the sandbox runs by itself.
    const called = asked.filter((path) => path.endsWith('/fetch-persona'));
    expect(new Set(called)).toEqual(new Set([`/_out/${functions.domain}/fetch-persona`]));
  },
);
