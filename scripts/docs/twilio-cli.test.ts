import { describe, expect, it } from 'vitest';
import { documented } from '../twilio-tools/documented';
import { stepsIn } from '../twilio-tools/steps';
import { MANIFEST } from '../twilio-tools/tools';
import { readPage } from './pages/pages';

const { commands, alone } = documented();
const tried = stepsIn(() => {
  throw new Error('Only their names are wanted.');
}).map(({ name }) => name);

/** Asks who somebody is, which nobody can answer in a test. */
const NOT_TRIED = ['twilio login'];

describe('docs/twilio-cli.md', () => {
  it('shows commands of both tools, and options', () => {
    expect(new Set(commands.map(({ tool }) => tool))).toEqual(new Set(['twilio', 'twilio-run']));
    expect(alone).toContain('--service-sid');
  });

  it.each(commands.filter(({ tool, command }) => !NOT_TRIED.includes(`${tool} ${command}`)))(
    'shows $tool $command, which npm run twilio-tools tries',
    ({ tool, command }) => {
      expect(tried.some((name) => `${name} `.startsWith(`${tool} ${command} `))).toBe(true);
    },
  );

  it.each(Object.entries(MANIFEST.dependencies))('names the version that is tried: %s %s', (name, version) => {
    expect(readPage('docs/twilio-cli.md').text).toContain(`${name} ${version}`);
  });
});
