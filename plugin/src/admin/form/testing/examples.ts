import type { Json } from '../../../../../display/json';
import bank from '../../../../../schemas/examples/bank/display-schema.json';
import health from '../../../../../schemas/examples/health/display-schema.json';
import retail from '../../../../../schemas/examples/retail/display-schema.json';
import saas from '../../../../../schemas/examples/saas/display-schema.json';
import telecom from '../../../../../schemas/examples/telecom/display-schema.json';
import travel from '../../../../../schemas/examples/travel/display-schema.json';

/** The example documents by name. Imported, because a page can't list a folder. */
export const EXAMPLES = { bank, health, retail, saas, telecom, travel } as unknown as Readonly<Record<string, Json>>;
