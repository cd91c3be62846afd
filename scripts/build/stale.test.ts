import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildWhenStale, fingerprint } from './stale';

it('builds the first time, when inputs change, and again after a build that failed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stale-'));
  const stamp = join(folder, 'deep/x.stamp');
  const good = () => Promise.resolve();
  expect(await buildWhenStale(stamp, 'a', good)).toBe(true);
  expect(await buildWhenStale(stamp, 'a', good)).toBe(false);
  await expect(buildWhenStale(stamp, 'b', () => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
  expect(await buildWhenStale(stamp, 'b', good)).toBe(true);
  rmSync(folder, { recursive: true });
});

it('tells inputs apart by content and by build variables', () => {
  expect(fingerprint(['scripts/build/root.ts'])).not.toBe(fingerprint(['scripts/build/stale.ts']));
  expect(fingerprint(['scripts/build/root.ts'], { a: 1 })).not.toBe(fingerprint(['scripts/build/root.ts'], { a: 2 }));
});
