import { createTokenMemory, type TokenDependencies, type TokenMemory } from '../auth/token';
import type { Fields } from '../edge/fields';
import { createHttpClient, type HttpClient } from '../http/client';
import { createSchemaMemory, createTwilioSchemaStore, type SchemaMemory } from '../schema-store/twilio-schema-store';
import type { SchemaStore } from '../schema-store/schema-store';
import type { Settings } from '../settings/settings';
import { createTwilioApi, type TwilioApi } from '../twilio/api';
import { readCredentials, type TwilioCredentials } from '../twilio/credentials';

/** What stays in a container between invocations. Everything else is made anew from the settings, which is cheap. */
export interface Memory {
  tokens: TokenMemory;
  schemas: SchemaMemory;
}

export function createMemory(now?: () => number): Memory {
  return { tokens: createTokenMemory(now), schemas: createSchemaMemory(now) };
}

export function httpClient(settings: Settings): HttpClient {
  return createHttpClient({ loopbackOrigin: settings.optional('CUSTOMER_CONTEXT_LOOPBACK') });
}

/** Everything that Twilio's side of a route needs. */
export interface TwilioSide {
  http: HttpClient;
  credentials: TwilioCredentials;
  api: TwilioApi;
  tokens: TokenDependencies;
  store: SchemaStore;
}

export function twilioSide(settings: Settings, memory: Memory): TwilioSide {
  const http = httpClient(settings);
  const credentials = readCredentials(settings);
  const api = createTwilioApi(http, credentials);
  return {
    http,
    credentials,
    api,
    tokens: { http, credentials, realm: settings.optional('TWILIO_IAM_REALM'), memory: memory.tokens },
    store: createTwilioSchemaStore({
      http,
      api,
      authToken: credentials.authToken,
      serviceSid: settings.get('SERVICE_SID'),
      memory: memory.schemas,
    }),
  };
}

/** The Flex token of a request, always in its body. */
export function tokenOf(fields: Fields): string | undefined {
  return fields.text('Token', 65_536);
}
