import { startSandbox, type Sandbox, type SandboxOptions } from '.';
import { segmentExtension } from './segment/extension';
import type { Segment } from './segment/segment';
import { studioExtension } from './studio/extension';

export interface WholeSandbox extends Sandbox {
  /** The double of Segment: its customers and its weather. */
  segment: Segment;
}

/** The sandbox with everything that the product talks to: what `npm start` opens and end-to-end tests drive. */
export async function startWholeSandbox(options: Omit<SandboxOptions, 'extensions'>): Promise<WholeSandbox> {
  const segment = segmentExtension();
  const sandbox = await startSandbox({ ...options, extensions: [segment, studioExtension()] });
  return { ...sandbox, segment: segment.segment };
}
