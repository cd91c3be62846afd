import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { setOwn } from '../edit';
import { plainSpaces, viewOf } from './document';
import type { FieldCase } from './field-case';
import { linkCases } from './links.cases';
import { looksCases } from './looks.cases';
import { nothingCases } from './nothing.cases';

/** The value pipeline: missing → empty → mapping → format → threshold tone → link. */
const fieldCases = [...nothingCases, ...looksCases, ...linkCases];

function rowOf({ field = {}, panel = {}, value, context = {}, locale }: FieldCase) {
  const data: JsonObject = { ...context };
  if (value !== undefined) setOwn(data, 'it', value);
  const sections = [{ fields: [{ key: 'it', ...field }] }];
  const shown = viewOf({
    document: { context: { rest: 'hide', ...panel, sections } },
    context: data,
    ...(locale === undefined ? {} : { locale }),
  });
  return shown.context.sections[0]?.rows[0];
}

describe('a field and what agents see of its value', () => {
  it.each(fieldCases.map((one) => [one.it, one] as const))('%s', (_it, one) => {
    const row = rowOf(one);
    if (one.sees === null) {
      expect(row).toBeUndefined();
      return;
    }
    const { copy, label, description, text, ...value } = one.sees;
    const shown = row?.value;
    expect({ ...shown, text: plainSpaces(shown?.text ?? '') }).toMatchObject({ ...value, text });
    for (const name of ['tone', 'icon', 'hint', 'href', 'host'] as const) expect(shown?.[name], name).toBe(value[name]);
    if (copy !== undefined) expect(row?.copy ?? null).toBe(copy);
    if (label !== undefined) expect(row?.label).toBe(label);
    if (description !== undefined) expect(row?.description).toBe(description);
  });
});
