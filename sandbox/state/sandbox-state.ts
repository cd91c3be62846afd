import { ACCOUNT_SID, AUTH_TOKEN, ENVIRONMENT_SID, SERVICE_SID } from '../account';
import { createFlexPluginsDouble } from '../flex-plugins/double';
import { createServerlessDouble } from '../serverless/double';
import type { Timings } from '../serverless/store';
import { isFlexUser } from '../twilio/authenticate';
import { Bus } from './bus';
import { Conversations } from './conversations';
import { Faults } from './faults';
import { FLEX_CONFIGURATION } from './flex-configuration';
import { PublishedSchema } from './published-schema';
import { RequestLog } from './request-log';
import { SessionState } from './session';
import { TaskRouter } from './task-router';

/** All that the sandbox knows. One per running sandbox; nothing is kept on disk. */
export class SandboxState {
  readonly bus = new Bus();
  readonly taskRouter = new TaskRouter(this.bus);
  readonly conversations = new Conversations(this.bus);
  readonly session = new SessionState(this.bus);
  readonly faults = new Faults(this.bus);
  readonly requests = new RequestLog();
  /** Twilio's Serverless API and the domains it deploys to. */
  readonly serverless;
  /** The Flex Plugins API, and the account's Flex Configuration. */
  readonly plugins = createFlexPluginsDouble({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    configuration: FLEX_CONFIGURATION,
    isFlexUser,
  });
  readonly schema: PublishedSchema;

  constructor(timings: Partial<Timings> = {}) {
    this.serverless = createServerlessDouble({ accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, timings });
    const { store } = this.serverless;
    const service = store.createService({
      sid: SERVICE_SID,
      uniqueName: 'customer-context',
      friendlyName: 'customer-context',
    });
    store.createEnvironment(service, { sid: ENVIRONMENT_SID, uniqueName: 'dev-environment', domainSuffix: 'dev' });
    this.schema = new PublishedSchema(store, service, this.bus);
  }

  /** As it was when the sandbox started, before anything was seeded. */
  clear(): void {
    this.taskRouter.clear();
    this.conversations.clear();
    this.session.clear();
    this.schema.clear();
    this.plugins.clear();
    this.faults.clear();
    this.requests.clear();
  }
}
