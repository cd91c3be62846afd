import { startSandbox, type Sandbox, type SandboxOptions } from '.';
import { divertFunctionLog } from './functions/function-log';
import { segmentExtension } from './segment/extension';
import type { Segment } from './segment/segment';
import { studioExtension } from './studio/extension';

export interface WholeSandbox extends Sandbox {
  /** The double of Segment: its customers and its weather. */
  segment: Segment;
}

export interface WholeSandboxOptions extends Omit<SandboxOptions, 'extensions'> {
  /** Gets each line that a function logs. Default: they go nowhere. */
  onFunctionLog?: (line: string) => void;
}

/** The sandbox with everything that the product talks to: what `npm start` opens and end-to-end tests drive. */
export async function startWholeSandbox({ onFunctionLog, ...options }: WholeSandboxOptions): Promise<WholeSandbox> {
  const segment = segmentExtension();
  const restoreConsole = divertFunctionLog(onFunctionLog ?? (() => undefined));
  try {
    const sandbox = await startSandbox({ ...options, extensions: [segment, studioExtension()] });
    const close = async () => {
      await sandbox.close();
      restoreConsole();
    };
    return { ...sandbox, close, segment: segment.segment };
  } catch (error) {
    restoreConsole();
    throw error;
  }
}
