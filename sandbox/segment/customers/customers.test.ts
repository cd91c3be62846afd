import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../customer';
import { inventCustomers } from './index';

const START = Date.parse('2026-03-10T12:00:00Z');
const customers = inventCustomers(START);

function countTraits(customer: Customer): number {
  return [customer.traits, customer.computed, customer.audiences].flatMap((part) => Object.keys(part ?? {})).length;
}

function countEvents(customer: Customer): number {
  return customer.events.filter((event) => event.minutesAgo <= 14 * 24 * 60).length;
}

describe('the invented customers', () => {
  it('are at least 50, and the same people at every start', () => {
    expect(customers.length).toBeGreaterThanOrEqual(50);
    expect(inventCustomers(START)).toEqual(customers);
    const later = inventCustomers(START + 86_400_000);
    expect(later.map((customer) => customer.userId)).toEqual(customers.map((customer) => customer.userId));
  });

  it('share no id of any type', () => {
    const ids = customers.flatMap((customer) => [
      `user_id:${customer.userId}`,
      ...customer.ids.map(({ type, id }) => `${type}:${id}`),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('run from 3 traits to 900 and from no events to 500', () => {
    const traits = customers.map(countTraits);
    const events = customers.map(countEvents);
    expect([Math.min(...traits), Math.max(...traits)]).toEqual([3, 900]);
    expect([Math.min(...events), Math.max(...events)]).toEqual([0, 500]);
  });

  it('have the sizes that the README promises for the headline customers', () => {
    const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const rows = readme.matchAll(/^\| `(?<id>[^`]+)`\s*\|.*\| (?<traits>\d+)\s*\| (?<events>\d+)\s*\|$/gm);
    const promised = [...rows].map(({ groups }) => ({
      id: groups!.id,
      traits: Number(groups!.traits),
      events: Number(groups!.events),
    }));
    const real = promised.map(({ id }) => {
      const customer = customers.find((one) => one.userId === id)!;
      return { id, traits: countTraits(customer), events: countEvents(customer) };
    });
    expect(promised).toHaveLength(15);
    expect(real).toEqual(promised);
  });

  it('use addresses at example domains only', () => {
    const emails = customers.flatMap((customer) =>
      customer.ids.filter((id) => id.type === 'email').map(({ id }) => id),
    );
    expect(emails.filter((email) => !/@(?:[a-z]+\.)?example\.(?:com|org|net)$/.test(email))).toEqual([]);
  });

  it('hold no event at the very edge of the 14 days, so that counts stay true for a working day', () => {
    const edge = customers
      .flatMap((customer) => customer.events)
      .filter(({ minutesAgo }) => minutesAgo > 13.5 * 1440 && minutesAgo < 14.5 * 1440);
    expect(edge).toEqual([]);
  });
});
