import type { SandboxState } from './sandbox-state';

/** What waits for the agent when the sandbox starts. */
export function seed({ taskRouter }: SandboxState): void {
  taskRouter.createTask({
    attributes: { name: 'Ana Duarte', userId: 'u-ana-duarte', context: { intent: 'refund', orderTotal: 128.4 } },
  });
}
