import type { Manager } from '@twilio/flex-ui';
import { readTask, type FlexTask, type Task } from '../flex/task';
import type { Store } from '../state/useStore';

/** The tasks that Flex has for whoever is logged in, the one on the screen first. The same list until one of them changes. */
export function tasksOf(manager: Manager): Store<readonly Task[]> {
  let known: { from: unknown; selected: unknown; tasks: readonly Task[] } | undefined;
  const get = (): readonly Task[] => {
    const { worker, view } = manager.store.getState().flex;
    const selected: unknown = view.selectedTaskSid;
    if (known?.from !== worker.tasks || known.selected !== selected) {
      const all = [...(worker.tasks as unknown as ReadonlyMap<string, FlexTask>).values()];
      const tasks = all.map(readTask).filter((task) => task !== undefined);
      tasks.sort((a, b) => Number(b.sid === selected) - Number(a.sid === selected));
      known = { from: worker.tasks, selected, tasks };
    }
    return known.tasks;
  };
  return {
    get,
    // Flex's store changes many times a minute for reasons of its own.
    subscribe(listener) {
      let seen = get();
      return manager.store.subscribe(() => {
        if (get() === seen) return;
        seen = get();
        listener();
      });
    },
  };
}
