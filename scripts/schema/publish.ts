import { difference, differenceLines } from '../../editor/difference';
import { commentProblem } from '../../editor/publication/comment';
import type { Progress } from '../../service/publish/finish';
import { ServiceError } from '../../service/error';
import { LONGEST_NAME, startPublication, type Publication } from '../../service/publish/start';
import type { Publisher, RevisionRef } from '../../service/schema-store/index-document';
import { baseOfFile, baseOrLive, tryWriteSidecar } from './base';
import { checkText, reportLines } from './check';
import { CommandError, revisionOf, type Command, type Io, type Outcome } from './command';
import { jsonOf, readText } from './documents';
import { finish, SERVED_WITHIN_MINUTES } from './finish';
import { connect, readLive, revisionAt, type Remote } from './remote';

const COMMENT = 'What has changed and why. Required.';
const NAME = `Who publishes, for the history: at most ${LONGEST_NAME} characters. Left out: the user of this machine.`;

export const publish: Command = {
  name: 'publish',
  usage: '<file> --comment <text> [--base <revision>|live] [--name <name>]',
  summary: 'Publishes a file as a new revision, and waits until agents have it.',
  options: {
    comment: COMMENT,
    base: 'The revision the file was made from, or live: whatever is live. Left out: what `pull` noted in <file>.base.',
    name: NAME,
  },
  least: 1,
  most: 1,
  async run([file = ''], options, io) {
    const comment = commentOf(options.comment);
    const publisher = publisherOf(options.name, io);
    const text = readText(file, io);
    const report = checkText(file, text);
    if (report.errors > 0) return { exit: 1, lines: reportLines(report), json: { status: 'invalid', ...report } };
    const document = jsonOf(file, text);
    const remote = connect(io);
    const live = await readLive(remote);
    const changes = difference(live.document ?? { version: 1 }, document);
    if (live.revision > 0 && changes.length === 0) {
      tryWriteSidecar(file, remote, live, io);
      const lines = [`Nothing differs from revision ${live.revision}, so there is nothing to publish.`];
      return { exit: 0, lines, json: { status: 'unchanged', revision: live.revision } };
    }
    const base = baseOfFile(file, options.base, live, remote, io);
    for (const line of differenceLines(changes)) io.progress(line);
    const { outcome, published } = await carryOut(remote, { document }, comment, base, publisher, io, file);
    if (published !== undefined) tryWriteSidecar(file, remote, published, io);
    return outcome;
  },
};

export const restore: Command = {
  name: 'restore',
  usage: '<revision> --comment <text> [--base <revision>|live] [--name <name>]',
  summary: 'Brings the document of an earlier revision back, as a new revision.',
  options: {
    comment: COMMENT,
    base: 'Refuses if another revision than this one is live. Left out: whatever is live now.',
    name: NAME,
  },
  least: 1,
  most: 1,
  async run([which = ''], options, io) {
    const comment = commentOf(options.comment);
    const publisher = publisherOf(options.name, io);
    const revision = revisionOf(which, 'The argument');
    const remote = connect(io);
    const live = await readLive(remote);
    const base = baseOrLive(options.base, live);
    const { document } = await revisionAt(remote, revision);
    for (const line of differenceLines(difference(live.document ?? { version: 1 }, document))) io.progress(line);
    return (await carryOut(remote, { restore: revision }, comment, base, publisher, io)).outcome;
  },
};

function commentOf(comment = ''): string {
  const problem = commentProblem(comment);
  if (problem !== undefined) throw new CommandError(`${problem} (--comment)`);
  return comment;
}

function publisherOf(name: string | undefined, { variables }: Io): Publisher {
  if (name === undefined) return { name: `${variables['USER'] ?? variables['USERNAME'] ?? 'Somebody'} (command line)` };
  if (name.trim() !== '' && name.length <= LONGEST_NAME) return { name };
  throw new CommandError(`A name has 1 to ${LONGEST_NAME} characters. (--name)`);
}

/** What a publication came to, and which one it is if it was live for a moment at least. */
interface CarriedOut {
  outcome: Outcome;
  published?: RevisionRef;
}

/** @param file what is published, when it is a file. */
async function carryOut(
  remote: Remote,
  source: Publication['source'],
  comment: string,
  base: RevisionRef,
  publisher: Publisher,
  io: Io,
  file?: string,
): Promise<CarriedOut> {
  const began = io.now();
  const step = (what: string) => io.progress(`${((io.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  const publication = { source, comment, baseRevision: base.revision, baseId: base.id, publisher };
  step('Uploading');
  const started = await startPublication(remote.publish, publication, remote.call()).catch((error: unknown) => {
    throw withWayOut(error, file);
  });
  if (started.status === 'invalid') {
    const lines = started.report.problems.map(({ severity, sentence }) => `${severity}: ${sentence}`);
    return { outcome: { exit: 1, lines, json: { status: 'invalid', report: started.report } } };
  }
  const { ticket } = started;
  step(`Building revision ${ticket.revision}`);
  const progress = await finish(remote, ticket, step, io).catch((error: unknown) => {
    throw withWayOut(error, file);
  });
  if (progress.status === 'live') step('Done');
  const outcome = outcomeOf(progress);
  return progress.status === 'overwritten' ? { outcome } : { outcome, published: ticket };
}

/** A conflict's sentence speaks to the editor's users; who has files is told the commands, too. */
function withWayOut(error: unknown, file: string | undefined): unknown {
  if (!(error instanceof ServiceError) || error.code !== 'conflict' || file === undefined) return error;
  const way = `\`diff ${file}\` compares; once the file has what it should, say with --base which revision you have seen.`;
  return new CommandError(`${error.message} ${way}`, 1, 'conflict');
}

function outcomeOf(progress: Progress): Outcome {
  const { revision, status } = progress;
  switch (status) {
    case 'building':
    case 'deployed': {
      const unseen =
        `Revision ${revision} is deployed, but was not seen served within ${SERVED_WITHIN_MINUTES} minutes, so agents may ` +
        'still get what was live before. `npm run schema -- history` says which revision is served.';
      return { exit: 1, lines: [unseen, ...overwroteLines(progress)], json: progress };
    }
    case 'live':
      return { exit: 0, lines: [`Revision ${revision} is live.`, ...overwroteLines(progress)], json: progress };
    case 'superseded':
      return {
        exit: 0,
        lines: [`Revision ${revision} was live; revision ${progress.by} was built upon it.`],
        json: progress,
      };
    case 'overwritten': {
      const lines = [`A colleague published at the same moment and replaced revision ${revision}: publish again.`];
      return { exit: 1, lines, json: progress };
    }
  }
}

function overwroteLines(progress: Progress): string[] {
  const overwrote = 'overwrote' in progress && progress.overwrote;
  return overwrote
    ? ['A colleague published at the same moment, and this revision replaced theirs unseen. Talk to them.']
    : [];
}
