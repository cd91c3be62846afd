import { OPERATIONS as FLEX } from '../../sandbox/flex-plugins/operations';
import { OPERATIONS as SERVERLESS, RUNTIMES } from '../../sandbox/serverless/operations';
import type { Driver } from './drive';
import { playFlexScenario } from './flex-scenario';
import { playServerlessScenario } from './serverless-scenario';
import type { Table } from './table';

/** A double that is held against one of Twilio's descriptions. */
export interface Checked extends Table {
  /** Name of the description's file. */
  file: string;
  play: (driver: Driver) => Promise<void>;
  /** Never used, and why. */
  notPlayed: Readonly<Record<string, string>>;
}

export const SERVERLESS_TABLE: Table = {
  operations: SERVERLESS,
  covers: () => true,
  enumerations: [{ operation: 'CreateBuild', component: 'build_enum_runtime', values: RUNTIMES }],
};

export const CHECKED: readonly Checked[] = [
  {
    ...SERVERLESS_TABLE,
    file: 'twilio_serverless_v1.json',
    play: playServerlessScenario,
    notPlayed: { FetchLog: 'no function runs here, so there is no log' },
  },
  {
    operations: FLEX,
    // The rest of the Flex API has nothing to do with deploying.
    covers: (path) => path.startsWith('/v1/PluginService/') || path === '/v1/Configuration',
    file: 'twilio_flex_v1.json',
    play: playFlexScenario,
    notPlayed: {},
  },
];
