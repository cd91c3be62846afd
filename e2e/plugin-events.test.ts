import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from '../scripts/build/plugin';
import { flexPage, type FlexPage } from './support/flex';

/** A plugin that is built to tell Segment how it is used, in the real Flex. */

const DOCUMENT = JSON.stringify({
  version: 1,
  traits: {
    sections: [
      {
        fields: [
          { key: 'name', label: 'Customer' },
          { key: 'email', mask: { reveal: ['agent'] } },
        ],
      },
    ],
  },
});
const ANA = { attributes: { name: 'Ana Duarte', userId: 'u-ana-duarte' } };

let folder: string;
let telling: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telling-plugin-'));
  const outFile = join(folder, 'plugin.js');
  const env = { FLEX_APP_FUNCTIONS_BASE: '/_functions', FLEX_APP_PLUGIN_EVENTS: 'anonymous' };
  await buildPlugin({ outFile, env, sourcemap: false });
  telling = readFileSync(outFile, 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openTelling(flex: FlexPage): Promise<void> {
  await flex.page.route('**/sandbox/plugin/*.js*', (route) =>
    route.fulfill({ body: telling, contentType: 'text/javascript' }),
  );
  await flex.open();
}

describe('events of the plugin', () => {
  const open = flexPage();

  it('reach Segment under a random id, with nothing of the customer in them', async () => {
    const { flex } = open;
    flex.control.publish(DOCUMENT);
    await openTelling(flex);
    const requests: string[] = [];
    flex.page.on('request', (request) => {
      if (request.url().endsWith('/track-events')) requests.push(request.postData() ?? '');
    });
    const task = flex.control.createTask({ attributes: { ...ANA.attributes, context: { intent: 'refund' } } });
    await flex.select(task);
    await flex.accept(task);
    await flex.tab('Traits');
    await flex.panel.getByRole('button', { name: /^Reveal/ }).click();
    await flex.panel.getByText('ana.duarte@example.com').waitFor();
    await expect.poll(() => flex.segment.tracking.all().length, { timeout: 20_000 }).toBe(2);
    const [shown, revealed] = flex.segment.tracking.all();
    expect(shown).toMatchObject({
      type: 'track',
      outcome: 'accepted',
      event: 'Customer Context Shown',
      properties: { revision: 1, contextFacts: 1, traitFacts: 2, traits: 'shown' },
    });
    expect(shown?.properties?.['sinceReservation']).toBeTypeOf('number');
    expect(revealed).toMatchObject({ event: 'Masked Value Revealed', anonymousId: shown?.anonymousId });
    expect(shown?.userId).toBeUndefined();
    // The token is in every request; of the customer, the task and the worker there is nothing.
    expect(requests).toHaveLength(1);
    const told = decodeURIComponent(requests.join()) + JSON.stringify(flex.segment.tracking.all());
    for (const canary of ['Ana', 'duarte', 'refund', 'email', task.sid]) expect(told).not.toContain(canary);
  });

  it('are no trouble to anybody when Segment does not take them', async () => {
    const { flex } = open;
    flex.control.publish(DOCUMENT);
    await openTelling(flex);
    flex.segment.weather.set('batch', { kind: 'down', status: 503 });
    const answers: number[] = [];
    flex.page.on('response', (response) => {
      if (response.url().endsWith('/track-events')) answers.push(response.status());
    });
    await flex.task({ intent: 'refund' }, ANA);
    await flex.tab('Traits');
    await flex.value('Customer').getByText('Ana Duarte').waitFor();
    await expect.poll(() => answers, { timeout: 30_000 }).toEqual([502]);
    await flex.value('Customer').getByText('Ana Duarte').waitFor();
    expect(await flex.page.locator('.Twilio-NotificationBar', { hasText: /customer context/i }).count()).toBe(0);
  });
});

describe('a plugin that is built as always', () => {
  const open = flexPage();

  it('tells nothing', async () => {
    const { flex } = open;
    await flex.task({ intent: 'refund' }, ANA);
    await flex.tab('Traits');
    await flex.value('Email').first().waitFor();
    await flex.page.waitForTimeout(12_000);
    expect(flex.segment.tracking.all()).toEqual([]);
  });
});
