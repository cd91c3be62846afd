import { rememberBase } from './base';
import { CommandError, revisionOf, type Command } from './command';
import { textOf } from './documents';
import { connect, readLive, revisionAt } from './remote';

export const pull: Command = {
  name: 'pull',
  usage: '[--revision <number>] [--out <file>]',
  summary: 'Fetches the published display schema, or an earlier revision of it.',
  options: {
    revision: 'Which revision. Left out: the live one.',
    out: 'Where to write it. Left out: to the terminal.',
  },
  least: 0,
  most: 0,
  async run(_args, { revision: wanted, out }, io) {
    const number = wanted === undefined ? undefined : revisionOf(wanted, '--revision');
    const remote = connect(io);
    const found = number === undefined ? await readLive(remote) : await revisionAt(remote, number);
    const { revision, document } = found;
    if (document === undefined) throw new CommandError('Nothing was published yet.', 1, 'none');
    if (out === undefined) return { exit: 0, lines: [textOf(document).trimEnd()], json: { revision, document } };
    io.writeText(out, textOf(document));
    rememberBase(out, found, io);
    return { exit: 0, lines: [`Wrote revision ${revision} to ${out}.`], json: { revision, file: out } };
  },
};
