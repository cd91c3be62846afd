import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../../display/json';
import { ERROR_CODES } from '../../../schemas/error-codes';
import { validate as isError } from '../../../schemas/generated/error-validator';
import { validate as isIdentifyAnswer } from '../../../schemas/generated/identify-answer-validator';
import { validate as isStudioPersona } from '../../../schemas/generated/studio-persona-validator';
import { loadDocument } from '../../../schemas/load';
import { PAGES } from './pages';

/** What a sample can be: how it is known, and what makes it a good one. */
interface Kind {
  is: (sample: JsonObject) => boolean;
  check: (sample: JsonObject) => void;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'a display schema': {
    is: (sample) => 'version' in sample,
    check: (sample) => {
      const { problems } = loadDocument(sample).report;
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  },
  'an error': {
    is: (sample) => isObject(sample['error']),
    check: (sample) => {
      expect(isError(sample)).toBe(true);
      expect(Object.keys(ERROR_CODES)).toContain((sample['error'] as JsonObject)['code']);
    },
  },
  // Field by field, scripts/docs/logs.test.ts compares these with what is really written.
  'a line of the log': {
    is: (sample) => 'event' in sample && 'requestId' in sample,
    check: (sample) => expect(sample['route']).toBeTypeOf('string'),
  },
  'an answer for Studio': {
    is: (sample) => 'found' in sample,
    check: (sample) => expect(isStudioPersona(sample)).toBe(true),
  },
  'an answer of identifyUser': {
    is: (sample) => 'accepted' in sample,
    check: (sample) => expect(isIdentifyAnswer(sample)).toBe(true),
  },
  'attributes of a task': {
    is: (sample) => 'context' in sample,
    check: (sample) => {
      expect(isObject(sample['context'])).toBe(true);
      // TaskRouter takes no more.
      expect(JSON.stringify(sample).length).toBeLessThan(4096);
    },
  },
  'traits for identifyUser': {
    is: (sample) => Object.values(sample).every((value) => typeof value !== 'object'),
    check: (sample) => expect(Object.keys(sample).length).toBeGreaterThan(0),
  },
};

/** Liquid in a sample stands for a text where it is quoted and for a number where it is not. */
function withoutLiquid(text: string): string {
  return text.replaceAll(/"\{\{.*?\}\}"/g, '"text"').replaceAll(/\{\{.*?\}\}/g, '1');
}

const samples = PAGES.flatMap(({ path, blocks }) =>
  blocks.filter(({ language }) => language === 'json').map(({ text, line }) => ({ page: path, line, text })),
);

describe('JSON in the documentation', () => {
  it.each(samples)('$page, line $line: is what it claims to be', ({ text }) => {
    const sample: unknown = JSON.parse(withoutLiquid(text));
    expect(isObject(sample)).toBe(true);
    const kind = Object.entries(KINDS).find(([, { is }]) => is(sample as JsonObject));
    expect(kind?.[0], 'Say in KINDS what this sample is').toBeDefined();
    kind?.[1].check(sample as JsonObject);
  });
});
