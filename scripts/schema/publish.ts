import type { Json } from '../../display/json';
import { difference, differenceLines } from '../../editor/difference';
import { commentProblem } from '../../editor/publication/comment';
import { startPublication, type Publication } from '../../service/publish/start';
import type { RevisionRef } from '../../service/schema-store/index-document';
import { baseFor, rememberBase, typedBase } from './base';
import { checkText, reportLines } from './check';
import { CommandError, revisionOf, type Command, type Io, type Outcome } from './command';
import { readText } from './documents';
import { follow, type Ended } from './follow';
import { connect, readLive, revisionAt, type Remote } from './remote';

const OPTIONS = {
  base: 'The revision it is to be built upon: refuses if another is live. “live” takes whatever is.',
  comment: 'What has changed and why. Required.',
  name: 'Who publishes, for the history. Left out: the user of this machine.',
};

export const publish: Command = {
  name: 'publish',
  usage: '<file> --comment <text> [--base <revision>] [--name <name>]',
  summary: 'Publishes a file as a new revision, and waits until agents have it.',
  options: OPTIONS,
  least: 1,
  most: 1,
  async run([file = ''], options, io) {
    const comment = commentOf(options.comment);
    const text = readText(file, io);
    const report = checkText(file, text);
    if (report.errors > 0) return { exit: 1, lines: reportLines(report), json: { status: 'invalid', ...report } };
    const document = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
    const remote = connect(io);
    const live = await readLive(remote);
    const changes = difference(live.document ?? { version: 1 }, document);
    if (live.revision > 0 && changes.length === 0) {
      const lines = [`Nothing differs from revision ${live.revision}, so there is nothing to publish.`];
      return { exit: 0, lines, json: { status: 'unchanged', revision: live.revision } };
    }
    for (const line of differenceLines(changes)) io.progress(line);
    const base = await baseFor(file, options.base, live, remote, io);
    const { outcome, published } = await carryOut(remote, { document }, comment, base, options.name, io);
    // The next change of this file is made from what it has just become.
    if (published !== undefined) rememberBase(file, published, io);
    return outcome;
  },
};

export const restore: Command = {
  name: 'restore',
  usage: '<revision> --comment <text> [--base <revision>] [--name <name>]',
  summary: 'Brings the document of an earlier revision back, as a new revision.',
  options: OPTIONS,
  least: 1,
  most: 1,
  async run([which = ''], options, io) {
    const comment = commentOf(options.comment);
    const revision = revisionOf(which, 'The argument');
    const remote = connect(io);
    const live = await readLive(remote);
    const { document } = await revisionAt(remote, revision);
    for (const line of differenceLines(difference(live.document ?? { version: 1 }, document))) io.progress(line);
    // Whoever restores wants to be rid of what is live: it needs no naming.
    const base = options.base === undefined ? live : await typedBase(options.base, live, remote);
    return (await carryOut(remote, { restore: revision }, comment, base, options.name, io)).outcome;
  },
};

function commentOf(comment = ''): string {
  const problem = commentProblem(comment);
  if (problem !== undefined) throw new CommandError(`${problem} (--comment)`);
  return comment;
}

async function carryOut(
  remote: Remote,
  source: Publication['source'],
  comment: string,
  base: RevisionRef,
  name: string | undefined,
  io: Io,
): Promise<{ outcome: Outcome; published?: RevisionRef }> {
  const began = io.now();
  const step = (what: string) => io.progress(`${((io.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  const publisher = {
    name: name ?? `${io.variables['USER'] ?? io.variables['USERNAME'] ?? 'Somebody'} (command line)`,
  };
  step('Uploading');
  const { revision: baseRevision, id: baseId } = base;
  const publication: Publication = { source, comment, baseRevision, baseId, publisher };
  const started = await startPublication(remote.publish, publication, remote.call());
  if (started.status === 'invalid') {
    const lines = started.report.problems.map(({ severity, sentence }) => `${severity}: ${sentence}`);
    return { outcome: { exit: 1, lines, json: { status: 'invalid', report: started.report } } };
  }
  const { revision, id } = started.ticket;
  step(`Building revision ${revision}`);
  const progress = await follow(remote, started.ticket, step, io);
  step('Done');
  const outcome = outcomeOf(progress);
  return outcome.exit === 0 ? { outcome, published: { revision, id } } : { outcome };
}

function outcomeOf(progress: Ended): Outcome {
  const { revision, status } = progress;
  switch (status) {
    case 'deployed':
      return {
        exit: 0,
        lines: [
          `Revision ${revision} is deployed, but Twilio has not served it in half an hour of asking. Agents get it as soon as ` +
            'Twilio does: npm run schema -- pull says when.',
        ],
        json: progress,
      };
    case 'live': {
      const overwrote = progress.overwrote
        ? ['A colleague published at the same moment, and this revision replaced theirs unseen. Talk to them.']
        : [];
      return { exit: 0, lines: [`Revision ${revision} is live.`, ...overwrote], json: progress };
    }
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
