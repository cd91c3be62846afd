import type { Variables } from '../../build/environment';
import { runSchema } from '../run';

/** What a run wrote. */
export interface Ran {
  exit: number;
  out: string;
  err: string;
  json: ReturnType<typeof JSON.parse>;
}

/** Runs commands on files that exist only in this table. Time passes only while a command waits. */
export function bench(variables: Variables = {}, clock = { now: Date.now() }) {
  const files: Record<string, string> = {};
  const run = async (...args: string[]): Promise<Ran> => {
    const written = { out: '', err: '' };
    const exit = await runSchema(args, {
      variables,
      readText: (path) => {
        const text = files[path];
        if (text === undefined) throw new Error('ENOENT');
        return text;
      },
      writeText: (path, text) => void (files[path] = text),
      exists: (path) => Object.hasOwn(files, path),
      remove: (path) => void Reflect.deleteProperty(files, path),
      write: (text) => void (written.out += `${text}\n`),
      complain: (text) => void (written.err += `${text}\n`),
      progress: (line) => void (written.err += `${line}\n`),
      now: () => clock.now,
      sleep: async (ms) => void (clock.now += ms),
    });
    return { exit, ...written, json: args.includes('--json') ? JSON.parse(written.out) : undefined };
  };
  return { files, run };
}
