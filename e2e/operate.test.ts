import { expect, it } from 'vitest';
import { ACCOUNT_SID, AUTH_TOKEN } from '../sandbox/account';
import { sandboxVariables } from '../scripts/cloud/sandbox';
import { runHere } from '../scripts/cloud/testing/spawn';
import { accountOf, releasedPlugins } from './support/released';
import { theWorld } from './support/world';

/** The names of the plugins that agents load. */
const released = async (origin: string) =>
  (await releasedPlugins(accountOf(origin))).map(({ uniqueName }) => uniqueName);

it(
  'an operator deploys into the sandbox, looks, removes it, and brings it back as the command says',
  { timeout: 240_000 },
  async () => {
    const { sandbox } = await theWorld();
    sandbox.control.reset({ empty: true });
    const origin = sandbox.url;
    const variables = sandboxVariables(origin);
    const secrets = [AUTH_TOKEN, variables['SEGMENT_PERSONA_KEY']!, variables['SEGMENT_WRITE_KEY']!];
    /** Types a line as it stands, without anything that this machine is set up for. @returns what came out */
    const type = async (line: string) => {
      const [program = '', ...words] = line.split(' ');
      const { code, out, err } = await runHere(program, words, {});
      for (const secret of secrets) expect(out + err).not.toContain(secret);
      expect([line, code, code === 0 ? '' : out + err]).toEqual([line, 0, '']);
      return out;
    };

    await type(`npm run deploy -- --release --sandbox ${origin}`);
    expect(await released(origin)).toEqual(['plugin-customer-context']);
    expect(await type(`npm run doctor -- --sandbox ${origin}`)).toContain(ACCOUNT_SID);
    expect(await type(`npm run rollback -- --sandbox ${origin}`)).toMatch(/ZB\w{32} .*\(live\)[\s\S]* {2}\d.*\(live\)/);
    const gone = await type(`npm run remove -- --yes --sandbox ${origin}`);
    expect(await released(origin)).toEqual([]);
    expect(await type(`npm run remove -- --yes --sandbox ${origin}`)).toContain('There is nothing to remove.');

    const [, back = ''] = /(npm run deploy -- .*) brings it back/.exec(gone) ?? [];
    expect(back).toBe(`npm run deploy -- --release --sandbox ${origin}`);
    await type(back);
    expect(await released(origin)).toEqual(['plugin-customer-context']);
    expect(await type(`npm run doctor -- --sandbox ${origin}`)).toContain(ACCOUNT_SID);
    sandbox.control.reset({ empty: true });
  },
);
