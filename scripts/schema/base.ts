import { isObject } from '../../display/json';
import { parseDocument } from '../../schemas/parse';
import { isRevision, isRevisionId, type RevisionRef } from '../../service/schema-store/index-document';
import { CommandError, type Io } from './command';
import type { Live, Remote } from './remote';

/** Beside a file that was pulled or published: which publication its content is, or was made from. */
export function sidecarOf(file: string): string {
  return `${file}.base`;
}

/** Notes where a file comes from. Numbers begin at 1 in every service, so the service is noted too. */
export function writeSidecar(file: string, { serviceSid }: Remote, { revision, id }: RevisionRef, io: Io): void {
  io.writeText(sidecarOf(file), `${JSON.stringify({ service: serviceSid, revision, id }, null, 2)}\n`);
}

/** As `writeSidecar` when all else is done. Without the note the next publication is refused, so nothing is at risk. */
export function tryWriteSidecar(file: string, remote: Remote, ref: RevisionRef, io: Io): void {
  try {
    writeSidecar(file, remote, ref, io);
  } catch {
    io.progress(`${sidecarOf(file)} can't be written, so the next publication of ${file} needs --base.`);
  }
}

/** Where a file comes from; undefined when nothing was noted beside it. */
export function readSidecar(file: string, { serviceSid }: Remote, io: Io): RevisionRef | undefined {
  const path = sidecarOf(file);
  let text: string;
  try {
    text = io.readText(path);
  } catch {
    return undefined;
  }
  const parsed = parseDocument(text);
  const json = 'document' in parsed ? parsed.document : undefined;
  const { service, revision, id } = isObject(json) ? json : {};
  if (typeof service !== 'string' || !isRevision(revision) || (id !== undefined && !isRevisionId(id))) {
    throw new CommandError(`${path} does not say which revision ${file} comes from: say it with --base.`, 2, 'no_base');
  }
  if (service !== serviceSid) {
    const what = `${path} speaks of the service ${service}, and SERVICE_SID is another`;
    throw new CommandError(`${what}: compare with \`diff ${file}\`, then say --base.`, 2, 'no_base');
  }
  return { revision, id };
}

/**
 * What was typed as `--base`: `live`, `0`, a revision, or a revision and its id. A number alone gets the id it has in the
 * history; one that is not there any more can't be live, and comparing the number is enough.
 */
function typedBase(text: string, live: Live): RevisionRef {
  if (text === 'live') return live;
  if (text === '0') return { revision: 0 };
  const [, digits, id] = /^([1-9]\d{0,9})(?:-([0-9a-f]{16}))?$/.exec(text) ?? [];
  if (digits === undefined) {
    throw new CommandError('--base must be the number of a revision, such as 12, or the word live.');
  }
  const revision = Number(digits);
  return { revision, id: id ?? (revision === live.revision ? live.id : undefined) };
}

/** The publication that a new revision of what is live is made from: as typed, or what is live. */
export function baseOrLive(typed: string | undefined, live: Live): RevisionRef {
  return typedBase(typed ?? 'live', live);
}

/** The publication that a file was made from: as typed, or as noted beside it. Never guessed while something is live. */
export function baseOfFile(file: string, typed: string | undefined, live: Live, remote: Remote, io: Io): RevisionRef {
  if (typed !== undefined) return typedBase(typed, live);
  const noted = readSidecar(file, remote, io);
  if (noted !== undefined) return noted;
  if (live.revision === 0) return live;
  throw new CommandError(
    `Revision ${live.revision} is live, and nothing says whether ${file} was made from it: start from a file that ` +
      `\`pull --out\` wrote, or compare with \`diff ${file}\` and then add --base ${live.revision} ` +
      '(--base live publishes on top of whatever is live).',
    2,
    'no_base',
  );
}
