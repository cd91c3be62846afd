import { describe, expect, it } from 'vitest';
import { agentFolds } from './agentFolds';

describe('folds of an agent', () => {
  it('are remembered per agent', () => {
    agentFolds('WK1', () => localStorage).set('section-1', true);
    expect(agentFolds('WK1', () => localStorage).get('section-1')).toBe(true);
    expect(agentFolds('WK1', () => localStorage).get('section-2')).toBeUndefined();
    expect(agentFolds('WK2', () => localStorage).get('section-1')).toBeUndefined();
  });

  it('write no key of a customer’s data to storage', () => {
    agentFolds('WK1', () => localStorage).set('/accounts/4929123456781234', true);
    const stored = `${localStorage.key(0)} ${localStorage.getItem('customer-context:folds:WK1')}`;
    expect(localStorage).toHaveLength(1);
    expect(stored).not.toMatch(/4929123456781234|accounts/);
  });

  it('work without storage and with garbage in it', () => {
    const forbidden = (): Storage => {
      throw new Error('SecurityError');
    };
    const folds = agentFolds('WK1', forbidden);
    folds.set('a', true);
    expect(folds.get('a')).toBe(true);
    localStorage.setItem('customer-context:folds:WK3', '{"broken');
    expect(agentFolds('WK3', () => localStorage).get('a')).toBeUndefined();
  });
});
