import type { Format } from '../../../display/formats/format';
import { compile, view } from '../../../display/index';
import type { DisplayValue } from '../../../display/index';
import type { Json } from '../../../display/json';
import { isNode } from '../schema-node';
import { anchor, cell, code, table } from './markdown';

/** Samples are rendered for one agent at one moment, so that the text is always the same. */
export const sampleEnvironment = { locale: 'en-US', zone: 'UTC', now: Date.parse('2026-11-23T14:30:00Z') };

/** What the engine makes of a value under a format: the very path that agents' values take. */
export function show(format: string, options: object, value: Json): DisplayValue | undefined {
  const document = { version: 1, context: { sections: [{ fields: [{ key: 'value', format, ...options }] }] } };
  const seen = view(compile(document), { context: { value }, facts: {}, env: sampleEnvironment });
  return seen.context.sections[0]?.rows[0]?.value;
}

/** Kinds that look like their text. */
const plainKinds = new Set(['text', 'number', 'boolean', 'time', 'link', 'json']);

/** A shown value in one line: its text, and what else an agent sees of it. */
export function inWords(value: DisplayValue | undefined): string {
  if (value === undefined) return 'nothing';
  const notes: string[] = [];
  if (value.kind === 'badge' || (value.tone !== undefined && value.tone !== 'neutral'))
    notes.push(`${value.tone ?? 'neutral'} ${value.kind}`);
  else if (!plainKinds.has(value.kind)) notes.push(value.kind);
  if (value.kind === 'time' && value.exact !== undefined) notes.push(value.exact);
  if (value.kind === 'image') notes.push(`${value.width} × ${value.height}, from ${value.host}`);
  if (value.href !== undefined)
    notes.push(value.host === undefined ? `leads to ${value.href}` : `leads to ${value.host}`);
  if (value.hint !== undefined) notes.push(`hint: ${value.hint}`);
  const text = cell(value.kind === 'json' ? value.text.replace(/\s+/g, ' ') : value.text);
  return notes.length ? `${text} *(${cell(notes.join('; '))})*` : text;
}

function typeOf(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((word) => code(String(word))).join(', ');
  if (schema.type === 'array') return 'list';
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum, maximum } = schema;
    const bounds = typeof minimum === 'number' && typeof maximum === 'number' ? `, ${minimum} to ${maximum}` : '';
    return `${schema.type === 'integer' ? 'whole number' : 'number'}${bounds}`;
  }
  return isNode(schema) && schema.type === undefined ? '[texts](#texts)' : 'text';
}

function optionsTable(format: Format): string {
  const rows = Object.entries<Readonly<Record<string, unknown>>>(format.options).map(([name, schema]) => {
    const needed = (format.required as readonly string[] | undefined)?.includes(name) ? ' **needed**' : '';
    const otherwise = schema.default === undefined ? '' : ` Left out: ${code(JSON.stringify(schema.default))}.`;
    return [`${code(name)}${needed}`, cell(typeOf(schema)), cell(`${String(schema.description)}${otherwise}`)];
  });
  return table(['Option', 'Takes', 'Meaning'], rows);
}

function samplesTable(format: Format): string {
  const rows = format.samples.map(({ value, options }) => {
    const shown = inWords(show(format.id, options ?? {}, value));
    return [cell(code(JSON.stringify(value))), options ? cell(code(JSON.stringify(options))) : '', shown];
  });
  return table(['Value', 'Options', 'Shown'], rows);
}

function formatSection(format: Format): string {
  return [
    `### ${code(format.id)}: ${format.name}`,
    `${format.description} Expects ${format.expects}.`,
    ...(Object.keys(format.options).length ? [optionsTable(format)] : []),
    samplesTable(format),
  ].join('\n\n');
}

/** Every format with its options, and samples as the engine shows them. */
export function formatsChapter(formats: readonly Format[]): string {
  const overview = formats.map((format) => [
    `[${code(format.id)}](#${anchor(`${format.id}: ${format.name}`)})`,
    cell(format.name),
    cell(format.expects),
  ]);
  return [
    '## Formats',
    'A field without a format is written by what its value is. Options stand beside `format` in the field. Samples are shown as an agent in the United States would see them on 23 November 2026 at 14:30 UTC.',
    table(['Format', 'Name', 'Expects'], overview),
    ...formats.map(formatSection),
  ].join('\n\n');
}
