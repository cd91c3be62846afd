import { STUDIO_BUDGET, type Route } from '../edge/handler';
import { deliver } from '../identify/deliver';
import { identifyUser } from '../identify/identify-user';
import { readTrackingConfig } from '../segment/config';

/**
 * `POST /identifyUser` with `userId`, `traits` and, optionally, `messageId`. Protected: Twilio lets signed requests
 * through only. Failing to deliver is an error answer, so that the widget takes its "fail" transition.
 */
export function identifyUserRoute(): Route {
  return {
    name: 'identifyUser',
    audience: 'studio',
    budget: STUDIO_BUDGET,
    async run(fields, settings, call) {
      const options = {
        config: readTrackingConfig(settings),
        loopbackOrigin: settings.optional('CUSTOMER_CONTEXT_LOOPBACK'),
      };
      const input = {
        userId: fields.required('userId'),
        traits: fields.raw('traits'),
        messageId: fields.text('messageId'),
      };
      const dependencies = {
        deliver: (identification: Parameters<typeof deliver>[0]) => deliver(identification, options, call),
        logKey: settings.get('AUTH_TOKEN'),
      };
      return identifyUser(input, dependencies, call);
    },
  };
}
