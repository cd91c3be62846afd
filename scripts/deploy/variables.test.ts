import { expect, it } from 'vitest';
import { SERVICE_VARIABLES, serviceVariables, variableProblems } from './variables';

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

it.each([
  ['worker', ['SEGMENT_EVENTS_WRITE_KEY']],
  ['anonymous', ['SEGMENT_EVENTS_WRITE_KEY']],
  ['off', []],
  ['', []],
])('asks for the key of the plugin’s events as soon as they are on: %j', (value, expected) => {
  const names = (inService: string[] = []) =>
    variableProblems({ FLEX_APP_PLUGIN_EVENTS: value }, new Set(inService)).map(({ name }) => name);
  expect(names().filter((name) => name.includes('EVENTS'))).toEqual(expected);
  expect(names(['SEGMENT_EVENTS_WRITE_KEY']).filter((name) => name.includes('EVENTS'))).toEqual([]);
});
