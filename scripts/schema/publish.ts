import type { Json } from '../../display/json';
import { difference, differenceLines } from '../../editor/difference';
import { commentProblem } from '../../editor/publication/comment';
import { finishPublication, type Progress } from '../../service/publish/finish';
import { startPublication, type Publication } from '../../service/publish/start';
import type { Ticket } from '../../service/publish/ticket';
import { checkText, reportLines } from './check';
import { CommandError, revisionOf, type Command, type Io, type Outcome } from './command';
import { readText } from './documents';
import { connect, readLive, revisionAt, type Live, type Remote } from './remote';

const POLL_MS = 1_500;
/** Most builds take seconds; one that takes minutes is not asked about every second. */
const SLOW_POLL_MS = 15_000;
const SLOW_AFTER_MS = 60_000;
/** A ticket of the editor lives as long. */
const PATIENCE_MS = 30 * 60_000;

const OPTIONS = {
  comment: 'What has changed and why. Required.',
  base: 'The revision the change was made from: refuses if another is live. Left out: whatever is live now.',
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
    return carryOut(remote, { document }, comment, live, options, io);
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
    const document = await revisionAt(remote, revision);
    for (const line of differenceLines(difference(live.document ?? { version: 1 }, document))) io.progress(line);
    return carryOut(remote, { restore: revision }, comment, live, options, io);
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
  live: Live,
  { base, name }: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<Outcome> {
  const began = io.now();
  const step = (what: string) => io.progress(`${((io.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  const baseRevision = base === undefined ? live.revision : base === '0' ? 0 : revisionOf(base, '--base');
  const publisher = {
    name: name ?? `${io.variables['USER'] ?? io.variables['USERNAME'] ?? 'Somebody'} (command line)`,
  };
  step('Uploading');
  const started = await startPublication(remote.publish, { source, comment, baseRevision, publisher }, remote.call());
  if (started.status === 'invalid') {
    const lines = started.report.problems.map(({ severity, sentence }) => `${severity}: ${sentence}`);
    return { exit: 1, lines, json: { status: 'invalid', report: started.report } };
  }
  const { revision } = started.ticket;
  step(`Building revision ${revision}`);
  const progress = await finish(remote, started.ticket, step, io);
  step('Done');
  return outcomeOf(progress);
}

/** Asks until agents have it, or something else has become of it. */
async function finish(remote: Remote, ticket: Ticket, step: (what: string) => void, io: Io): Promise<Progress> {
  const began = io.now();
  const until = began + PATIENCE_MS;
  let announced = false;
  for (;;) {
    const progress = await finishPublication(remote.publish, ticket, remote.call());
    if (progress.status !== 'building' && progress.status !== 'deployed') return progress;
    if (progress.status === 'deployed' && !announced) {
      announced = true;
      step('Deployed, not served yet');
    }
    if (io.now() >= until) {
      if (progress.status === 'deployed') return progress;
      throw new CommandError(
        'Twilio is still building after half an hour. Nothing has changed for agents: publish again.',
        1,
        'build_failed',
      );
    }
    await io.sleep(io.now() - began < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS);
  }
}

function outcomeOf(progress: Progress): Outcome {
  const { revision, status } = progress;
  switch (status) {
    case 'building':
    case 'deployed':
      return { exit: 0, lines: [`Revision ${revision} is deployed; agents get it within minutes.`], json: progress };
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
