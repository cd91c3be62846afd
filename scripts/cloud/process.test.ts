import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { serveClouds, type Clouds } from '../../sandbox/testing/serve-clouds';
import { sandboxVariables } from './sandbox';
import { runCommand, runHere } from './testing/spawn';

let server: http.Server | undefined;
let clouds: Clouds | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await clouds?.close();
  [server, clouds] = [undefined, undefined];
});

/** Stands between this machine and everything. @returns its origin */
async function between(listener: RequestListener): Promise<string> {
  const made = http.createServer(listener);
  server = made;
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const echo: Record<string, RequestListener> = {
  'an error page': ({ headers }, response) => {
    response.writeHead(502, { 'Content-Type': 'text/html' }).end(`<pre>${JSON.stringify(headers)}</pre>`);
  },
  'an error in Twilio’s form': ({ headers, url }, response) => {
    const message = `You sent ${headers.authorization ?? ''} ${url ?? ''}`;
    response.writeHead(403, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message, status: 403 }));
  },
  'a page of its own': ({ headers }, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<html>${headers.authorization ?? ''}</html>`);
  },
  nothing: ({ socket }) => void socket.destroy(),
};

it.each(Object.keys(echo))('prints no secret when a proxy answers with %s', { timeout: 120_000 }, async (name) => {
  const variables = sandboxVariables(await between(echo[name]!));
  const secrets = ['AUTH_TOKEN', 'SEGMENT_PERSONA_KEY', 'SEGMENT_WRITE_KEY'].flatMap((key) => {
    const value = variables[key]!;
    return [
      value,
      ...[`${variables['ACCOUNT_SID']!}:${value}`, `${value}:`].map((text) => btoa(text).replace(/=+$/, '')),
    ];
  });
  for (const [command, ...args] of [['deploy', '--dry-run'], ['deploy', '--json'], ['rollback'], ['doctor']] as const) {
    const { code, out, err } = await runCommand(command, args, variables);
    expect([command, code]).toEqual([command, 2]);
    for (const secret of secrets) expect(out + err).not.toContain(secret);
    expect(out + err).not.toMatch(/^ +at /m);
    if (command === 'deploy')
      expect(out + err).toMatch(/Looking at what is deployed: Twilio (answered|did not answer)/);
  }
});

it('prints JSON alone on the standard output, through npm as well', { timeout: 120_000 }, async () => {
  clouds = await serveClouds();
  const variables = sandboxVariables(clouds.origin);
  const { code, out, err } = await runHere('npm', ['run', '-s', 'deploy', '--', '--dry-run', '--json'], variables);
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ status: 'planned' })]);
  expect(err).toContain('Looking at what is deployed');
});
