import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretsIn } from './secrets';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'secrets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Put together here, so that this file has nothing of the kind in it.
const digits = '9f86d081884c7d65' + '9a2feaa0c55ad015';
const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = key.export({ type: 'pkcs8', format: 'pem' }) as string;
const letters = 'aB3dE5gH7jK9mN1p' + 'Q3sT5vW7yZ9bC1dE';

describe('the look for secrets', () => {
  it.each([
    ['a Twilio auth token in a file of variables', '.env.production', `AUTH_TOKEN=${digits}\n`],
    ['a Twilio auth token in code', 'a.ts', `const options = { authToken: '${digits}' };\n`],
    ['a Twilio API key', 'a.md', `Use SK${digits}.\n`],
    ['a Segment write key', 'a.json', `{"writeKey": "${letters}"}\n`],
    ['a Segment profile key', '.env.example', `SEGMENT_PERSONA_KEY=${letters}\n`],
    ['an account with its token in code', 'b.ts', `twilio('AC${digits}', '${digits}');\n`],
    ['an account with its token in a command', 'b.sh', `curl -u AC${digits}:${digits} https://api.example.com\n`],
    [
      'credentials as a browser sends them',
      'c.ts',
      `'Basic ${Buffer.from(`AC${digits}:${digits}`).toString('base64')}'\n`,
    ],
    [
      'a Segment key with a dash',
      'd.ts',
      `SEGMENT_EVENTS_WRITE_KEY = "${letters.slice(0, 16)}-${letters.slice(16)}"\n`,
    ],
    ['a private key', 'a.txt', privateKey],
  ])('finds %s, says where, and does not repeat it', async (_name, file, text) => {
    writeFileSync(join(folder, file), text);
    const { code, output } = await secretsIn(folder);
    expect(code).toBe(1);
    expect(output).toContain(file);
    expect(output).not.toMatch(new RegExp(`${digits}|${letters}`));
  });

  it('is content with names of variables, SIDs of accounts and invented tokens', async () => {
    const text = `AUTH_TOKEN=\nAC${digits}\ntoken: '0123456789abcdef0123456789abcdef'\nwriteKey: process.env.SEGMENT_WRITE_KEY\n`;
    writeFileSync(join(folder, 'a.ts'), text);
    expect(await secretsIn(folder)).toMatchObject({ code: 0 });
  });
});
