import { relative } from 'node:path';
import { functionSources } from './functions';
import { at } from './root';

/** A function of this checkout, as its file name has it. */
export interface LocalFunction {
  /** Its address: `/display-schema/publish`. */
  path: string;
  access: 'public' | 'protected';
}

/** functions/a.protected.ts → /a, protected. */
export function localFunctions(): LocalFunction[] {
  return functionSources().map((file) => {
    const path = `/${relative(at('functions'), file).replaceAll('\\', '/').replace(/\.ts$/, '')}`;
    return path.endsWith('.protected')
      ? { path: path.slice(0, -'.protected'.length), access: 'protected' }
      : { path, access: 'public' };
  });
}
