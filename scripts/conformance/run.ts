import { serveClouds } from '../../sandbox/testing/serve-clouds';
import { readDescription } from './description';
import type { Checked } from './doubles';
import { createDriver } from './drive';
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

/**
 * Holds a double against Twilio's description of it.
 *
 * @param file path of the description.
 */
export async function checkDouble(checked: Checked, file: string): Promise<readonly Line[]> {
  const { operations, notPlayed } = checked;
  const description = readDescription(file);
  const clouds = await serveClouds();
  try {
    const { accountSid, authToken } = clouds;
    const redirect = (url: string) => clouds.redirect(url);
    const driver = createDriver({ operations, description, redirect, accountSid, authToken });
    await checked.play(driver);

    const differences = compareTable(description, checked);
    const known = new Set([...Object.keys(operations), ...differences.keys()]);
    return [...known].map((operation) => {
      const finding = driver.findings.get(operation);
      const own = operations[operation];
      const { method, path } = own ?? { method: '', path: '', ...description.operations.get(operation) };
      const skipped = notPlayed[operation];
      const forgotten = finding === undefined && own !== undefined && skipped === undefined;
      return {
        operation,
        address: `${method.toUpperCase()} ${path}`,
        requests: finding?.requests ?? 0,
        mistakes: [
          ...(differences.get(operation) ?? []),
          ...(finding?.mistakes ?? []),
          ...(forgotten ? ['was never called: add it to the scenario'] : []),
        ],
        ...(skipped === undefined ? {} : { skipped }),
      };
    });
  } finally {
    await clouds.close();
  }
}
