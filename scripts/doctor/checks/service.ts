import { flexOrigins } from '../../../service/settings/settings';
import { signPost } from '../../../service/twilio/signature';
import { isNeededBeside, valueIn, type Variable } from '../../../service/settings/variables';
import { serviceTable } from '../../deploy/variables';
import { RUNTIME } from '../../deploy/service-plan';
import { FORM, typedError } from '../answers';
import { fail, note, notThere, ok, warn, type Check } from '../check';
import type { Doctor } from '../doctor';
import type { ProbeAnswer } from '../probe';
import { leftOut } from '../segment';

/** What is wrong with what a function answers to a page of Flex. */
interface Complaint {
  path: string;
  /** @param who the functions that it is true of, in words */
  says: (who: string) => string;
  variable?: Variable;
}

function complaintOf(path: string, origin: string, answer: ProbeAnswer): Complaint | undefined {
  const error = typedError(answer);
  if (error?.code === 'origin_not_allowed') return { path, says: (who) => `pages of ${origin} are refused by ${who}` };
  if (error?.variable !== undefined) {
    const { variable } = error;
    return { path, variable, says: (who) => `${variable.name} is missing or malformed in ${who}` };
  }
  const { status } = answer;
  if (error === undefined || (status !== 400 && status !== 401)) {
    return { path, says: (who) => `${who} answered ${status}${error === undefined ? '' : ` (${error.code})`}` };
  }
  const allowed = answer.headers.get('access-control-allow-origin');
  return allowed === origin ? undefined : { path, says: (who) => `pages of ${origin} may not read ${who}` };
}

/** Each complaint once, with all that it is true of. */
function grouped(complaints: readonly Complaint[], functions: number): string[] {
  const paths = new Map<string, Set<string>>();
  for (const { path, says } of complaints) {
    const same = says('…');
    paths.set(same, (paths.get(same) ?? new Set()).add(path));
  }
  const who = (some: ReadonlySet<string>) =>
    some.size === functions && functions > 1 ? `all ${functions} functions` : [...some].join(', ');
  const lines = complaints.map(({ says }) => says(who(paths.get(says('…')) ?? new Set())));
  return [...new Set(lines)];
}

const CREDENTIALS_BOX =
  'In the Twilio console, Functions and Assets → Services → the service → Settings → Environment Variables, tick “Add my Twilio Credentials (ACCOUNT_SID) and (AUTH_TOKEN) to ENV”.';

async function environmentOf(doctor: Doctor) {
  const deployed = await doctor.deployed();
  if (deployed === undefined) throw new Error('A check that needs what is deployed ran without it.');
  return deployed;
}

/** The Serverless Service, and what runs in it. */
export const SERVICE: readonly Check[] = [
  {
    id: 'service',
    name: 'Serverless service',
    needs: ['credentials'],
    asks: 'Is the service of the functions there, with an environment that something is deployed to?',
    mends: '`npm run deploy`',
    async run(doctor) {
      const { service, environment, others } = await doctor.place();
      const deploy = doctor.command('deploy');
      if (service === undefined) return notThere('not there: nothing was deployed yet', deploy);
      if (environment === undefined) {
        const there = others.map(({ suffix, uniqueName }) => suffix || uniqueName).join(', ');
        const says = `${service.uniqueName} has no such environment${there === '' ? '' : `; it has ${there}`}`;
        return notThere(says, there === '' ? deploy : 'Name one of them with --environment.');
      }
      if (environment.build === undefined) {
        return notThere(`${service.uniqueName} is there, and nothing is deployed to ${environment.domain} yet`, deploy);
      }
      return ok(`${service.uniqueName}, https://${environment.domain}`);
    },
  },
  {
    id: 'functions',
    name: 'Functions',
    needs: ['service'],
    asks: 'Is each function of this version deployed, with the right visibility and runtime?',
    mends: '`npm run deploy`',
    async run(doctor) {
      const { build } = await environmentOf(doctor);
      const wrong = doctor.functions.flatMap(({ path, access }) => {
        const found = build.functions.find((one) => one.path === path);
        if (found === undefined) return [`${path} is missing`];
        return found.visibility === access ? [] : [`${path} is ${found.visibility} and must be ${access}`];
      });
      if (wrong.length > 0) return fail(wrong.join('; '), doctor.command('deploy'));
      if (build.runtime !== RUNTIME) {
        return note(
          `all ${doctor.functions.length} deployed, with the runtime ${build.runtime} instead of ${RUNTIME}`,
          doctor.command('deploy'),
        );
      }
      return ok(`all ${doctor.functions.length} deployed`);
    },
  },
  {
    id: 'public-functions',
    name: 'Functions for Flex',
    needs: ['service'],
    asks: 'Does each public function answer a request without a token with our own error, readable from FLEX_ORIGINS?',
    mends: '`npm run deploy`, with FLEX_ORIGINS set to where Flex is opened.',
    async run(doctor) {
      const { environment, build } = await environmentOf(doctor);
      const there = doctor.functions.filter(
        ({ path, access }) => access === 'public' && build.functions.some((one) => one.path === path),
      );
      const origins = doctor.sandbox
        ? [doctor.settings.get('CUSTOMER_CONTEXT_LOOPBACK')]
        : flexOrigins(doctor.settings);
      const asked = there.flatMap(({ path }) => origins.map((origin) => ({ path, origin })));
      const wrong = await Promise.all(
        asked.map(async ({ path, origin }): Promise<Complaint | undefined> => {
          const url = `https://${environment.domain}${path}`;
          const answer = await doctor.probe(url, { headers: { Origin: origin, 'Content-Type': FORM }, body: '' });
          return complaintOf(path, origin, answer);
        }),
      );
      const complaints = wrong.filter((one) => one !== undefined);
      if (complaints.length === 0) return ok(`answer pages of ${origins.join(', ')}`);
      const isTwilios = ({ variable }: Complaint) => variable?.providedByTwilio === true;
      const mends = [
        ...(complaints.some(isTwilios) ? [CREDENTIALS_BOX] : []),
        ...(complaints.every(isTwilios)
          ? []
          : [`Set FLEX_ORIGINS and what else is named, then ${doctor.command('deploy')}.`]),
      ];
      return fail(grouped(complaints, there.length).join('; '), mends.join(' '));
    },
  },
  {
    id: 'protected-functions',
    name: 'Functions for Studio',
    needs: ['service'],
    asks: 'Does each protected function refuse an unsigned request, and answer a signed one without parameters?',
    mends: '`npm run deploy`',
    async run(doctor) {
      const { environment, build } = await environmentOf(doctor);
      const there = doctor.functions.filter(
        ({ path, access }) => access === 'protected' && build.functions.some((one) => one.path === path),
      );
      const wrong = await Promise.all(
        there.map(async ({ path }): Promise<string[]> => {
          const url = `https://${environment.domain}${path}`;
          const bare = await doctor.probe(url, { headers: { 'Content-Type': FORM }, body: '' });
          const isOurs = typedError(bare) !== undefined || bare.status === 200;
          if (isOurs || (bare.status !== 400 && bare.status !== 403)) {
            return [isOurs ? `${path} answers anybody` : `${path} answered ${bare.status} to an unsigned request`];
          }
          const signature = signPost(url, {}, doctor.settings.get('AUTH_TOKEN'));
          const signed = await doctor.probe(url, {
            headers: { 'Content-Type': FORM, 'X-Twilio-Signature': signature },
            body: '',
          });
          const error = typedError(signed);
          // It runs; the variable is the next check’s line.
          if (error?.variable !== undefined) return [];
          if (error?.code === 'bad_request' || (signed.status === 200 && signed.json?.['found'] === false)) return [];
          return [`${path} answered ${signed.status} to a signed request`];
        }),
      );
      const lines = wrong.flat();
      return lines.length > 0
        ? fail(lines.join('; '), doctor.command('deploy'))
        : ok('refuse strangers, answer signed requests');
    },
  },
  {
    id: 'deployed-variables',
    name: 'Variables there',
    needs: ['service'],
    asks: 'Does the environment of the functions hold the variables that they need, as they are set here?',
    mends: '`npm run deploy`',
    async run(doctor) {
      const values = await doctor.inService();
      const deploy = doctor.command('deploy');
      if ('CUSTOMER_CONTEXT_LOOPBACK' in values) {
        return fail(
          'CUSTOMER_CONTEXT_LOOPBACK is set, which is for development only',
          'Delete it in the Twilio console, Functions and Assets → Services → Environment variables.',
        );
      }
      const here = (one: Variable) => valueIn(doctor.variables, one);
      const there = (one: Variable) => valueIn(values, one);
      const name = (one: Variable) => one.name;
      const needed = (one: Variable) => one.requiredBy.length > 0 || isNeededBeside(values, one);
      const lacking = serviceTable.filter((one) => needed(one) && there(one) === '');
      const chosen = leftOut(lacking.filter((one) => here(one) === '').map(name)).names;
      const missing = lacking.map(name).filter((one) => !chosen.includes(one));
      const malformed = serviceTable.filter((one) => there(one) !== '' && !one.check(there(one))).map(name);
      if (missing.length + malformed.length > 0) {
        const says = [...missing.map((one) => `${one} is missing`), ...malformed.map((one) => `${one} is malformed`)];
        return fail(says.join('; '), `Set them in .env, then ${deploy}.`);
      }
      const different = serviceTable.filter((one) => here(one) !== '' && here(one) !== there(one)).map(name);
      if (different.length > 0) return warn(`not as they are here: ${different.join(', ')}`, deploy);
      const only = serviceTable.filter((one) => here(one) === '' && there(one) !== '').map(name);
      return only.length > 0 ? note(`set there and not here: ${only.join(', ')}`) : ok('as they are here');
    },
  },
];
