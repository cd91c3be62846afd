import { describe, expect, it } from 'vitest';
import { nodeProblem } from './node-version.mjs';

describe('the Node version check', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '25.1.0'])('takes %s', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  it.each(['16.20.0', '18.20.4', '20.18.3', '21.7.0', '22.11.0'])('refuses %s and says what to install', (version) => {
    expect(nodeProblem(version)).toContain(`This is Node ${version}; Customer Context needs Node 20.19 or newer`);
  });
});
