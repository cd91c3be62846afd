import type { Doctor } from './doctor';

/**
 * How a check ended. `note`: fine, and worth knowing. `warn`: it works, and something is about to bite. `fail`: it does
 * not work. `skipped`: what it needs is not there.
 */
export type Severity = 'ok' | 'note' | 'warn' | 'fail' | 'skipped';

/** What a check found out. Never holds a secret's value or anything of a customer. */
export interface Finding {
  severity: Severity;
  /** One line. */
  says: string;
  /** The command or console page that mends it. */
  mend?: string;
  /** Checks that need this one have nothing to look at, though it did not fail. */
  stops?: boolean;
  /** Something here is not set up, or an upstream is out of reach: exit code 2 instead of 1. */
  setup?: boolean;
}

export interface Check {
  /** What `--only` takes. */
  id: string;
  /** A few words. */
  name: string;
  /** Ids of the checks that must have come out well before. */
  needs: readonly string[];
  /** What it asks, in one sentence for the documentation. */
  asks: string;
  /** What mends it in general, in one sentence for the documentation. */
  mends: string;
  run(doctor: Doctor): Finding | Promise<Finding>;
}

export const ok = (says: string): Finding => ({ severity: 'ok', says });
export const note = (says: string, mend?: string): Finding => finding('note', says, mend);
export const warn = (says: string, mend?: string): Finding => finding('warn', says, mend);
export const fail = (says: string, mend?: string): Finding => finding('fail', says, mend);
/** Something here is missing or wrong, or an upstream is out of reach. */
export const notSetUp = (says: string, mend?: string): Finding => ({ ...fail(says, mend), setup: true });
/** Not there yet: nothing is wrong, and nothing that needs it can be looked at. */
export const notThere = (says: string, mend?: string): Finding => ({ ...note(says, mend), stops: true });

function finding(severity: Severity, says: string, mend: string | undefined): Finding {
  return { severity, says, ...(mend === undefined ? {} : { mend }) };
}
