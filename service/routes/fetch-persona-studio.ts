import { STUDIO_BUDGET, type Route } from '../edge/handler';
import { createCompiledDocuments } from '../persona/published';
import { readProfileConfig } from '../segment/config';
import { createProfiles } from '../segment/profiles';
import { fetchPersonaStudio } from '../studio/fetch-persona-studio';
import { createMemory, twilioSide } from './twilio';

/** `POST /fetch-persona-studio` with `idType` and `identifier`. Protected: Twilio lets signed requests through only. */
export function fetchPersonaStudioRoute(now?: () => number): Route {
  const memory = createMemory(now);
  const documents = createCompiledDocuments();
  return {
    name: 'fetch-persona-studio',
    audience: 'studio',
    budget: STUDIO_BUDGET,
    run: (fields, settings, call) =>
      fetchPersonaStudio(() => {
        const { http, store, credentials } = twilioSide(settings, memory);
        return {
          question: { idType: fields.required('idType'), identifier: fields.required('identifier') },
          dependencies: {
            store,
            documents,
            profiles: createProfiles(http, () => readProfileConfig(settings)),
            authToken: credentials.authToken,
          },
        };
      }, call),
  };
}
