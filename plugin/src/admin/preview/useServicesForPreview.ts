import { useMemo } from 'react';
import { QueryClient } from '@tanstack/query-core';
import type { Compiled } from '../../../../display/index';
import { memoryFolds } from '../../rows/folds';
import type { Services } from '../../services';
import { createChanges } from '../../state/changes';
import { createClock } from '../../state/clock';
import { createShownTimes } from '../../tracking/shown';
import { silent } from '../../tracking/tracker';
import type { SchemaState } from '../../schema/schemaStore';
import { previewPersonas } from './personas';
import type { Subject } from './subject';

const nothing = (): void => undefined;

/** Not a revision that anybody has published: everything in the preview follows the draft. */
const DRAFT = 1;

/**
 * What the agents' components are given in the preview instead of the real thing: the draft as the published document,
 * the sample as the customer. They ask no service and keep nothing.
 */
export function useServicesForPreview(compiled: Compiled | null, subject: Subject): Services {
  const lasting = useMemo(
    () => ({
      queries: new QueryClient(),
      changes: createChanges(),
      clock: createClock(),
      shownTimes: createShownTimes(silent),
      folds: memoryFolds(),
      openedAt: Date.now(),
    }),
    [],
  );
  return useMemo(() => {
    const { queries, changes, clock, folds, openedAt } = lasting;
    const state: SchemaState = { compiled, revision: DRAFT, pending: false, unusable: false, failure: undefined };
    const schema = {
      get: () => state,
      subscribe: () => nothing,
      seenRevision: nothing,
      refresh: nothing,
      stop: nothing,
    };
    return {
      post: undefined,
      queries,
      schema,
      personas: previewPersonas(compiled, subject, DRAFT, changes, openedAt),
      changes,
      tracker: silent,
      shownTimes: lasting.shownTimes,
      clock,
      foldsOf: () => folds,
      forgetTask: nothing,
      clear: nothing,
    };
  }, [lasting, compiled, subject]);
}
