import { Router } from 'express';
import { apiRouter, refuseUnknown } from '../rest/api-router';
import { StepControl } from '../rest/control';
import { controlRouter } from '../rest/control-router';
import { ConfigurationStore } from './configuration';
import { createHandlers } from './handlers';
import { OPERATIONS, OPERATION_IDS, type OperationId } from './operations';
import { PluginStore } from './store';

export const FLEX_API = 'flex-api.twilio.com';

export interface FlexPluginsDoubleOptions {
  accountSid: string;
  authToken: string;
  /** Ms since 1970. Default: the machine's clock. */
  clock?: () => number;
  /** Refuse parameters that Twilio's description does not know. Default false, as Twilio itself. */
  strict?: boolean;
  /** Properties of the Flex Configuration that are set from the start. */
  configuration?: Readonly<Record<string, unknown>>;
  /** Whether this `Authorization` is of a user of Flex, who may read the Configuration. Default: nobody is. */
  isFlexUser?: (authorization: string | undefined) => boolean;
}

export interface FlexPluginsDouble {
  /** Requests for `/v1/PluginService/…` and `/v1/Configuration`; passes on the host's others. */
  router: Router;
  store: PluginStore;
  configuration: ConfigurationStore;
  control: StepControl<OperationId>;
  /** The control over HTTP. */
  controlRouter: Router;
  /** As at the start. */
  clear(): void;
}

/** A double of the Flex Plugins API and of the account's Flex Configuration. All of it lives in memory. */
export function createFlexPluginsDouble(options: FlexPluginsDoubleOptions): FlexPluginsDouble {
  const { accountSid, authToken, clock = Date.now, strict = false, isFlexUser } = options;
  const store = new PluginStore(clock);
  const configuration = new ConfigurationStore(accountSid, clock, options.configuration);
  const control = new StepControl(OPERATION_IDS, strict);
  const handlers = createHandlers(store, configuration, accountSid);
  const router = Router();
  router.use(
    apiRouter(FLEX_API, {
      operations: OPERATIONS,
      handlers,
      control,
      accountSid,
      authToken,
      ...(isFlexUser === undefined ? {} : { isFlexUser }),
    }),
  );
  const refuse = refuseUnknown(options);
  router.use((request, response, next) => {
    if (request.path.startsWith('/v1/PluginService')) refuse(request, response, next);
    else next();
  });
  return {
    router,
    store,
    configuration,
    control,
    controlRouter: controlRouter(control),
    clear() {
      store.clear();
      configuration.clear();
      control.clear();
    },
  };
}
