import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/serverless/control';
import { openAccount, type Account } from './testing/account';

let account: Account;
beforeEach(async () => void (account = await openAccount()));
afterEach(() => account.double.close());

const publish = (...more: string[]) => account.run('publish', 'One.json', '--comment', 'Because', ...more);
const fail = (...args: Parameters<Account['double']['control']['fail']>) => account.double.control.fail(...args);
/** Longer than a request may take, so that the command has to wait itself. */
const LIMITED: Fault = { kind: 'refuse', status: 429, retryAfterSeconds: 600 };
const BROKEN: Fault = { kind: 'refuse', status: 503 };

describe('waiting for a publication', () => {
  it('outlasts too many requests, for as long as Twilio asks', async () => {
    fail('FetchBuildStatus', LIMITED);
    const { exit, out, err } = await publish();
    expect([exit, out]).toEqual([0, 'Revision 1 is live.\n']);
    expect(err.match(/Twilio had too many requests: asking again in 60\d s/g)).toHaveLength(1);
  });

  it.each<Fault>([BROKEN, { kind: 'drop' }])('outlasts %j', async (fault) => {
    fail('FetchBuildStatus', fault, 3);
    const { exit, err } = await publish();
    expect([exit, err]).toEqual([0, expect.stringContaining('Twilio refused or did not answer: asking again in')]);
  });

  it('gives up some time, and claims nothing it does not know', async () => {
    fail('FetchBuildStatus', BROKEN, 50);
    const { exit, err } = await publish();
    expect(exit).toBe(2);
    expect(err.match(/asking again/g)).toHaveLength(5);
    expect(err).toContain('not certain whether revision 1 went live');
    expect(err).not.toContain('Nothing has changed');
    account.double.control.clear();
    expect((await publish('--json')).json).toMatchObject({ status: 'live', revision: 1 });
  });

  it('ends at once for what does not pass', async () => {
    fail('FetchBuildStatus', { kind: 'refuse', status: 401 });
    const { exit, err } = await publish();
    expect([exit, err]).toEqual([2, expect.stringContaining('Twilio refused ACCOUNT_SID and AUTH_TOKEN')]);
    expect(err).not.toContain('asking again');
  });

  it('says so when what is deployed is not seen served', async () => {
    fail('ServeAsset', { kind: 'refuse', status: 404 }, 1_000);
    const { exit, out, err } = await publish();
    expect([exit, out]).toEqual([1, expect.stringMatching(/^Revision 1 is deployed, but was not seen served/)]);
    expect(err).not.toContain('Done');
    account.double.control.clear();
    expect((await account.run('history', '--json')).json).toMatchObject({ live: 1 });
  });

  it('keeps what it knows of a deployment when Twilio stops answering', async () => {
    fail('ServeAsset', { kind: 'refuse', status: 404 }, 1_000);
    account.double.control.before('CreateDeployment', () => fail('ListDeployment', BROKEN, 50));
    const { exit, err } = await publish();
    expect([exit, err]).toEqual([2, expect.stringContaining('not certain whether revision 1 went live')]);
  });
});
