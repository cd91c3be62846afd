import { isObject, type Json } from '../../display/json';
import { infer as inferDocument } from '../../editor/seen-keys';
import { CommandError, type Command, type Io } from './command';
import { readJson, textOf } from './documents';

/** The samples of a file: one object, or a list of them. */
function samplesOf(file: string, io: Io): Json[] {
  const json = readJson(file, io);
  const samples = Array.isArray(json) ? json : [json];
  if (samples.length > 0 && samples.every(isObject)) return samples;
  throw new CommandError(`${file} must hold an object, or a list of objects: what tasks carry as their context.`, 1);
}

export const infer: Command = {
  name: 'infer',
  usage: '<context samples…> [--traits <file>] [--out <file>]',
  summary: 'Writes a first display schema from samples, and says what was guessed and why.',
  options: { traits: 'A file with samples of Segment traits.', out: 'Where to write it. Left out: to the terminal.' },
  least: 0,
  most: Infinity,
  run(files, { traits, out }, io) {
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
    io.writeText(out, textOf(document));
    return { exit: 0, lines: [...guessed, `Wrote ${out}.`], json: { document, reasons, file: out } };
  },
};
