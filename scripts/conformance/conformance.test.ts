import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type ServedDouble } from '../../sandbox/serverless/testing/serve';
import { readDescription } from './description';
import { SERVERLESS_TABLE } from './doubles';
import { createDriver } from './drive';
import { compareTable } from './table';

let folder: string;
let double: ServedDouble;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  double = await serveDouble({ strict: true });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await double.close();
});

const text = { type: 'string', nullable: true };
const service = {
  type: 'object',
  properties: {
    sid: { ...text, pattern: '^ZS[0-9a-fA-F]{32}$' },
    account_sid: text,
    friendly_name: text,
    unique_name: text,
    include_credentials: { type: 'boolean' },
    ui_editable: { type: 'boolean' },
    domain_base: text,
    date_created: { ...text, format: 'date-time' },
    date_updated: { ...text, format: 'date-time' },
    url: { ...text, format: 'uri' },
    links: { type: 'object', format: 'uri-map' },
  } as Record<string, unknown>,
};

/** A description of one operation, changed as a test likes. */
function describeFetch(properties: Record<string, unknown> = service.properties, pathPattern?: string) {
  const file = join(folder, 'description.json');
  const schema = { type: 'string', ...(pathPattern === undefined ? {} : { pattern: pathPattern }) };
  const operation = {
    operationId: 'FetchService',
    parameters: [{ in: 'path', name: 'Sid', required: true, schema }],
    responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/service' } } } } },
  };
  const components = { schemas: { service: { ...service, properties } } };
  writeFileSync(file, JSON.stringify({ paths: { '/v1/Services/{Sid}': { get: operation } }, components }));
  return readDescription(file);
}

async function mistakes(properties?: Record<string, unknown>, sid?: string): Promise<string[]> {
  const { sid: created } = double.store.createService({ uniqueName: 'a', friendlyName: 'A' });
  const driver = createDriver({
    operations: SERVERLESS_TABLE.operations,
    description: describeFetch(properties),
    redirect: (url) => double.redirect(url),
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
  });
  await driver.call('FetchService', { path: { Sid: sid ?? created } });
  return driver.findings.get('FetchService')?.mistakes ?? ['never called'];
}

describe('an answer', () => {
  it('as described is accepted', async () => {
    expect(await mistakes()).toEqual([]);
  });

  it('with a property the description does not know is a mistake', async () => {
    const fewer = Object.entries(service.properties).filter(([name]) => name !== 'unique_name');
    expect(await mistakes(Object.fromEntries(fewer))).toEqual([
      'answer: must NOT have additional properties (unique_name)',
    ]);
  });

  it('without a property that is described is a mistake', async () => {
    const found = await mistakes({ ...service.properties, colour: text });
    expect(found).toEqual(["answer: must have required property 'colour'"]);
  });

  it('of the wrong type or form is a mistake', async () => {
    const found = await mistakes({ ...service.properties, sid: { ...text, pattern: '^XX' }, url: { type: 'integer' } });
    expect(found).toEqual(['answer/sid: must match pattern "^XX"', 'answer/url: must be integer']);
  });

  it('with a status that is not described is a mistake', async () => {
    expect(await mistakes(undefined, 'unknown')).toEqual(['answered 404, which is not described']);
  });
});

describe('the double’s table', () => {
  it('differs where a parameter has another form', () => {
    expect(compareTable(describeFetch(undefined, '^ZS'), SERVERLESS_TABLE).get('FetchService')).toEqual([
      'path parameter Sid is {"required":true,"type":"string"}, described as {"required":true,"type":"string","pattern":"^ZS"}',
    ]);
  });

  it('has nothing that is not described, but for the uploads', () => {
    const differences = compareTable(describeFetch(), SERVERLESS_TABLE);
    expect(differences.get('ListBuild')).toEqual(['the description does not know this operation']);
    expect(differences.has('CreateAssetVersion')).toBe(false);
  });
});

it('sees that the double accepts what it should refuse', async () => {
  double.control.strict = false;
  expect(await mistakes()).toEqual(['unknown parameter: answered 200 and not 400']);
});
