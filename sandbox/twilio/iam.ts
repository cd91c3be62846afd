import express, { type Router } from 'express';
import { ACCOUNT_SID } from '../account';
import { findToken } from '../tokens';
import { accountOnly, refuse } from './authenticate';

const HOUR = 3_600_000;

/** Double of iam.twilio.com: what Flex's token validation says of a token. */
export function iam(): Router {
  const router = express.Router();
  router.post(
    '/v1/Accounts/:account/Tokens/validate',
    accountOnly,
    express.json({ type: () => true }),
    (request, response) => {
      if (request.params.account !== ACCOUNT_SID) {
        refuse(response, 404, 20404, `The requested resource ${request.path} was not found`);
        return;
      }
      const facts = findToken((request.body as { token?: unknown }).token);
      if (facts?.state !== 'valid') {
        const expired = facts?.state === 'expired';
        response.json({
          valid: false,
          code: expired ? 20104 : 20101,
          message: expired ? 'Access Token expired or expiration date invalid' : 'Invalid Access Token',
          expiration: null,
          realm_user_id: null,
          identity: null,
          roles: [],
          worker_sid: null,
        });
        return;
      }
      response.json({
        valid: true,
        code: 0,
        message: null,
        expiration: new Date(Date.now() + HOUR).toISOString(),
        realm_user_id: facts.identity,
        identity: facts.identity,
        roles: facts.roles,
        worker_sid: facts.workerSid,
      });
    },
  );
  return router;
}
