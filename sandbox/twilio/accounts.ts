import express, { type Router } from 'express';
import { ACCOUNT_SID } from '../account';
import { accountOnly, refuse } from './authenticate';

/** Double of api.twilio.com: the account itself. @param status what Twilio says of it. */
export function accountsApi(status: () => 'active' | 'suspended' | 'closed' = () => 'active'): Router {
  const router = express.Router();
  router.get('/2010-04-01/Accounts/:account.json', accountOnly, (request, response) => {
    if (request.params['account'] !== ACCOUNT_SID) {
      refuse(response, 404, 20404, `The requested resource ${request.path} was not found`);
      return;
    }
    response.json({
      sid: ACCOUNT_SID,
      owner_account_sid: ACCOUNT_SID,
      friendly_name: 'Sandbox',
      status: status(),
      type: 'Full',
      uri: `/2010-04-01/Accounts/${ACCOUNT_SID}.json`,
    });
  });
  return router;
}
