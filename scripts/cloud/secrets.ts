import { variables as table, type Variable } from '../../service/settings/variables';
import type { Variables } from '../build/environment';

const secret: readonly Variable[] = (table as readonly Variable[]).filter((variable) => variable.secret);
/** Shorter values are no secrets, and would be found inside words. */
const SHORTEST = 8;

/** Nothing puts a secret into a line; should an upstream’s word bring one along, it goes no further. */
export function withoutSecrets(text: string, variables: Variables): string {
  return secret
    .flatMap(({ name, formerly = [] }) => [name, ...formerly].map((one) => variables[one]?.trim() ?? ''))
    .filter((value) => value.length >= SHORTEST)
    .reduce((rest, value) => rest.replaceAll(value, '•••'), text);
}
