import { localFunctions } from '../build/local-functions';
import type { CloudCommand } from '../cloud/command';
import { commandLine } from '../cloud/command-line';
import { PLACE_FLAGS, PLACE_OPTIONS, wantedPlace } from '../cloud/service';
import { pluginIdentity } from '../deploy/builder';
import { CommandError, type ExitCode, type Outcome } from '../schema/command';
import { createDoctor } from './doctor';
import { runChecks, withNeeds, type Checked } from './run';
import { CHECKS } from './table';

const TIMEOUT_MS = 8_000;
const BUDGET_MS = 15_000;

export interface DoctorCommandOptions {
  /** For one answer, in ms. */
  timeoutMs?: number;
  /** For one check, in ms. */
  budgetMs?: number;
  nodeVersion?: string;
}

/** `npm run doctor`: says what is wrong and what mends it. Changes nothing. */
export function doctorCommand(options: DoctorCommandOptions = {}): CloudCommand {
  return {
    name: 'doctor',
    usage: '[options]',
    summary: 'Says whether everything is in place, one line per check, and what mends what is not. Changes nothing.',
    options: { only: `Only these, separated by commas: ${CHECKS.map(({ id }) => id).join(', ')}.`, ...PLACE_OPTIONS },
    flags: PLACE_FLAGS,
    most: 0,
    async run(asked, io) {
      const ids = chosen(asked.options['only']);
      const doctor = createDoctor({
        variables: io.variables,
        wanted: wantedPlace(asked, io),
        plugin: pluginIdentity().name,
        functions: localFunctions(),
        sandbox: asked.sandbox !== undefined,
        command: (name, ...words) => commandLine(name, words, asked),
        nodeVersion: options.nodeVersion ?? process.versions.node,
        now: io.now,
        timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      });
      const checked = await runChecks(withNeeds(ids, CHECKS), doctor, options.budgetMs ?? BUDGET_MS);
      return outcome(checked.filter(({ check }) => ids.includes(check.id)));
    },
  };
}

function chosen(only: string | undefined): string[] {
  const all = CHECKS.map(({ id }) => id);
  if (only === undefined) return all;
  const ids = only.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !all.includes(id));
  if (unknown !== undefined) throw new CommandError(`--only takes: ${all.join(', ')}.`);
  return ids;
}

const MARKS = { ok: 'ok', note: 'note', warn: 'WARN', fail: 'FAIL', skipped: '-' } as const;

function outcome(checked: readonly Checked[]): Outcome {
  const width = Math.max(...checked.map(({ check }) => check.name.length));
  const lines = checked.map(({ check, finding: { severity, says, mend } }) => {
    const what = `${MARKS[severity].padEnd(5)} ${check.name.padEnd(width)}  ${says}`;
    return mend === undefined ? what : `${what} → ${mend}`;
  });
  const failed = checked.filter(({ finding }) => finding.severity === 'fail');
  const exit: ExitCode = failed.length === 0 ? 0 : failed.some(({ finding }) => finding.setup === true) ? 2 : 1;
  const json = {
    status: failed.length === 0 ? 'ok' : 'failed',
    checks: checked.map(({ check, finding: { severity, says, mend } }) => ({
      id: check.id,
      severity,
      says,
      mend: mend ?? null,
    })),
  };
  return { exit, lines, json };
}
