import { EXAMPLES, type TaskExample } from './examples';
import type { SandboxState } from './sandbox-state';
import type { NewTask, Task } from './types';

/** What waits for the agent when the sandbox starts. */
export function seed(state: SandboxState): void {
  // The page lists the latest first: what a newcomer should see at the top is made last.
  for (const example of EXAMPLES.toReversed()) createFromExample(state, example);
}

/** Makes the example's task, and its conversation if it is a live chat. */
export function createFromExample(state: SandboxState, example: TaskExample, how: Partial<NewTask> = {}): Task {
  const { attributes, chat } = example;
  if (!chat) return state.taskRouter.createTask({ ...how, attributes: how.attributes ?? attributes }).task;
  const { sid } = state.conversations.create(chat);
  return state.taskRouter.createTask({
    ...how,
    attributes: { ...attributes, conversationSid: sid, channelSid: sid },
    channel: 'chat',
  }).task;
}
