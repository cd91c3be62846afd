import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../display/json';
import { openDraft, type Draft } from './draft';
import type { Storage } from './storage';
import { anything } from './testing/documents';

let kept: Map<string, string>;
let storage: Storage;
beforeEach(() => {
  kept = new Map();
  storage = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
});
const labelled = (label: string): Json => ({ version: 1, context: { title: label } });
const r1 = { revision: 1, document: labelled('one') };
const r2 = { revision: 2, document: labelled('two') };
const open = (published = r1) => openDraft(storage, 'draft', published);

describe('a draft', () => {
  it('starts from what is published, or from an empty document', () => {
    expect(open().state()).toEqual({ document: r1.document, base: r1, changed: false });
    expect(openDraft(storage, 'draft', { revision: 0, document: undefined }).state().document).toEqual({ version: 1 });
    expect(kept.size).toBe(0);
  });

  it('survives a reload', () => {
    open().edit(labelled('mine'));
    expect(open().state()).toEqual({ document: labelled('mine'), base: r1, changed: true });
  });

  it('is kept no longer once an edit is taken back or discarded', () => {
    const draft = open();
    draft.edit(labelled('mine'));
    draft.edit(labelled('one'));
    expect([draft.state().changed, kept.size]).toEqual([false, 0]);
    draft.edit(labelled('mine'));
    draft.discard();
    expect([draft.state().document, kept.size]).toEqual([r1.document, 0]);
  });

  it('knows that a colleague published, also after a reload, and keeps the admin’s work', () => {
    const draft = open();
    draft.edit(labelled('mine'));
    draft.published(r2);
    const behind = { document: labelled('mine'), base: r1, changed: true, movedOn: r2 };
    expect(draft.state()).toEqual(behind);
    expect(open(r2).state()).toEqual(behind);
    draft.edit(labelled('mine too'));
    expect(draft.state().movedOn).toEqual(r2);
    draft.rebase();
    expect(draft.state()).toEqual({ document: labelled('mine too'), base: r2, changed: true });
    expect(open(r2).state()).toEqual(draft.state());
  });

  it('follows what is published while it is unchanged, and ends when it is published itself', () => {
    const draft = open();
    draft.published(r2);
    expect(draft.state()).toEqual({ document: r2.document, base: r2, changed: false });
    draft.edit(labelled('mine'));
    draft.published({ revision: 3, document: labelled('mine') });
    expect(draft.state()).toMatchObject({ changed: false, base: { revision: 3 } });
    expect(kept.size).toBe(0);
  });

  it('goes to the colleague’s version when it is discarded', () => {
    const draft = open();
    draft.edit(labelled('mine'));
    draft.published(r2);
    draft.discard();
    expect(draft.state()).toEqual({ document: r2.document, base: r2, changed: false });
  });

  it('counts another order of properties as a change', () => {
    const draft = open();
    draft.edit({ context: { title: 'one' }, version: 1 });
    expect(draft.state().changed).toBe(true);
  });

  it('leaves aside what it can’t read, and says so', () => {
    for (const text of ['{', '7', '{"format":2}', '{"format":1,"base":{"revision":-1},"document":{}}']) {
      kept.set('draft', text);
      expect(open().state()).toEqual({ document: r1.document, base: r1, changed: false, notice: 'unreadable' });
      expect(kept.size).toBe(0);
    }
    fc.assert(
      fc.property(anything, (json) => (kept.set('draft', JSON.stringify(json)), open().state().base.revision === 1)),
    );
  });

  it('goes on where the browser keeps nothing, and says so', () => {
    const refuse = () => {
      throw new Error('QuotaExceededError');
    };
    const draft = openDraft({ get: refuse, set: refuse, remove: refuse }, 'draft', r1);
    draft.edit(labelled('mine'));
    expect(draft.state()).toMatchObject({ document: labelled('mine'), changed: true, notice: 'not_kept' });
  });

  it('tells its listeners until they leave', () => {
    const seen: boolean[] = [];
    const draft = open();
    const leave = draft.subscribe(({ changed }) => void seen.push(changed));
    draft.edit(labelled('mine'));
    leave();
    draft.discard();
    expect(seen).toEqual([true]);
  });

  it('is told from another of the same number by its id', () => {
    const first = { ...r1, id: 'a'.repeat(16) };
    const second = { ...r2, revision: 1, id: 'b'.repeat(16) };
    open(first).edit(labelled('mine'));
    expect(open(first).state()).not.toHaveProperty('movedOn');
    expect(open(second).state()).toMatchObject({ base: first, movedOn: second });
  });
});

describe('two tabs of one browser', () => {
  const keptLabel = () => (JSON.parse(kept.get('draft') ?? 'null') as { document: Json } | null)?.document;

  it('do not forget what the other one wrote', () => {
    const idle = open();
    open().edit(labelled('theirs'));
    idle.published(r2);
    idle.discard();
    expect(keptLabel()).toEqual(labelled('theirs'));
  });

  it('do not overwrite each other, and let the admin keep this one', () => {
    const [mine, theirs] = [open(), open()];
    theirs.edit(labelled('theirs'));
    mine.edit(labelled('mine'));
    expect(mine.state()).toMatchObject({ document: labelled('mine'), other: { document: labelled('theirs') } });
    mine.edit(labelled('mine too'));
    expect(keptLabel()).toEqual(labelled('theirs'));
    mine.keepMine();
    expect(mine.state()).toEqual({ document: labelled('mine too'), base: r1, changed: true });
    expect(keptLabel()).toEqual(labelled('mine too'));
  });

  it('let the admin take the other one', () => {
    const [mine, theirs] = [open(), open()];
    theirs.edit(labelled('theirs'));
    mine.edit(labelled('mine'));
    mine.takeOther();
    expect(mine.state()).toEqual({ document: labelled('theirs'), base: r1, changed: true });
  });

  it('follow each other while there is nothing to lose, and ask where there is', () => {
    const [mine, theirs] = [open(), open()];
    theirs.edit(labelled('theirs'));
    expect(mine.look()).toBe(true);
    expect(mine.state()).toEqual({ document: labelled('theirs'), base: r1, changed: true });
    theirs.edit(labelled('theirs too'));
    expect(theirs.state()).not.toHaveProperty('other');
    expect(mine.look()).toBe(false);
    expect(mine.state()).toMatchObject({ document: labelled('theirs'), other: { document: labelled('theirs too') } });
  });

  it('give up a draft that both had when the other one has discarded it', () => {
    const [mine, theirs] = [open(), open()];
    theirs.edit(labelled('both'));
    mine.look();
    theirs.discard();
    expect(mine.look()).toBe(true);
    expect([mine.state(), kept.size]).toEqual([{ document: r1.document, base: r1, changed: false }, 0]);
  });

  it('keep what only one of them has when the other one has discarded its own', () => {
    const [mine, theirs] = [open(), open()];
    theirs.edit(labelled('theirs'));
    mine.edit(labelled('mine'));
    theirs.discard();
    mine.look();
    mine.keepMine();
    expect([mine.state().document, keptLabel()]).toEqual([labelled('mine'), labelled('mine')]);
  });
});

describe('a draft beside a text that is no document', () => {
  const beside = { base: r1, document: r1.document };

  it('stays with what it started from, also after a reload, though nothing is changed', () => {
    const draft = open();
    draft.hold(true);
    draft.published(r2);
    const behind = { document: r1.document, base: r1, changed: false, movedOn: r2 };
    expect(draft.state()).toEqual(behind);
    expect(openDraft(storage, 'draft', r2, beside).state()).toEqual(behind);
  });

  it('follows again once there is nothing to hold', () => {
    const draft = open();
    draft.hold(true);
    draft.published(r2);
    draft.hold(false);
    expect([draft.state(), kept.size]).toEqual([{ document: r2.document, base: r2, changed: false }, 0]);
  });

  it('is behind as well when the text becomes a document', () => {
    const draft = open();
    draft.hold(true);
    draft.published(r2);
    draft.edit(labelled('mended'));
    draft.hold(false);
    expect(draft.state()).toEqual({ document: labelled('mended'), base: r1, changed: true, movedOn: r2 });
  });

  it('counts for the text, and not another draft that a second tab has left here', () => {
    const other = open();
    other.edit(labelled('theirs'));
    const draft = openDraft(storage, 'draft', r2, beside);
    expect(draft.state()).toEqual({
      document: r1.document,
      base: r1,
      changed: false,
      movedOn: r2,
      other: { document: labelled('theirs') },
    });
    draft.edit(labelled('mended'));
    expect(draft.state().other).toEqual({ document: labelled('theirs') });
    expect(JSON.parse(kept.get('draft')!)).toMatchObject({ document: labelled('theirs') });
  });
});

describe('a draft that goes live', () => {
  const mine = { revision: 2, id: 'a', document: labelled('mine') };

  it('is no draft any more', () => {
    const draft = open();
    draft.edit(labelled('mine'));
    draft.sending();
    draft.landed(mine);
    expect([draft.state(), kept.size]).toEqual([{ document: mine.document, base: mine, changed: false }, 0]);
  });

  it('keeps what was changed since it was sent, on top of itself, also after a reload', () => {
    const before = open();
    before.edit(labelled('mine'));
    before.sending();
    before.edit(labelled('mine, and more'));
    for (const draft of [open(), before]) {
      draft.landed(mine);
      draft.published(mine);
      expect(draft.state()).toEqual({ document: labelled('mine, and more'), base: mine, changed: true });
    }
  });

  it('is behind what went live from somewhere else, though it is the same admin’s', () => {
    const draft = open();
    draft.edit(labelled('mine'));
    draft.sending();
    draft.landed({ ...mine, document: labelled('of another tab') });
    expect(draft.state()).toMatchObject({ document: labelled('mine'), base: r1, movedOn: { revision: 2 } });
  });

  it('is not taken back to it when it is told once more, after a colleague’s', () => {
    const draft = open();
    draft.edit(labelled('mine'));
    draft.sending();
    draft.landed(mine);
    draft.published({ revision: 3, document: labelled('theirs') });
    draft.edit(labelled('mine'));
    draft.landed(mine);
    expect(draft.state()).toEqual({
      document: labelled('mine'),
      base: { revision: 3, document: labelled('theirs') },
      changed: true,
    });
  });
});

describe('two tabs', () => {
  /** Tabs of one browser: each hears, a moment later, of what the other has kept or dropped. */
  function tabs() {
    const waiting: (() => void)[] = [];
    const drafts = [0, 1].map((tab): Draft => {
      const hear = (): void => void waiting.push(() => drafts[1 - tab]!.look());
      return openDraft(
        {
          get: (key) => kept.get(key) ?? null,
          set(key, value) {
            if (kept.get(key) === value) return;
            kept.set(key, value);
            hear();
          },
          remove(key) {
            if (kept.delete(key)) hear();
          },
        },
        'draft',
        r1,
      );
    });
    /** @returns how many times something was heard until all was quiet */
    const settle = (): number => {
      let heard = 0;
      for (let next = waiting.shift(); next !== undefined && heard < 100; next = waiting.shift()) {
        heard += 1;
        next();
      }
      return heard;
    };
    return { drafts: drafts as [Draft, Draft], settle };
  }

  it('have the same draft, and discarding it in one discards it in both', () => {
    const { drafts, settle } = tabs();
    drafts[0].edit(labelled('mine'));
    settle();
    expect(drafts[1].state().document).toEqual(labelled('mine'));
    drafts[1].discard();
    settle();
    expect(drafts.map((draft) => draft.state().changed)).toEqual([false, false]);
    expect(kept.size).toBe(0);
  });

  it('come to rest when one publishes what both have', () => {
    const { drafts, settle } = tabs();
    drafts[0].edit(labelled('mine'));
    settle();
    drafts[0].sending();
    drafts[0].landed({ revision: 2, id: 'a', document: labelled('mine') });
    expect(settle()).toBeLessThan(5);
    expect(drafts.map((draft) => draft.state().changed)).toEqual([false, false]);
  });

  it('always come to rest, and neither loses what it has unless it is asked', () => {
    const act = fc.oneof(
      fc.record({ is: fc.constant('edit' as const), to: fc.constantFrom('a', 'b', 'one', 'two') }),
      fc.record({ is: fc.constantFrom('discard', 'publish', 'hear', 'hold', 'let go', 'rebase') }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ tab: fc.constantFrom(0, 1), act }), { maxLength: 12 }), (steps) => {
        kept.clear();
        const { drafts, settle } = tabs();
        const isHeld = [false, false];
        let revision = 2;
        for (const { tab, act: one } of steps) {
          const draft = drafts[tab];
          if (one.is === 'edit') draft.edit(labelled(one.to));
          else if (one.is === 'discard') draft.discard();
          else if (one.is === 'hear') draft.published({ revision: (revision += 1), document: labelled('two') });
          else if (one.is === 'hold' || one.is === 'let go') draft.hold((isHeld[tab] = one.is === 'hold'));
          else if (one.is === 'rebase') draft.rebase();
          else {
            draft.sending();
            draft.landed({ revision: (revision += 1), document: draft.state().document });
          }
          expect(settle()).toBeLessThan(20);
          // What is changed is kept, or the admin is asked about it; beside a text, it is kept with that.
          for (const [index, { state }] of drafts.entries()) {
            const { changed, document, other } = state();
            if (changed && other === undefined && !isHeld[index]) {
              expect(JSON.parse(kept.get('draft') ?? 'null')).toMatchObject({ document });
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('storage that holds a draft only for as long as the page lives is no other tab', () => {
  const take = storage.set;
  storage.set = (key, value) => {
    take(key, value);
    throw new Error('full');
  };
  const draft = open();
  draft.edit(labelled('mine'));
  draft.edit(labelled('mine too'));
  expect(draft.state()).toEqual({ document: labelled('mine too'), base: r1, changed: true, notice: 'not_kept' });
  storage.set = take;
  expect(open().state().document).toEqual(labelled('mine too'));
});
