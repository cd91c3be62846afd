import express, { type Router } from 'express';
import { tokenInfo } from '../flex/boot';
import type { Conversations } from '../state/conversations';
import { refuse } from './authenticate';

/** What Flex asks of flex-api.twilio.com besides its Configuration, which the double in flex-plugins/ answers. */
export function flexApi(conversations: Conversations): Router {
  const router = express.Router();
  router.post('/v1/Accounts/:account/Tokens/Info', express.urlencoded({ extended: false }), (request, response) => {
    const info = tokenInfo((request.body as Record<string, unknown>)['Token']);
    if (info) response.json(info);
    else refuse(response, 401, 20003, 'Authenticate');
  });
  // Flex asks for this when the agent accepts a chat: the orchestrator adds them to the conversation.
  router.post(
    '/v1/Channels/:channel/Roles/:role/Users',
    express.urlencoded({ extended: false }),
    (request, response) => {
      const identity = (request.body as Record<string, unknown>)['Identity'];
      if (typeof identity !== 'string' || !conversations.all.has(request.params.channel)) {
        refuse(response, 404, 20404, `The requested resource ${request.path} was not found`);
        return;
      }
      const added = conversations.join(request.params.channel, identity);
      response.status(added ? 201 : 409).json({ identity, channel_sid: request.params.channel });
    },
  );
  router.get('/v1/Instances/:instance/Teams/Context', (_request, response) =>
    response.json({ team_setup_complete: false }),
  );
  router.get('/v1/account/provision/status', (_request, response) => response.json({ status: 'inactive' }));
  return router;
}
