import type { Format } from '../../display/formats/format';
import type { Operator } from '../../display/operators';
import { isNode, propertiesOf, type SchemaNode } from './schema-node';
import type { Vocabulary } from './vocabulary';

/** Definitions that take the options of a format beside their own properties. */
const takersOfOptions = ['field', 'highlight', 'eventField'] as const;

/** `if` a field names this format, `then` these are its options. */
function optionsOf(format: Format): SchemaNode {
  return {
    if: { properties: { format: { const: format.id } }, required: ['format'] },
    then: {
      title: format.name,
      description: format.description,
      properties: format.options,
      ...(format.required?.length ? { required: format.required } : {}),
    },
  };
}

/** An option with the name of a property of a field would mean two things at once. */
function refuseClashes(base: SchemaNode, formats: readonly Format[]): void {
  for (const definition of takersOfOptions) {
    const taken = propertiesOf(base, definition);
    for (const format of formats) {
      const clash = Object.keys(format.options).find((option) => option in taken);
      if (clash !== undefined)
        throw new Error(`Format "${format.id}" has an option "${clash}", which every ${definition} has already.`);
    }
  }
}

/** The base schema with the options of every format. Unknown formats, icons and operators pass: they are warnings. */
export function withOptions(base: SchemaNode, { formats }: Vocabulary): SchemaNode {
  refuseClashes(base, formats);
  const definitions = isNode(base.definitions) ? base.definitions : {};
  const options = isNode(definitions.formatOptions) ? definitions.formatOptions : {};
  return { ...base, definitions: { ...definitions, formatOptions: { ...options, allOf: formats.map(optionsOf) } } };
}

interface Word {
  word: string;
  description?: string;
}

/** A text for which editors offer these words, each with its own explanation, and accept others. */
function suggested(node: unknown, words: readonly Word[], other: string): SchemaNode {
  const { title, description, ...rest } = isNode(node) ? node : {};
  const explained = words.flatMap((entry) => entry.description ?? []);
  const known: SchemaNode = {
    title: 'Known',
    description: 'Words that are understood.',
    enum: words.map(({ word }) => word),
    ...(explained.length === words.length ? { enumDescriptions: explained } : {}),
  };
  return { title, description, anyOf: [known, { title: 'Other', description: other, ...rest }] };
}

/** `if` a comparison uses this operator, `then` its value looks like this. */
function valueOf(operator: Operator): SchemaNode {
  return {
    if: { properties: { op: { const: operator.id } }, required: ['op'] },
    then: {
      title: operator.says,
      description: operator.description,
      properties: { value: operator.value },
      ...(operator.valueOptional ? {} : { required: ['value'] }),
    },
  };
}

/** The published JSON Schema: as `withOptions`, and code editors complete formats, icons, operators and facts. */
export function forEditors(base: SchemaNode, vocabulary: Vocabulary): SchemaNode {
  const schema = withOptions(base, vocabulary);
  const definitions = isNode(schema.definitions) ? schema.definitions : {};
  const formats = vocabulary.formats.map(({ id, name, description }) => ({
    word: id,
    description: `${name}. ${description}`,
  }));
  const operators = vocabulary.operators.map(({ id, description }) => ({ word: id, description }));
  const facts = vocabulary.facts.map(({ id, title, description }) => ({
    word: id,
    description: `${title}. ${description}`,
  }));
  const comparison = isNode(definitions.comparison) ? definitions.comparison : {};
  return {
    ...schema,
    definitions: {
      ...definitions,
      format: suggested(
        definitions.format,
        formats,
        'A format of a newer version; until it is known, the value is written by what it is.',
      ),
      icon: suggested(
        definitions.icon,
        vocabulary.icons.map((word) => ({ word })),
        'An icon of a newer version; until it is known, there is none.',
      ),
      operator: suggested(definitions.operator, operators, 'Anything else never holds.'),
      fact: suggested(definitions.fact, facts, 'A fact with a path into it, such as context:/order/total.'),
      comparison: { ...comparison, allOf: vocabulary.operators.map(valueOf) },
    },
  };
}
