import { expect, it } from 'vitest';
import { SERVICE_VARIABLES, serviceVariables } from './variables';

it('never uploads what a function gets from Twilio, or must not get', () => {
  const everything = {
    ACCOUNT_SID: 'a',
    AUTH_TOKEN: 'a',
    SERVICE_SID: 'a',
    CUSTOMER_CONTEXT_LOOPBACK: 'a',
    FLEX_APP_FUNCTIONS_BASE: 'a',
    FLEX_APP_PLACEMENT: 'a',
    HOME: 'a',
    SEGMENT_SPACE_ID: ' spa_1 ',
    SEGMENT_REGION: '',
  };
  expect(serviceVariables(everything)).toEqual({ SEGMENT_SPACE_ID: 'spa_1' });
  expect(SERVICE_VARIABLES).toEqual(expect.arrayContaining(['FLEX_ORIGINS', 'SEGMENT_WRITE_KEY', 'PERSONA_ACCESS']));
});
