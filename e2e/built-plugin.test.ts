import { expect, it } from 'vitest';
import { at } from '../scripts/build/root';
import { buildPlugin } from '../scripts/build/plugin';
import { flexPage } from './support/flex';

const open = flexPage();

it('loads as operators build it without functions: context only, and no request to any function', async () => {
  const { flex } = open;
  const outFile = at('.cache/e2e/plugin-customer-context.js');
  await buildPlugin({ outFile, env: { FLEX_APP_FUNCTIONS_BASE: '' } });
  await flex.page.route('**/sandbox/plugin/*.js*', (route) => route.fulfill({ path: outFile }));
  await flex.open();
  flex.control.clearRequests();
  await flex.task({ intent: 'refund' });
  await flex.value('Intent').waitFor();
  expect(await flex.panel.getByRole('tab').allInnerTexts()).toHaveLength(1);
  expect(flex.control.requests({ host: 'functions' })).toEqual([]);
});
