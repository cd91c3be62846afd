import { expect, it, vi } from 'vitest';
import { runCommand } from '../scripts/cloud/testing/spawn';
import { flexPage } from './support/flex';
import { accountOf, releasedPlugins } from './support/released';

const open = flexPage();

/** The plugin that agents load, as Flex gets it: released, and served to signed requests alone. */
async function releasedBundle(origin: string): Promise<Buffer> {
  const account = accountOf(origin);
  const [plugin] = await releasedPlugins(account);
  // Twilio serves a deployment some moments after it was made.
  return vi.waitUntil(() => account.download(plugin!.pluginUrl), { timeout: 10_000, interval: 250 });
}

it(
  'what npm run deploy releases works in Flex, with the functions that it has deployed',
  { timeout: 180_000 },
  async () => {
    const { flex } = open;
    const { code, out, err } = await runCommand('deploy', ['--sandbox', flex.url, '--release', '--json'], {});
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const { functions } = JSON.parse(out) as { functions: { domain: string } };
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
