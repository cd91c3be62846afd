import { expect, it } from 'vitest';
import { commandLine } from './command-line';
import { DEFAULT_SANDBOX } from './sandbox';

const nowhere = { options: {}, flags: new Set<string>(), sandbox: undefined };

it.each([
  ['npm run deploy', [], nowhere],
  ['npm run deploy -- --release', ['--release'], nowhere],
  ['npm run deploy -- --production', [], { ...nowhere, flags: new Set(['production', 'yes']) }],
  [
    'npm run deploy -- --release --service-name ours --environment prod',
    ['--release'],
    { ...nowhere, options: { environment: 'prod', 'service-name': 'ours', only: 'plugin' } },
  ],
  ['npm run deploy -- --sandbox', [], { ...nowhere, sandbox: DEFAULT_SANDBOX }],
  ['npm run deploy -- --sandbox http://localhost:4000', [], { ...nowhere, sandbox: 'http://localhost:4000' }],
])('says %s', (expected, words, asked) => {
  expect(commandLine('deploy', words, asked)).toBe(expected);
});
