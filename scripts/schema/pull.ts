import { writeSidecar } from './base';
import { CommandError, revisionOf, type Command } from './command';
import { textOf } from './documents';
import { contentOf, FORCE, isPublished, occupied } from './out';
import { connect, readLive, revisionAt } from './remote';

export const pull: Command = {
  name: 'pull',
  usage: '[--revision <number>] [--out <file> [--force]]',
  summary: 'Fetches the published display schema, or an earlier revision of it.',
  options: {
    revision: 'Which revision. Left out: the live one.',
    out: 'Where to write it; <file>.base notes its revision for `publish`. Left out: to the terminal.',
  },
  flags: FORCE,
  least: 0,
  most: 0,
  async run(_args, { revision: wanted, out }, io, flags) {
    const number = wanted === undefined ? undefined : revisionOf(wanted, '--revision');
    const remote = connect(io);
    const { revision, id, document } = number === undefined ? await readLive(remote) : await revisionAt(remote, number);
    if (document === undefined) throw new CommandError('Nothing was published yet.', 1, 'none');
    if (out === undefined) return { exit: 0, lines: [textOf(document).trimEnd()], json: { revision, document } };
    if (!flags.has('force')) {
      const there = contentOf(out, io);
      if (there !== undefined && !(await isPublished(out, there, document, remote, io))) {
        throw occupied(out, 'holds what is not published');
      }
    }
    io.writeText(out, textOf(document));
    // Last: an older note beside a newer file is refused, a newer note beside an older file would not be.
    writeSidecar(out, remote, { revision, id }, io);
    return { exit: 0, lines: [`Wrote revision ${revision} to ${out}.`], json: { revision, file: out } };
  },
};
