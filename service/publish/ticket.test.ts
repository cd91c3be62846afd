import { describe, expect, it } from 'vitest';
import { readTicket, signTicket, TICKET_LIFETIME_MS, type Ticket } from './ticket';

const authToken = 'auth0token0auth0token0auth0token';
const ticket: Ticket = {
  service: `ZS${'1'.repeat(32)}`,
  environment: `ZE${'2'.repeat(32)}`,
  build: `ZB${'3'.repeat(32)}`,
  base: null,
  version: `ZN${'4'.repeat(32)}`,
  revision: 7,
  id: '0123456789abcdef',
  worker: `WK${'5'.repeat(32)}`,
  began: 1_000_000,
};
const expected = { service: ticket.service, worker: ticket.worker, now: ticket.began };
const read = (text: string, changes = {}, token = authToken) => readTicket(text, token, { ...expected, ...changes });

describe('a ticket', () => {
  it.each([ticket, { ...ticket, base: `ZB${'6'.repeat(32)}` }])('comes back as it was signed', (one) => {
    expect(read(signTicket(one, authToken))).toEqual(one);
  });

  it('is worth nothing with one character changed anywhere', () => {
    const text = signTicket(ticket, authToken);
    for (let index = 0; index < text.length; index += 1) {
      const changed = text.slice(0, index) + (text[index] === 'A' ? 'B' : 'A') + text.slice(index + 1);
      expect(() => read(changed)).toThrow(expect.objectContaining({ code: 'ticket_invalid' }));
    }
  });

  it.each(['', '.', 'x', 'x.y', `${signTicket(ticket, authToken)}.`, 'a'.repeat(10_000)])('is not %j', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'ticket_invalid' }));
  });

  it('is worth nothing to another person, service or account', () => {
    const text = signTicket(ticket, authToken);
    expect(() => read(text, { worker: 'WK0' })).toThrow('not valid');
    expect(() => read(text, { service: 'ZS0' })).toThrow('not valid');
    expect(() => read(text, {}, 'another0token00another0token0000')).toThrow('not valid');
  });

  it('expires after half an hour and says what to do', () => {
    const text = signTicket(ticket, authToken);
    expect(read(text, { now: ticket.began + TICKET_LIFETIME_MS }).revision).toBe(7);
    expect(() => read(text, { now: ticket.began + TICKET_LIFETIME_MS + 1 })).toThrow('publish again');
  });
});
