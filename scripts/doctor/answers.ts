import { isObject } from '../../display/json';
import { ERROR_CODES } from '../../schemas/error-codes';
import { variables, type Variable } from '../../service/settings/variables';
import type { ProbeAnswer } from './probe';

/** How Flex and Studio send parameters to functions. */
export const FORM = 'application/x-www-form-urlencoded';

const known: readonly Variable[] = variables;

/** The code of an answer in our own form, and its sentence where that names a variable. */
export function typedError({ json }: ProbeAnswer): { code: string; variable: Variable | undefined } | undefined {
  const error = json?.['error'];
  if (!isObject(error) || typeof error['code'] !== 'string' || !(error['code'] in ERROR_CODES)) return undefined;
  const message = typeof error['message'] === 'string' ? error['message'] : '';
  return { code: error['code'], variable: known.find(({ name }) => message.startsWith(`${name} is `)) };
}
