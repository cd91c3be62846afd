import type { Manager } from '@twilio/flex-ui';
import type { Services } from '../services';
import type { FlexTask } from './task';
import type { Flex } from './placements';

/** How a task can leave this agent's hands. */
const ENDINGS = ['taskCompleted', 'taskCanceled', 'taskRejected', 'taskRescinded', 'taskTimeout'] as const;

/** Drops what is in memory of a customer when Flex is done with the task, and of all customers at log-out. */
export function forgetWithFlex(flex: Flex, manager: Manager, services: Pick<Services, 'forgetTask' | 'clear'>): void {
  for (const ending of ENDINGS) {
    manager.events.addListener(ending, (task: FlexTask) => {
      if (task.sid !== undefined) services.forgetTask(task.sid);
    });
  }
  flex.Actions.addListener('beforeLogout', () => services.clear());
}
