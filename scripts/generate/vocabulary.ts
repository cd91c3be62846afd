import { FACTS, type FactRoot } from '../../display/facts';
import type { Format } from '../../display/formats/format';
import { FORMATS } from '../../display/formats/registry';
import { OPERATORS, type Operator } from '../../display/operators';
import { ICONS, TONES } from '../../display/value';

/** What documents may say beyond the base schema: the tables that drive the engine. */
export interface Vocabulary {
  formats: readonly Format[];
  icons: readonly string[];
  tones: readonly string[];
  operators: readonly Operator[];
  facts: readonly FactRoot[];
}

export const vocabulary: Vocabulary = {
  formats: FORMATS,
  icons: ICONS,
  tones: TONES,
  operators: OPERATORS,
  facts: FACTS,
};
