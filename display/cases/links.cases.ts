import type { FieldCase } from './field-case';

/** Where a value leads, and what a mask leaves of it. */
export const linkCases: FieldCase[] = [
  // Links
  {
    it: 'links the whole value and shows the host',
    field: { link: 'https://crm.example/orders/{value}' },
    value: 'A-1',
    sees: { kind: 'text', text: 'A-1', href: 'https://crm.example/orders/A-1', host: 'crm.example' },
  },
  {
    it: 'links with other facts',
    field: { link: 'https://crm.example/{context:/customer/id}?o={value}' },
    context: { customer: { id: 7 } },
    value: 'A',
    sees: { kind: 'text', text: 'A', href: 'https://crm.example/7?o=A', host: 'crm.example' },
  },
  {
    it: 'encodes what it puts into an address',
    field: { link: 'https://crm.example/o/{value}' },
    value: 'a/b?c=d#e&f',
    sees: {
      kind: 'text',
      text: 'a/b?c=d#e&f',
      href: 'https://crm.example/o/a%2Fb%3Fc%3Dd%23e%26f',
      host: 'crm.example',
    },
  },
  {
    it: 'has no link where a fact is missing',
    field: { link: 'https://crm.example/{context:/customer/id}' },
    value: 'A',
    sees: { kind: 'text', text: 'A' },
  },
  {
    it: 'has no link where a fact is hidden',
    field: { link: 'https://crm.example/{context:/customer/id}' },
    panel: { hidden: ['/customer/id'] },
    context: { customer: { id: 7, name: 'Ana' } },
    value: 'A',
    sees: { kind: 'text', text: 'A' },
  },
  {
    it: 'has no link where a fact is null',
    field: { link: 'https://crm.example/{context:/id}' },
    context: { id: null },
    value: 'A',
    sees: { kind: 'text', text: 'A' },
  },
  {
    it: 'has no link where a fact is a list or an object',
    field: { link: 'https://crm.example/{value}' },
    value: ['A'],
    sees: { kind: 'tags', text: 'A' },
  },
  {
    it: 'has no link where traits are not here',
    field: { link: 'https://crm.example/{traits:/id}' },
    value: 'A',
    sees: { kind: 'text', text: 'A' },
  },
  {
    it: 'does not let a value climb out of its folder',
    field: { link: 'https://crm.example/orders/{value}' },
    value: '..',
    sees: { kind: 'text', text: '..' },
  },
  {
    it: 'does not let a value be the host',
    field: { link: 'https://{value}/' },
    value: 'evil.example',
    sees: { kind: 'text', text: 'evil.example' },
  },
  {
    it: 'does not let a value lengthen the host',
    field: { link: 'https://crm.example{value}' },
    value: '.evil.example',
    sees: { kind: 'text', text: '.evil.example' },
  },
  {
    it: 'does not let a value be the scheme',
    field: { link: '{value}' },
    value: 'javascript:alert(1)',
    sees: { kind: 'text', text: 'javascript:alert(1)' },
  },
  {
    it: 'has no link with another scheme',
    field: { link: 'javascript:alert({value})' },
    value: 1,
    sees: { kind: 'number', text: '1' },
  },
  {
    it: 'has no link with a user name before the host',
    field: { link: 'https://bank.example@evil.example/{value}' },
    value: 1,
    sees: { kind: 'number', text: '1' },
  },
  {
    it: 'has no link with an unknown variable',
    field: { link: 'https://crm.example/{secret}' },
    value: 1,
    sees: { kind: 'number', text: '1' },
  },
  {
    it: 'makes a mailto link without query',
    field: { link: 'mailto:{value}' },
    value: 'ana@example.com',
    sees: { kind: 'link', text: 'ana@example.com', href: 'mailto:ana@example.com' },
  },
  {
    it: 'does not let a value add to a mailto link',
    field: { link: 'mailto:{value}', format: 'text' },
    value: 'ana@example.com?bcc=eve@example.com',
    sees: { kind: 'text', text: 'ana@example.com?bcc=eve@example.com' },
  },
  {
    it: 'makes a tel link of digits',
    field: { link: 'tel:{value}', format: 'text' },
    value: '+1 (415) 555-0100',
    sees: { kind: 'text', text: '+1 (415) 555-0100', href: 'tel:+14155550100' },
  },
  {
    it: 'replaces the value’s own link',
    field: { link: 'https://crm.example/?u={value}' },
    value: 'https://shop.example/',
    sees: {
      kind: 'link',
      text: 'https://shop.example/',
      href: 'https://crm.example/?u=https%3A%2F%2Fshop.example%2F',
      host: 'crm.example',
    },
  },
  {
    it: 'does not link an empty value',
    field: { link: 'https://crm.example/{value}' },
    value: '',
    sees: { kind: 'empty', text: '—', hint: 'empty text' },
  },

  // Masks
  {
    it: 'masks all but the last characters, four at most',
    field: { mask: {} },
    value: '4242424242424242',
    sees: { kind: 'masked', text: '•••• 4242', copy: null },
  },
  {
    it: 'shows at most a quarter of the characters',
    field: { mask: {} },
    value: '123456789',
    sees: { kind: 'masked', text: '•••• 89' },
  },
  {
    it: 'shows nothing of a short value',
    field: { mask: {} },
    value: '1234567',
    sees: { kind: 'masked', text: '••••' },
  },
  { it: 'shows nothing of true', field: { mask: {} }, value: true, sees: { kind: 'masked', text: '••••' } },
  {
    it: 'shows nothing of an object',
    field: { mask: {} },
    value: { number: '4242424242424242' },
    sees: { kind: 'masked', text: '••••' },
  },
  {
    it: 'does not say that a masked value is empty',
    field: { mask: {} },
    value: null,
    sees: { kind: 'masked', text: '••••' },
  },
  { it: 'leaves out a masked key that the data lacks', field: { mask: {} }, sees: null },
  {
    it: 'has no link, mapping or copy on a masked value',
    field: {
      mask: {},
      copy: true,
      link: 'https://crm.example/{value}',
      mappings: [{ value: 'P1', label: 'Urgent', tone: 'error' }],
    },
    value: 'P1',
    sees: { kind: 'masked', text: '••••', copy: null },
  },
];
