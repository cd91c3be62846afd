import { isObject, type Json } from '../../display/json';
import { infer as inferDocument } from '../../editor/seen-keys';
import { sidecarOf } from './base';
import { CommandError, type Command, type Io } from './command';
import { readJson, textOf } from './documents';
import { contentOf, FORCE, occupied } from './out';

/** The samples of a file: one object, or a list of them. */
function samplesOf(file: string, io: Io): Json[] {
  const json = readJson(file, io);
  const samples = Array.isArray(json) ? json : [json];
  if (samples.length > 0 && samples.every(isObject)) return samples;
  throw new CommandError(`${file} must hold an object, or a list of objects: what tasks carry as their context.`, 1);
}

export const infer: Command = {
  name: 'infer',
  usage: '<context samples…> [--traits <file>] [--out <file> [--force]]',
  summary: 'Writes a first display schema from samples, and says what was guessed and why.',
  options: { traits: 'A file with samples of Segment traits.', out: 'Where to write it. Left out: to the terminal.' },
  flags: FORCE,
  least: 0,
  most: Infinity,
  run(files, { traits, out }, io, flags) {
    const contexts = files.flatMap((file) => samplesOf(file, io));
    const customers = traits === undefined ? [] : samplesOf(traits, io);
    if (contexts.length + customers.length === 0) throw new CommandError('Name at least one file with samples.');
    const { document, reasons } = inferDocument({ contexts, traits: customers });
    const guessed = reasons.map(({ source, key, count, of, why }) => `${source} ${key} (${count} of ${of}): ${why}`);
    if (out === undefined) {
      // The document alone goes to the output, so that it can be sent to a file.
      for (const line of guessed) io.progress(line);
      return { exit: 0, lines: [textOf(document).trimEnd()], json: { document, reasons } };
    }
    const text = textOf(document);
    const there = flags.has('force') ? undefined : contentOf(out, io);
    if (there !== undefined && there !== text) throw occupied(out, 'is there already');
    if (there === undefined) {
      // First: a note that outlives its file would let what was guessed replace what is live.
      io.remove(sidecarOf(out));
      io.writeText(out, text);
    }
    return { exit: 0, lines: [...guessed, `Wrote ${out}.`], json: { document, reasons, file: out } };
  },
};
