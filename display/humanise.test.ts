import { describe, expect, it } from 'vitest';
import { humanise } from './humanise';

describe('humanise', () => {
  it.each([
    ['orderTotal', 'Order total'],
    ['order_total', 'Order total'],
    ['order-total', 'Order total'],
    ['order.total', 'Order total'],
    ['ORDER_TOTAL', 'Order total'],
    ['OrderTotal', 'Order total'],
    ['HTTPStatus', 'HTTP status'],
    ['userID', 'User ID'],
    ['VIP', 'VIP'],
    ['utm_source', 'Utm source'],
    ['first_name', 'First name'],
    ['s3Bucket', 'S3 bucket'],
    ['line2', 'Line2'],
    ['__proto__', 'Proto'],
    ['_id', 'Id'],
    ['a/b', 'A/b'],
    ['~', '~'],
    ['___', '___'],
    ['x', 'X'],
    ['2026-11-23', '2026-11-23'],
    ['año_nuevo', 'Año nuevo'],
    ['éTat', 'État'],
    ['注文番号', '注文番号'],
    ['رقم_الطلب', 'رقم الطلب'],
    ['😀mood', '😀mood'],
  ])('writes %j as %j', (key, label) => {
    expect(humanise(key)).toBe(label);
  });

  it('leaves a key with spaces as people wrote it', () => {
    expect(humanise('Last Order NUMBER')).toBe('Last Order NUMBER');
  });

  it('gives the empty key a name and shows a key of only spaces', () => {
    expect(humanise('')).toBe('(no name)');
    expect(humanise('  ')).toBe('"  "');
  });

  it('makes characters visible that could turn the text around', () => {
    expect(humanise('a\u202eb')).toContain('[U+202E]');
  });

  it('cuts a label nobody could read', () => {
    expect(humanise('k'.repeat(10_000)).length).toBeLessThanOrEqual(200);
  });
});
