import express, { type Router } from 'express';

/**
 * Double of preview.twilio.com, as far as Flex Unified Profiles must have it to show its container: which tabs there
 * are, and no customer profile behind them.
 */
export function unifiedProfiles(): Router {
  const router = express.Router();
  router.get('/Flex/graphql', (request, response) => {
    if (request.query['operationName'] === 'FlexUnifyShowComponentConfig') response.json({ data: TABS });
    else response.json({ data: {} });
  });
  // No connector is set up, and none of Twilio's assistants is switched on.
  router.get('/ProfileConnector/Instances/:account', (_request, response) =>
    response.json({ sid: '', type: 'UNKNOWN' }),
  );
  router.get('/Flex/Instances/:instance/FeatureConfigurations', (request, response) =>
    response.json({ feature_name: request.query['FeatureName'], ui_config: null, queues: [] }),
  );
  return router;
}

const setting = (name: string, key: string, value: boolean) => ({
  __typename: 'ProfilesAndHistoryConfiguration',
  data: { __typename: `ProfilesAndHistoryConfiguration${name}`, [key]: value },
});

const TABS = {
  profileAndHistoryConfigurations: {
    __typename: 'ProfilesAndHistoryConfigurations',
    configurations: [
      setting('ProfileDetailsEnabled', 'profileDetailsEnabled', false),
      setting('ProfileHistoryEnabled', 'profileHistoryEnabled', false),
      setting('ProfileHighlightsEnabled', 'profileHighlightsEnabled', false),
    ],
  },
};
