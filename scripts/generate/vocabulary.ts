import { FORMATS } from '../../display/formats/registry';
import type { Format } from '../../display/formats/format';
import { ICONS, TONES } from '../../display/value';

/** What documents may say beyond the base schema: the tables that drive the engine. */
export interface Vocabulary {
  formats: readonly Format[];
  icons: readonly string[];
  tones: readonly string[];
  operators: readonly string[];
  facts: readonly string[];
}

export const vocabulary: Vocabulary = {
  formats: FORMATS,
  icons: ICONS,
  tones: TONES,
  operators: ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'exists'],
  facts: [
    'task.sid',
    'task.channel',
    'task.queue',
    'task.workflow',
    'task.attributes',
    'worker.roles',
    'worker.attributes',
    'context',
    'traits',
  ],
};
