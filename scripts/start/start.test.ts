import { describe, expect, it } from 'vitest';
import { describeFailure } from './failure';
import { readOptions } from './options';

describe('options of npm start', () => {
  it('listens on 3000 and opens a browser in a terminal', () => {
    expect(readOptions([], {}, true)).toEqual({ port: 3000, open: true, logs: false, help: false });
  });

  it('takes the port from its argument before PORT', () => {
    expect(readOptions(['--port', '4000'], { PORT: '5000' }, true)).toMatchObject({ port: 4000 });
    expect(readOptions([], { PORT: '5000' }, true)).toMatchObject({ port: 5000 });
  });

  it('opens no browser when told so, in CI, and where nobody looks', () => {
    expect(readOptions(['--no-open'], {}, true)).toMatchObject({ open: false });
    expect(readOptions([], { CI: 'true' }, true)).toMatchObject({ open: false });
    expect(readOptions([], {}, false)).toMatchObject({ open: false });
  });

  it.each([['--port', 'x'], ['--port', '70000'], ['--prot', '1'], ['extra']])(
    'says what is wrong with %s',
    (...args) => {
      expect(readOptions(args, {}, true)).toHaveProperty('problem');
    },
  );
});

describe('why the sandbox did not start', () => {
  it.each([
    ['port-taken', 'npm start -- --port 3001'],
    ['EACCES', 'Choose one above 1023'],
    ['MODULE_NOT_FOUND', 'Delete the folder node_modules'],
    ['ENOSPC', 'The disk is full'],
    ['EOTHER', 'starts from nothing'],
  ])('%s has a way out', (code, way) => {
    expect(describeFailure(Object.assign(new Error('x'), { code }), 3000)).toContain(way);
  });
});
