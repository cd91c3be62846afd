import express, { type Router } from 'express';
import { createSegment, type Segment } from '../segment/segment';
import { Bus } from '../state/bus';
import { TaskRouter } from '../state/task-router';
import { accountsApi } from '../twilio/accounts';
import { iam } from '../twilio/iam';
import { taskRouterApi } from '../twilio/taskrouter';

/** What functions and commands talk to besides what they are deployed with. */
export interface Upstreams {
  /** To go beside the clouds (serve-clouds.ts): Twilio’s accounts, IAM and TaskRouter, and Segment. */
  router: Router;
  segment: Segment;
  /** What the account is, as Twilio says. */
  account: { status: 'active' | 'suspended' };
}

export function createUpstreams(): Upstreams {
  const segment = createSegment();
  const account: Upstreams['account'] = { status: 'active' };
  const router = express.Router();
  router.use(
    '/api.twilio.com',
    accountsApi(() => account.status),
  );
  router.use('/iam.twilio.com', iam());
  router.use('/taskrouter.twilio.com', taskRouterApi(new TaskRouter(new Bus())));
  for (const [host, handle] of Object.entries(segment.hosts)) {
    router.use(`/${host}`, (request, response, next) => void handle(request, response).catch(next));
  }
  return { router, segment, account };
}
