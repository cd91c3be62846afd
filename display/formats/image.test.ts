import { describe, expect, it } from 'vitest';
import { environment } from '../cases/case';
import { image } from './image';

const hosts = ['cdn.shop.example', 'IMG.example:8443'];

describe('image', () => {
  it('always has a size, within bounds', () => {
    const show = (options: object) =>
      image.prepare({ hosts, ...options }, environment)('https://cdn.shop.example/a.jpg', 0);
    expect(show({})).toMatchObject({ src: 'https://cdn.shop.example/a.jpg', width: 96, height: 96 });
    expect(show({ width: 120, height: 80 })).toMatchObject({ width: 120, height: 80 });
    expect(show({ width: 1e9, height: '80' })).toMatchObject({ width: 96, height: 96 });
  });

  it('compares hosts with their port and without regard to case', () => {
    expect(image.accepts('https://img.example:8443/a.jpg', { hosts })).toBe(true);
    expect(image.accepts('https://img.example/a.jpg', { hosts })).toBe(false);
  });

  it.each([
    'http://cdn.shop.example/a.jpg',
    'https://cdn.shop.example@evil.example/a.jpg',
    'https://cdn.shop.example.evil.example/a.jpg',
    'https://evil.example/#cdn.shop.example',
    'data:image/svg+xml,<svg/>',
    '//cdn.shop.example/a.jpg',
    7,
    null,
  ])('does not load %j', (value) => {
    expect(image.accepts(value, { hosts })).toBe(false);
  });

  it.each([undefined, [], 'cdn.shop.example', [7], ['*']])('loads nothing when hosts are %j', (listed) => {
    expect(image.accepts('https://cdn.shop.example/a.jpg', { hosts: listed })).toBe(false);
  });
});
