import type { Manager } from '@twilio/flex-ui';
import { describe, expect, it } from 'vitest';
import { readAgent } from './agent';

const manager = (more: object): Manager => more as unknown as Manager;

describe('the agent', () => {
  it('is who Flex says', () => {
    const flex = manager({
      user: { roles: ['agent', 'admin'], identity: 'ana' },
      workerClient: { sid: 'WK1', attributes: { team: 'blue' } },
      localization: { localeTag: 'es-MX' },
    });
    expect(readAgent(flex)).toEqual({
      id: 'WK1',
      roles: ['agent', 'admin'],
      isAdmin: true,
      attributes: { team: 'blue' },
      locale: 'es-MX',
    });
  });

  it.each([
    ['without roles', { user: { identity: 'ana' } }, 'ana'],
    ['with nothing at all', {}, ''],
  ])('is nobody in particular in a Flex %s', (_what, flex, id) => {
    expect(readAgent(manager(flex))).toMatchObject({ id, roles: [], isAdmin: false, attributes: {}, locale: 'en-US' });
  });
});
