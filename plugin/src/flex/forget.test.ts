import { describe, expect, it, vi } from 'vitest';
import { createFlex, createManager } from '../testing/flex-ui';
import { forgetWithFlex } from './forget';

describe('forgetting', () => {
  it('drops a customer when Flex is done with the task, and all of them at log-out', () => {
    const flex = createFlex();
    const manager = createManager();
    const services = { forgetTask: vi.fn(), clear: vi.fn() };
    forgetWithFlex(flex as never, manager as never, services);
    manager.events.emit('taskCompleted', { sid: 'WR1' });
    manager.events.emit('taskRescinded', { sid: 'WR2' });
    expect(services.forgetTask.mock.calls).toEqual([['WR1'], ['WR2']]);
    expect(services.clear).not.toHaveBeenCalled();
    flex.Actions.emit('beforeLogout');
    expect(services.clear).toHaveBeenCalledOnce();
  });
});
