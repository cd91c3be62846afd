import { nodeProblem } from '../../setup/node-version.mjs';
import { variableProblems, type VariableProblem } from '../../deploy/variables';
import { fail, note, notSetUp, ok, warn, type Check } from '../check';
import { leftOut } from '../segment';

const SKEW_WARN_S = 30;
const SKEW_FAIL_S = 300;

/** What can be told of this machine and of the account’s credentials. */
export const HERE: readonly Check[] = [
  {
    id: 'node',
    name: 'Node',
    needs: [],
    asks: 'Is this a version of Node that the commands run on?',
    mends: 'Install Node 20.19 or newer.',
    run({ nodeVersion }) {
      const problem = nodeProblem(nodeVersion);
      return problem === undefined
        ? ok(nodeVersion)
        : notSetUp(`version ${nodeVersion} is too old`, 'Install Node 20.19 or newer.');
    },
  },
  {
    id: 'variables',
    name: 'Variables here',
    needs: [],
    asks: 'Is every variable that is needed set, here or in the service, and does it have the right form here?',
    mends: 'Set it in `.env`; docs/variables.md has them all.',
    async run({ variables, inService, command }) {
      const isMissing = ({ problem }: VariableProblem) => problem === 'missing';
      let problems = variableProblems(variables, new Set());
      if (problems.some(isMissing)) {
        // A service that can’t be looked at is another check’s line.
        const there = Object.entries(await inService().catch(() => ({}))).filter(([, value]) => value.trim() !== '');
        problems = variableProblems(variables, new Set(there.map(([name]) => name)));
      }
      const { names, says } = leftOut(problems.filter(isMissing).map(({ name }) => name));
      const wrong = problems.filter(({ name }) => !names.includes(name));
      if (wrong.length > 0) {
        const each = wrong.map(({ name, problem, expects }) => `${name} is ${problem} (expected: ${expects})`);
        return notSetUp(each.join('; '), 'Set them in .env: docs/variables.md explains each.');
      }
      if (says.length === 0) return ok('all set and well-formed');
      return note(says.join('; '), `To have that, set them as docs/segment.md says, then ${command('deploy')}.`);
    },
  },
  {
    id: 'credentials',
    name: 'Twilio account',
    needs: [],
    asks: 'Does Twilio take ACCOUNT_SID and AUTH_TOKEN, and is the account active?',
    mends: 'Copy both from the Twilio console, Account → API keys & tokens.',
    async run({ settings, ask, authorization }) {
      const authorized = authorization();
      const url = `https://api.twilio.com/2010-04-01/Accounts/${settings.get('ACCOUNT_SID')}.json`;
      const { status, json } = await ask(url, { headers: { Authorization: authorized } });
      const where = 'Copy ACCOUNT_SID and AUTH_TOKEN from the Twilio console, Account → API keys & tokens.';
      if ([401, 403, 404].includes(status)) return notSetUp('Twilio refuses ACCOUNT_SID and AUTH_TOKEN', where);
      if (status !== 200)
        return notSetUp(`api.twilio.com answered ${status}`, 'Try again; https://status.twilio.com says more.');
      const state = json?.['status'];
      if (state !== 'active') {
        const word = state === 'suspended' || state === 'closed' ? state : 'not active';
        return notSetUp(
          `the account is ${word}`,
          'Look at the account in the Twilio console, https://console.twilio.com.',
        );
      }
      return ok(`${settings.get('ACCOUNT_SID')}, active`);
    },
  },
  {
    id: 'clock',
    name: 'Clock',
    needs: [],
    asks: 'Does the clock of this machine agree with Twilio’s?',
    mends: 'Set the clock by the network.',
    async run({ probe, now }) {
      const before = now();
      const { headers } = await probe('https://api.twilio.com/');
      const theirs = Date.parse(headers.get('date') ?? '');
      if (Number.isNaN(theirs)) return note('Twilio’s answer has no date to compare with');
      // The header has whole seconds, cut off.
      const seconds = Math.round(Math.abs((before + now()) / 2 - (theirs + 500)) / 1000);
      const says = `${seconds} s away from Twilio’s`;
      const mend = 'Set the clock of this machine by the network.';
      if (seconds >= SKEW_FAIL_S) return { ...fail(says, mend), setup: true };
      return seconds >= SKEW_WARN_S ? warn(says, mend) : ok('agrees with Twilio’s');
    },
  },
];
