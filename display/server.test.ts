import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { OPERATORS } from './operators';
import { FACTS } from './facts';

describe('what the service imports', () => {
  it('holds no format and no library', async () => {
    const { metafile } = await build({
      entryPoints: ['display/server.ts'],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      logLevel: 'error',
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.length).toBeGreaterThan(5);
    expect(inputs.filter((path) => path.includes('formats/') || path.includes('node_modules/'))).toEqual([]);
  });
});

describe('the tables of conditions', () => {
  it.each([...OPERATORS, ...FACTS].map((one) => [one.id, one] as const))('describes %s', (_id, { description }) => {
    expect(description).toMatch(/^[A-Z].+\.$/);
  });

  it('has the operators of the design', () => {
    expect(OPERATORS.map(({ id }) => id)).toEqual([
      'eq',
      'ne',
      'in',
      'lt',
      'lte',
      'gt',
      'gte',
      'contains',
      'startsWith',
      'exists',
    ]);
  });
});
