import express, { type Router } from 'express';
import { ACCOUNT_SID } from '../../sandbox/account';
import { iam } from '../../sandbox/twilio/iam';

/** What Twilio's tools ask besides what deployments talk to, at `/<host>/<path>`: answers that keep them going. */
export function besideClouds(): Router {
  const router = express.Router();
  // Deployed functions ask it about agents.
  router.use('/iam.twilio.com', iam());
  // `twilio` looks for news of itself in a registry before each command, and fails without an answer.
  router.get(/^\/registry\.[^/]+\/(.+)$/, ({ params }, response) => {
    const name = params[0];
    response.json({ name, 'dist-tags': { latest: '7.1.2' }, versions: { '7.1.2': { name, version: '7.1.2' } } });
  });
  // `flex:plugins:deploy` has the plugin's sources judged: nothing to complain of.
  router.post('/flex-plugin-upload.us1.twilio.com/v1/Plugin/Validate', (_request, response) => {
    response.json({
      request_id: 'twilio-tools',
      api_compatibility: [],
      version_compatibility: [],
      dom_manipulation: [],
      errors: [],
    });
  });
  // It ends with whose account it was.
  router.get(`/api.twilio.com/2010-04-01/Accounts/${ACCOUNT_SID}.json`, (_request, response) => {
    response.json({ sid: ACCOUNT_SID, friendly_name: 'Sandbox' });
  });
  return router;
}
