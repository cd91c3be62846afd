import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { ERROR_CODES } from '../../schemas/error-codes';

const contracts = new URL('../../schemas/contracts/', import.meta.url);
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, validateFormats: false });
for (const file of readdirSync(contracts)) {
  const text = readFileSync(new URL(file, contracts), 'utf8');
  // Two files leave a list to a table in code, and the list of codes is asked for here.
  ajv.addSchema(
    JSON.parse(text.replace('"enum": []', `"enum": ${JSON.stringify(Object.keys(ERROR_CODES))}`)) as object,
  );
}

/**
 * What in an answer is not as its contract says, unknown properties included: the validators that readers use pass over
 * those. An empty list: nothing.
 *
 * @param contract file name in schemas/contracts/, such as `persona`.
 */
export function deviations(contract: string, answer: unknown): string[] {
  const validate = ajv.getSchema(`${contract}.json`);
  if (validate === undefined) throw new Error(`There is no contract ${contract}.`);
  if (validate(answer) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
