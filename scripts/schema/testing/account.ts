import type { Service } from '../../../sandbox/serverless/records';
import { ACCOUNT_SID, AUTH_TOKEN, serveDouble, type ServedDouble } from '../../../sandbox/serverless/testing/serve';
import { bench, type Ran } from './bench';

/** An account of its own at a double of Twilio, and a person at a command line. */
export interface Account {
  double: ServedDouble;
  /** The functions' service. */
  service: Service;
  table: ReturnType<typeof bench>;
  /** Another person with the same account and other files. */
  colleague: (user: string) => ReturnType<typeof bench>;
  variables: Readonly<Record<string, string>>;
  run: (...args: string[]) => Promise<Ran>;
}

/** Files `One.json`, `Two.json` and `Three.json`, which differ in one label. Time passes only while a command waits. */
export async function openAccount(): Promise<Account> {
  const clock = { now: Date.now() };
  const double = await serveDouble({
    clock: () => clock.now,
    timings: { build: 5_000, propagation: 500 },
    strict: true,
  });
  const service = double.store.createService({ uniqueName: 'customer-context', friendlyName: 'Customer context' });
  const variables = {
    ACCOUNT_SID,
    AUTH_TOKEN,
    SERVICE_SID: service.sid,
    CUSTOMER_CONTEXT_LOOPBACK: double.origin,
    USER: 'ana',
  };
  const colleague = (user: string) => {
    const table = bench({ ...variables, USER: user }, clock);
    for (const label of ['One', 'Two', 'Three']) table.files[`${label}.json`] = JSON.stringify(labelled(label));
    return table;
  };
  const table = colleague('ana');
  return { double, service, table, colleague, variables, run: (...args) => table.run(...args) };
}

function labelled(label: string) {
  return {
    version: 1,
    context: { sections: [{ fields: [{ key: 'intent', label }] }] },
    traits: { sections: [] },
  };
}
