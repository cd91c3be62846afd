import type { Json } from '../json';
import type { FieldCase } from './field-case';

const priority: Json = [
  { value: 'P1', label: 'Urgent', tone: 'error', icon: 'warning' },
  { value: 'P2', label: { en: 'Normal', es: 'Normal, en español' } },
  { value: 1, label: 'The number one' },
  { value: '1', label: 'The text one' },
  { value: true, label: 'Affirmative' },
  { value: 'P1', label: 'Never reached' },
  { value: 'P9', tone: 'info' },
];
const load: Json = [
  { from: 0, tone: 'success' },
  { from: 70, tone: 'warning' },
  { from: 90, tone: 'error' },
];

/** Mapping, then format, then the tone of a threshold. */
export const looksCases: FieldCase[] = [
  // Mappings
  {
    it: 'shows a mapped value as its label, with tone and icon',
    field: { mappings: priority },
    value: 'P1',
    sees: { kind: 'text', text: 'Urgent', tone: 'error', icon: 'warning', copy: 'P1' },
  },
  {
    it: 'keeps a badge a badge',
    field: { format: 'badge', mappings: priority },
    value: 'P1',
    sees: { kind: 'badge', text: 'Urgent', tone: 'error', icon: 'warning' },
  },
  {
    it: 'gives a badge without tone a neutral one',
    field: { format: 'badge', mappings: priority },
    value: 'P2',
    sees: { kind: 'badge', text: 'Normal', tone: 'neutral' },
  },
  {
    it: 'maps in the agent’s language',
    field: { mappings: priority },
    locale: 'es-ES',
    value: 'P2',
    sees: { kind: 'text', text: 'Normal, en español' },
  },
  {
    it: 'maps the number 1 by the number 1',
    field: { mappings: priority },
    value: 1,
    sees: { kind: 'text', text: 'The number one' },
  },
  {
    it: 'maps the text "1" by the text "1"',
    field: { mappings: priority },
    value: '1',
    sees: { kind: 'text', text: 'The text one' },
  },
  { it: 'maps true by true', field: { mappings: priority }, value: true, sees: { kind: 'text', text: 'Affirmative' } },
  { it: 'minds capitals in mappings', field: { mappings: priority }, value: 'p1', sees: { kind: 'text', text: 'p1' } },
  {
    it: 'gives a mapping without label only its tone',
    field: { mappings: priority },
    value: 'P9',
    sees: { kind: 'text', text: 'P9', tone: 'info' },
  },
  {
    it: 'goes on to the format where no mapping fits',
    field: { mappings: priority, format: 'currency', currency: 'EUR' },
    value: 5,
    sees: { kind: 'number', text: '€5.00' },
  },
  {
    it: 'does not ask the format about a mapped value',
    field: { mappings: [{ value: 'n/a', label: 'Not billed' }], format: 'currency', currency: 'EUR' },
    value: 'n/a',
    sees: { kind: 'text', text: 'Not billed' },
  },
  {
    it: 'maps every item of a list',
    field: { mappings: priority },
    value: ['P1', 'P3'],
    sees: { kind: 'tags', text: 'Urgent, P3' },
  },
  {
    it: 'maps every item under format list',
    field: { format: 'list', mappings: priority },
    value: ['P1', 'P3'],
    sees: { kind: 'list', text: 'Urgent, P3' },
  },
  {
    it: 'maps every piece of a text that tags took apart',
    field: { format: 'tags', mappings: priority },
    value: 'P1, P3',
    sees: { kind: 'tags', text: 'Urgent, P3' },
  },
  {
    it: 'ignores an icon that does not exist',
    field: { mappings: [{ value: 1, label: 'One', icon: 'unicorn' }] },
    value: 1,
    sees: { kind: 'text', text: 'One' },
  },

  // Formats
  {
    it: 'shows by what the value is without a format',
    value: '2026-11-23',
    sees: { kind: 'time', text: 'Nov 23, 2026' },
  },
  {
    it: 'shows by what the value is where the format is unknown',
    field: { format: 'hologram' },
    value: 5,
    sees: { kind: 'number', text: '5' },
  },
  {
    it: 'shows a wrong type raw, with a hint',
    field: { format: 'currency', currency: 'EUR' },
    value: 'a lot',
    sees: { kind: 'text', text: 'a lot', hint: 'Expected a number' },
  },
  {
    it: 'shows a date that is none raw, never as Invalid Date',
    field: { format: 'date' },
    value: '2026-02-30',
    sees: { kind: 'text', text: '2026-02-30', hint: 'Expected a date or time (ISO 8601 or seconds since 1970)' },
  },
  {
    it: 'survives an option of the wrong type',
    field: { format: 'number', decimals: 'many' },
    value: 1.5,
    sees: { kind: 'number', text: '1.5' },
  },

  // Thresholds
  {
    it: 'gives no tone below the first threshold',
    field: { thresholds: load },
    value: -1,
    sees: { kind: 'number', text: '-1' },
  },
  {
    it: 'gives the first threshold’s tone at its number',
    field: { thresholds: load },
    value: 0,
    sees: { kind: 'number', text: '0', tone: 'success' },
  },
  {
    it: 'gives the last threshold that is reached',
    field: { thresholds: load },
    value: 70,
    sees: { kind: 'number', text: '70', tone: 'warning' },
  },
  {
    it: 'goes up to the last threshold',
    field: { thresholds: load },
    value: 1000,
    sees: { kind: 'number', text: '1000', tone: 'error' },
  },
  {
    it: 'colours a formatted number',
    field: { thresholds: load, format: 'percent', scale: 'whole' },
    value: 95,
    sees: { kind: 'number', text: '95%', tone: 'error' },
  },
  {
    it: 'colours a badge',
    field: { thresholds: load, format: 'badge' },
    value: 95,
    sees: { kind: 'badge', text: '95', tone: 'error' },
  },
  {
    it: 'counts text that holds exactly a number',
    field: { thresholds: load, format: 'number' },
    value: '95',
    sees: { kind: 'number', text: '95', tone: 'error' },
  },
  {
    it: 'gives no tone to what is no number',
    field: { thresholds: load },
    value: 'full',
    sees: { kind: 'text', text: 'full' },
  },
  {
    it: 'lets a mapping’s tone stand',
    field: { thresholds: load, mappings: [{ value: 95, label: 'High', tone: 'info' }] },
    value: 95,
    sees: { kind: 'text', text: 'High', tone: 'info' },
  },
  {
    it: 'gives a mapped number without tone the threshold’s',
    field: { thresholds: load, mappings: [{ value: 95, label: 'High' }] },
    value: 95,
    sees: { kind: 'text', text: 'High', tone: 'error' },
  },
];
