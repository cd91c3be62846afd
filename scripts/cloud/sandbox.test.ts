import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { serveClouds } from '../../sandbox/testing/serve-clouds';
import { variables, type Variable } from '../../service/settings/variables';
import { variableProblems } from '../deploy/variables';
import { DEFAULT_SANDBOX, refuseUnlessThere, sandboxVariables, withSandboxOrigin } from './sandbox';

describe('--sandbox', () => {
  it.each([
    [['--json'], ['--json'], undefined],
    [['--sandbox', '--json'], ['--json'], DEFAULT_SANDBOX],
    [['a', '--sandbox', 'http://localhost:4000/', 'b'], ['a', 'b'], 'http://localhost:4000'],
    [['--sandbox=http://127.0.0.1:4000'], [], 'http://127.0.0.1:4000'],
    [['--sandbox', 'functions'], ['functions'], DEFAULT_SANDBOX],
  ])('of %j', (args, rest, origin) => {
    expect(withSandboxOrigin(args)).toEqual({ rest, origin });
  });

  it.each([['https://example.com'], ['http://127.0.0.1.example:1'], ['']])(
    'never leaves this machine: %s',
    (origin) => {
      expect(() => withSandboxOrigin([`--sandbox=${origin}`])).toThrow('npm start');
    },
  );

  it('that does not run is started with npm start', async () => {
    await expect(refuseUnlessThere('http://127.0.0.1:1')).rejects.toThrow(/^No sandbox answers at .* npm start/);
  });

  it.each([
    ['a page', '<html></html>'],
    ['an account', '{"account_sid":"AC00000000000000000000000000000000"}'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('is not whatever answers there: %s', async (_what, body) => {
    const server = http.createServer((_request, response) => void response.end(body));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await expect(refuseUnlessThere(`http://127.0.0.1:${port}`)).rejects.toThrow(/^What answers at .* is no sandbox/);
    server.closeAllConnections();
    server.close();
  });

  it('that runs is known', async () => {
    const clouds = await serveClouds();
    await refuseUnlessThere(clouds.origin);
    await clouds.close();
  });

  it('has every variable that a deployment needs, all of them well-formed', () => {
    expect(variableProblems(sandboxVariables(DEFAULT_SANDBOX), new Set())).toEqual([]);
  });

  it('has no variable that is none', () => {
    const known = (variables as readonly Variable[]).map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(Object.keys(sandboxVariables(DEFAULT_SANDBOX))));
  });
});
