import { describe, expect, it } from 'vitest';
import { prepareCondition } from '../condition';
import { readContext } from '../read-context';
import { conditionCases, facts } from './conditions.cases';
import { highlightLines, linesOf, viewOf } from './document';
import type { DocumentCase } from './document';
import { layoutCases } from './layouts.cases';
import { removalCases } from './removal.cases';
import { visibilityCases } from './visibility.cases';

function check(one: DocumentCase) {
  const shown = viewOf(one);
  if (one.seesContext !== undefined) expect(linesOf(shown.context)).toEqual(one.seesContext);
  if (one.seesTraits !== undefined) expect(shown.traits && linesOf(shown.traits)).toEqual(one.seesTraits);
  if (one.seesHighlights !== undefined) expect(highlightLines(shown)).toEqual(one.seesHighlights);
  return shown;
}

describe('what of the data is shown, where, and in which order', () => {
  it.each([...visibilityCases, ...removalCases].map((one) => [one.it, one] as const))('%s', (_it, one) => {
    check(one);
  });
});

describe('layouts', () => {
  it.each(layoutCases.map((one) => [one.it, one] as const))('%s', (_it, one) => {
    expect(check(one).layout.name).toBe(one.layout);
  });
});

describe('conditions', () => {
  it.each(conditionCases.map((one) => [one.it, one] as const))('%s', (_it, one) => {
    const known = one.facts ?? facts;
    const truth = prepareCondition(one.condition, '/when').test({ ...known, context: readContext(known.context) });
    expect(truth).toBe(one.is);
  });
});
