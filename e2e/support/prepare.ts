import { buildForSandbox } from '../../scripts/build/for-sandbox';

/** Once for all workers, before any starts: what the sandbox serves is built and fresh. */
export default async function prepare(): Promise<void> {
  await buildForSandbox(() => undefined);
}
