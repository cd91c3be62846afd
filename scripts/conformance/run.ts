import type { AddressInfo } from 'node:net';
import express from 'express';
import { createServerlessDouble } from '../../sandbox/serverless/double';
import { OPERATIONS, OPERATION_IDS, type OperationId } from '../../sandbox/serverless/operations';
import { readDescription } from './description';
import { createDriver } from './drive';
import { playScenario } from './scenario';
import { compareTable } from './table';

export interface Line {
  operation: string;
  /** Method and path. */
  address: string;
  /** Requests made. */
  requests: number;
  mistakes: readonly string[];
  /** Why it was not called. */
  skipped?: string;
}

/** Never used, and why. */
const NOT_PLAYED: Partial<Record<OperationId, string>> = { FetchLog: 'nothing runs in the double, so there is no log' };
const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef';
const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

/**
 * Holds the double of the Serverless API against Twilio's description of it.
 *
 * @param file path of `twilio_serverless_v1.json`.
 */
export async function checkServerlessDouble(file: string): Promise<readonly Line[]> {
  const description = readDescription(file);
  const double = createServerlessDouble({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    timings: { build: 0, propagation: 0 },
    strict: true,
  });
  const server = express().use('/_out', double.router).listen(0, '127.0.0.1');
  try {
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as AddressInfo;
    const driver = createDriver({
      description,
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      redirect: (url) => `http://127.0.0.1:${port}/_out/${url.replace('https://', '')}`,
    });
    await playScenario(driver);

    const differences = compareTable(description);
    const known = new Set<string>([...OPERATION_IDS, ...differences.keys()]);
    return [...known].map((operation) => {
      const finding = driver.findings.get(operation as OperationId);
      const own = OPERATION_IDS.find((id) => id === operation);
      const described = description.operations.get(operation);
      const { method, path } = own === undefined ? { method: '', path: '', ...described } : OPERATIONS[own];
      const skipped = own === undefined ? undefined : NOT_PLAYED[own];
      const forgotten = finding === undefined && own !== undefined && skipped === undefined;
      return {
        operation,
        address: `${method.toUpperCase()} ${path}`,
        requests: finding?.requests ?? 0,
        mistakes: [
          ...(differences.get(operation) ?? []),
          ...(finding?.mistakes ?? []),
          ...(forgotten ? ['was never called: add it to scenario.ts'] : []),
        ],
        ...(skipped === undefined ? {} : { skipped }),
      };
    });
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}
