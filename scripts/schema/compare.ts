import { difference, differenceLines } from '../../editor/difference';
import type { Command } from './command';
import { readJson } from './documents';
import { connect, readLive } from './remote';

export const diff: Command = {
  name: 'diff',
  usage: '<older file> <newer file>  |  <file>',
  summary: 'Says in words what changed from one file to another, or from what is published to a file.',
  options: {},
  least: 1,
  most: 2,
  async run([first = '', second], _options, io) {
    const newer = readJson(second ?? first, io);
    const live = second === undefined ? await readLive(connect(io)) : undefined;
    const older = live === undefined ? readJson(first, io) : (live.document ?? { version: 1 });
    const changes = difference(older, newer);
    const same = live === undefined ? 'The documents are the same.' : `Nothing differs from revision ${live.revision}.`;
    const lines = changes.length === 0 ? [same] : differenceLines(changes);
    const against = live === undefined ? {} : { revision: live.revision };
    return { exit: 0, lines, json: { ...against, changes } };
  },
};
