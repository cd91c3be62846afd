/** An invented account, as Twilio's local runtime hands it to a function. */
export const account = {
  ACCOUNT_SID: `AC${'a1'.repeat(16)}`,
  AUTH_TOKEN: 'auth0token0auth0token0auth0token',
  SERVICE_SID: `ZS${'b2'.repeat(16)}`,
  DOMAIN_NAME: 'localhost:3001',
  PATH: '/display-schema',
  SEGMENT_SPACE_ID: 'spa_test1234',
  SEGMENT_PERSONA_KEY: 'segment-persona-key-secret',
  SEGMENT_WRITE_KEY: 'segment-write-key-secret',
  SEGMENT_EVENTS_WRITE_KEY: 'segment-events-key-secret',
} as const;

export const workspaceSid = `WS${'c3'.repeat(16)}`;
export const agentSid = `WK${'d4'.repeat(16)}`;
export const otherAgentSid = `WK${'e5'.repeat(16)}`;
export const schemaDomain = 'customer-context-1234-ds.twil.io';
