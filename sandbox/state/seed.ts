import { attributesText, parseAttributes } from './attributes';
import { EXAMPLES, type TaskExample } from './examples';
import type { SandboxState } from './sandbox-state';
import type { NewTask, Task } from './types';

const MINUTE = 60_000;

/** What waits for the agent when the sandbox starts. */
export function seed(state: SandboxState): void {
  const now = Date.now();
  EXAMPLES.forEach((example, index) => {
    // Flex lists the latest first; made in this order they stand there as in the table.
    createFromExample(state, example, { created: new Date(now - (index + 1) * MINUTE) });
  });
}

/** Makes the example's task, and its conversation if it is a live chat. */
export function createFromExample(state: SandboxState, example: TaskExample, how: Partial<NewTask> = {}): Task {
  const { chat } = example;
  const attributes = how.attributes ?? example.attributes;
  if (!chat) return state.taskRouter.createTask({ ...how, attributes }).task;
  const own = parseAttributes(attributesText(attributes));
  const { sid } = state.conversations.create(chat);
  return state.taskRouter.createTask({
    ...how,
    attributes: { ...own, conversationSid: sid, channelSid: sid },
    channel: 'chat',
  }).task;
}
