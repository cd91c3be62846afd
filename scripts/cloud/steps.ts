import { DetailedError, exitOf, type CloudIo } from './command';
import { Conflict } from './deployment';
import { cloudError } from './trouble';

/** A step that ran, for programs. */
export interface StepTaken {
  name: string;
  /** How long it took. */
  milliseconds: number;
}

/** The steps of a command that changes something: each is told when it begins, and timed. */
export interface Steps {
  /**
   * Runs a step.
   *
   * @param unanswered how things stand where nobody knows whether it was carried out; default: as before the step
   * @throws CommandError that names the step, what Twilio said, how things stand now and what to do.
   */
  run<T>(name: string, work: () => Promise<T>, unanswered?: string): Promise<T>;
  /** How things stand for agents and flows from here on, should a later step fail. */
  stands(sentence: string): void;
  taken: readonly StepTaken[];
}

/** @param stands how things stand before the first step changes anything */
export function createSteps(io: Pick<CloudIo, 'progress' | 'now'>, stands: string): Steps {
  const began = io.now();
  const taken: StepTaken[] = [];
  let standing = stands;
  const elapsed = () => `${((io.now() - began) / 1000).toFixed(1).padStart(6)} s`;
  return {
    taken,
    stands: (sentence) => (standing = sentence),
    async run(name, work, unanswered) {
      io.progress(`${elapsed()}  ${name}`);
      const start = io.now();
      try {
        return await work();
      } catch (error) {
        if (error instanceof Conflict) {
          const parts = [
            error.message,
            error.stands ?? standing,
            'Run the same command again: it starts from what is there then.',
          ];
          const message = `${name}: ${parts.filter((part) => part !== '').join(' ')}`;
          throw new DetailedError(message, 1, 'conflict', { step: name, steps: taken });
        }
        const trouble = cloudError(error);
        if (trouble === undefined) throw error;
        const { status } = trouble;
        const advice =
          status === 401 || status === 403
            ? 'Check ACCOUNT_SID and AUTH_TOKEN, then run the same command again.'
            : 'Run the same command again: it goes on from there.';
        const stands = status === 0 ? (unanswered ?? standing) : standing;
        throw new DetailedError(`${name}: ${trouble.message}. ${stands} ${advice}`, exitOf(trouble), 'twilio', {
          step: name,
          status,
          steps: taken,
        });
      } finally {
        taken.push({ name, milliseconds: io.now() - start });
      }
    },
  };
}
