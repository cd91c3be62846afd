import React from 'react';
import { render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { compile, UNUSABLE, view, type View } from '../../../display/index';
import { environment, type Answered } from '../context/useView';
import type { Traits } from '../persona/answers';
import type { TaskPersona } from '../persona/taskPersona';
import { schemaDouble } from '../persona/testing/doubles';
import type { SchemaState } from '../schema/schemaStore';
import { agent } from '../testing/fixtures';
import { revealFromTraits } from './reveal';
import { useAnswered } from './useAnswered';

const isVip = { fact: 'traits:/plan', op: 'eq', value: 'vip' };
const section = (key: string, more = {}) => ({ fields: [{ key }], ...more });
/** What guards the notes for VIPs in revision 2 guards the internal score in revision 3. */
const revision2 = { version: 1, traits: { sections: [section('vip_note', { when: isVip }), section('score')] } };
const revision3 = {
  version: 1,
  traits: { sections: [section('score', { when: { not: isVip } }), section('vip_note', { when: isVip })] },
};

const traits = (revision: number): Traits => ({
  found: true,
  revision,
  decision: { layout: null, truths: { '/traits/sections/0/when': true } },
  fetchedAt: 0,
  traits: { vip_note: 'Call first', score: 7 },
  masked: {},
});
const schema = (more: Partial<SchemaState>): SchemaState => ({ ...schemaDouble().store.get(), ...more });

function answered(data: Traits, by: SchemaState): Answered | undefined {
  let given: Answered | undefined;
  const Probe = (): null => {
    given = useAnswered({ is: 'ready', data, busy: false }, by);
    return null;
  };
  render(<Probe />);
  return given;
}

function shown(data: Traits, by: SchemaState): View {
  return view(by.compiled, { facts: {}, env: environment(agent()), ...answered(data, by) });
}

describe('what the service decided', () => {
  it('holds with the revision that it speaks of', () => {
    const view2 = shown(traits(2), schema({ compiled: compile(revision2), revision: 2 }));
    expect(view2.traits?.sections.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(['vip_note', 'score']);
  });

  it('says nothing of another revision, where its pointers lead to other conditions', () => {
    const by = schema({ compiled: compile(revision3), revision: 3 });
    expect(answered(traits(2), by)).toBeUndefined();
    expect(shown(traits(2), by).traits).toBeNull();
  });

  it('is not used where an older revision stands in for one that can’t be used', () => {
    expect(answered(traits(2), schema({ compiled: UNUSABLE, revision: 3, unusable: true }))).toBeUndefined();
    expect(answered(traits(3), schema({ compiled: UNUSABLE, revision: 3, unusable: true }))).toBeUndefined();
  });

  it('gives out no revealed value by the document of before, when another came meanwhile', async () => {
    const state = { is: 'ready', data: traits(3), busy: false } as const;
    const persona = { reveal: vi.fn().mockResolvedValue('4242'), traits: { get: () => state } };
    const by = (revision: number) => schema({ compiled: compile(revision2), revision });
    const reveal = (revision: number) =>
      revealFromTraits(
        persona as unknown as TaskPersona,
        by(revision),
        agent(),
      )?.('/card', new AbortController().signal);
    await expect(reveal(3)).resolves.toBe('4242');
    await expect(reveal(2)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
