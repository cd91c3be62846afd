import { ServiceError } from '../../service/error';
import { variables } from '../../service/settings/variables';
import { cloudError } from '../cloud/trouble';
import { CommandError } from '../schema/command';
import { fail, notSetUp, type Check, type Finding } from './check';
import type { Doctor } from './doctor';
import { InBetween, NoAnswer } from './probe';

export interface Checked {
  check: Check;
  finding: Finding;
}

/**
 * Runs checks side by side; each waits only for those that it needs, and for no longer than its budget. Never rejects
 * for what an upstream does.
 *
 * @param checks ordered so that what a check needs stands before it.
 * @param budgetMs for each check.
 */
export async function runChecks(checks: readonly Check[], doctor: Doctor, budgetMs: number): Promise<Checked[]> {
  const findings = new Map<string, Promise<Finding>>();
  for (const check of checks) {
    findings.set(check.id, runCheck(check, checks, findings, doctor, budgetMs));
  }
  return Promise.all(
    checks.map(async (check) => ({ check, finding: await (findings.get(check.id) as Promise<Finding>) })),
  );
}

async function runCheck(
  check: Check,
  checks: readonly Check[],
  findings: ReadonlyMap<string, Promise<Finding>>,
  doctor: Doctor,
  budgetMs: number,
): Promise<Finding> {
  for (const id of check.needs) {
    const before = await findings.get(id);
    if (before === undefined) continue;
    if (before.severity !== 'fail' && before.severity !== 'skipped' && before.stops !== true) continue;
    const name = checks.find((one) => one.id === id)?.name ?? id;
    return { severity: 'skipped', says: `not checked: needs “${name}”` };
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((done) => {
    timer = setTimeout(() => done(notSetUp('no answer in time', NETWORK)), budgetMs);
  });
  const work = Promise.resolve()
    .then(() => check.run(doctor))
    .catch((error: unknown) => failed(error, check));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const NETWORK = 'Check the network, then run the same command again.';
const LATER = 'Try again in a minute; https://status.twilio.com says more.';
const CREDENTIALS = 'Copy ACCOUNT_SID and AUTH_TOKEN from the Twilio console, Account → API keys & tokens.';

/** What was thrown, in a line. Only sentences meant for people are shown. */
function failed(error: unknown, check: Check): Finding {
  if (error instanceof NoAnswer) return notSetUp(`${error.host} did not answer`, NETWORK);
  if (error instanceof InBetween) {
    return notSetUp(
      `something in between answered instead of ${error.host} (a proxy?)`,
      `Let this machine reach https://${error.host} directly, then run the same command again.`,
    );
  }
  if (error instanceof ServiceError) return notSetUp(sentence(error.message), mendOf(error, check));
  if (error instanceof CommandError) {
    return error.exit === 2
      ? notSetUp(sentence(error.message), 'Correct it in .env, then run the same command again.')
      : fail(sentence(error.message));
  }
  const trouble = cloudError(error);
  if (trouble === undefined) {
    const kind = error instanceof Error ? error.name : typeof error;
    return fail(`the answer was none that this check knows (${kind})`, NETWORK);
  }
  const { status } = trouble;
  if (status === 0) return notSetUp('Twilio did not answer', NETWORK);
  return notSetUp(`Twilio answered ${status}`, status === 401 || status === 403 ? CREDENTIALS : LATER);
}

/** What mends an error of the service’s own readers: the network where nothing that makes sense was answered. */
function mendOf({ code, message }: ServiceError, { mends }: Check): string {
  if (code === 'rate_limited') return LATER;
  if (code !== 'not_configured') return NETWORK;
  const words = message.split(/\W+/);
  const named = variables.map(({ name }) => name).filter((name) => words.includes(name));
  return named.length > 0 ? `Set ${named.join(' and ')} in .env: docs/variables.md says what is expected.` : mends;
}

const sentence = (text: string) => text.replace(/\.$/, '');

/** The checks with these ids, and all that they need, in the order of the table. */
export function withNeeds(ids: readonly string[], table: readonly Check[]): Check[] {
  const wanted = new Set(ids);
  for (const check of [...table].reverse()) {
    if (wanted.has(check.id)) check.needs.forEach((need) => wanted.add(need));
  }
  return table.filter(({ id }) => wanted.has(id));
}
