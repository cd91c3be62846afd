import type { FieldCase } from './field-case';

/** What is missing, what is empty, and the words around a value. */
export const nothingCases: FieldCase[] = [
  // Missing
  { it: 'leaves out a listed key that the data lacks', sees: null },
  {
    it: 'leaves out a missing key even with words for nothing on the panel',
    panel: { noValue: 'Nothing' },
    sees: null,
  },
  {
    it: 'shows a missing key as the field’s noValue',
    field: { noValue: 'Not given' },
    sees: { kind: 'missing', text: 'Not given', copy: null },
  },
  {
    it: 'shows noValue in the agent’s language',
    field: { noValue: { en: 'None', es: 'Nada' } },
    locale: 'es-ES',
    sees: { kind: 'missing', text: 'Nada' },
  },
  {
    it: 'keeps a missing key with noValue although empty values are left out',
    field: { noValue: 'None' },
    panel: { hideEmpty: true },
    sees: { kind: 'missing', text: 'None' },
  },

  // Empty
  { it: 'shows null as a dash', value: null, sees: { kind: 'empty', text: '—', hint: 'null', copy: null } },
  {
    it: 'shows an empty text as a dash that says it is an empty text',
    value: '',
    sees: { kind: 'empty', text: '—', hint: 'empty text' },
  },
  {
    it: 'shows an empty list as a dash that says it is an empty list',
    value: [],
    sees: { kind: 'empty', text: '—', hint: 'empty list' },
  },
  {
    it: 'shows an empty object as a dash that says it is an empty object',
    value: {},
    sees: { kind: 'empty', text: '—', hint: 'empty object' },
  },
  {
    it: 'shows an empty value in the panel’s words',
    panel: { noValue: 'Nothing yet' },
    value: null,
    sees: { kind: 'empty', text: 'Nothing yet', hint: 'null' },
  },
  {
    it: 'prefers the field’s words to the panel’s',
    panel: { noValue: 'Panel' },
    field: { noValue: 'Field' },
    value: '',
    sees: { kind: 'empty', text: 'Field', hint: 'empty text' },
  },
  { it: 'leaves out null with hideEmpty', panel: { hideEmpty: true }, value: null, sees: null },
  { it: 'leaves out an empty text with hideEmpty', panel: { hideEmpty: true }, value: '', sees: null },
  { it: 'leaves out an empty list with hideEmpty', panel: { hideEmpty: true }, value: [], sees: null },
  { it: 'leaves out an empty object with hideEmpty', panel: { hideEmpty: true }, value: {}, sees: null },
  {
    it: 'does not take 0 for empty',
    panel: { hideEmpty: true },
    value: 0,
    sees: { kind: 'number', text: '0', copy: '0' },
  },
  {
    it: 'does not take false for empty',
    panel: { hideEmpty: true },
    value: false,
    sees: { kind: 'boolean', text: 'No', copy: 'false' },
  },
  {
    it: 'does not take spaces for empty',
    panel: { hideEmpty: true },
    value: ' ',
    sees: { kind: 'text', text: '" "', hint: 'Only spaces' },
  },
  {
    it: 'never maps an empty value: empty comes before mapping',
    field: { mappings: [{ value: null, label: 'Mapped' }] },
    value: null,
    sees: { kind: 'empty', text: '—', hint: 'null' },
  },

  // Labels
  { it: 'makes a label from the key', field: {}, value: 1, sees: { kind: 'number', text: '1', label: 'It' } },
  {
    it: 'shows the label of the document',
    field: { label: 'Priority' },
    value: 1,
    sees: { kind: 'number', text: '1', label: 'Priority' },
  },
  {
    it: 'shows the label in the exact locale',
    field: { label: { en: 'Colour', 'en-US': 'Color' } },
    value: 1,
    sees: { kind: 'number', text: '1', label: 'Color' },
  },
  {
    it: 'shows the label in the locale’s language',
    field: { label: { en: 'Order', es: 'Pedido' } },
    locale: 'es-MX',
    value: 1,
    sees: { kind: 'number', text: '1', label: 'Pedido' },
  },
  {
    it: 'shows the English label where the language is missing',
    field: { label: { fr: 'Commande', en: 'Order' } },
    locale: 'pt-PT',
    value: 1,
    sees: { kind: 'number', text: '1', label: 'Order' },
  },
  {
    it: 'shows the first label where English is missing too',
    field: { label: { fr: 'Commande', de: 'Auftrag' } },
    locale: 'pt-PT',
    value: 1,
    sees: { kind: 'number', text: '1', label: 'Commande' },
  },
  {
    it: 'takes pt_BR for pt-BR',
    field: { label: { en: 'Order', pt_BR: 'Encomenda' } },
    locale: 'pt-BR',
    value: 1,
    sees: { kind: 'number', text: '1', label: 'Encomenda' },
  },
  {
    it: 'takes an empty label for none',
    field: { label: '' },
    value: 1,
    sees: { kind: 'number', text: '1', label: 'It' },
  },
  {
    it: 'carries the description',
    field: { description: 'From the bot' },
    value: 1,
    sees: { kind: 'number', text: '1', description: 'From the bot' },
  },

  // Copy
  {
    it: 'copies the raw value, not the formatted text',
    field: { format: 'currency', currency: 'EUR' },
    value: 5,
    sees: { kind: 'number', text: '€5.00', copy: '5' },
  },
  { it: 'copies an object as JSON', value: { a: 1 }, sees: { kind: 'group', text: 'A: 1', copy: '{"a":1}' } },
  {
    it: 'copies nothing with copy: false',
    field: { copy: false },
    value: 5,
    sees: { kind: 'number', text: '5', copy: null },
  },
];
