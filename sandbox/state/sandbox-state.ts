import { Bus } from './bus';
import { Faults } from './faults';
import { RequestLog } from './request-log';
import { SessionState } from './session';
import { TaskRouter } from './task-router';

/** All that the sandbox knows. One per running sandbox; nothing is kept on disk. */
export class SandboxState {
  readonly bus = new Bus();
  readonly taskRouter = new TaskRouter(this.bus);
  readonly session = new SessionState(this.bus);
  readonly faults = new Faults(this.bus);
  readonly requests = new RequestLog();
}
