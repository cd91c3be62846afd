import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, isIdType, profileSegment } from './profile-id';
import { exactInclude } from './profiles';

describe('the path of a profile', () => {
  it('is one segment that says the id and nothing else, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        fc.pre(isId(id));
        const url = new URL(
          `https://profiles.segment.com/v1/spaces/s/${profileSegment({ idType: 'user_id', id })}/traits?a=1`,
        );
        const parts = url.pathname.split('/');
        return (
          parts.length === 6 &&
          decodeURIComponent(parts[4] ?? '') === `user_id:${id}` &&
          parts[5] === 'traits' &&
          url.search === '?a=1' &&
          url.hash === ''
        );
      }),
    );
  });

  it.each(['', ' ', '\n', 'x'.repeat(513), 'é'.repeat(257), '\ud800', 'a\udc00b'])(
    'is not made for the id %j',
    (id) => {
      expect(isId(id)).toBe(false);
    },
  );

  it.each(['', 'a b', 'a/b', 'a:b', 'a%', '../x', 'é', 'x'.repeat(101)])('is not made for the id type %j', (idType) => {
    expect(isIdType(idType)).toBe(false);
  });

  it.each(['user_id', 'email', 'android.idfa', 'ga_client_id', 'loyalty-number'])(
    'is made for the id type %s',
    (idType) => {
      expect(isIdType(idType)).toBe(true);
    },
  );
});

describe('include', () => {
  it('names the keys', () => {
    expect(exactInclude(['plan', 'Campaign Name', 'Invited User?'])).toBe('plan,Campaign%20Name,Invited%20User%3F');
  });

  it.each([
    ['all keys are needed', undefined],
    ['none is', []],
    ['a key has a comma', ['a,b']],
    ['a key is empty', ['']],
    ['a key has spaces around it', [' a']],
    ['a key is no text that an address can carry', ['\ud800']],
    ['there are too many', Array.from({ length: 300 }, (_, n) => `trait_${n}`)],
  ])('is left out, so that all traits are asked for, when %s', (_name, keys) => {
    expect(exactInclude(keys)).toBeUndefined();
  });
});
