import { useMemo, useState } from 'react';
import type { Json } from '../../../../display/json';
import { parseDocument } from '../../../../schemas/parse';
import type { Task } from '../../flex/task';
import { EXAMPLES } from './examples';
import { inventedTask, type Sample } from './subject';

/** Where the previewed context comes from: `task:WR…`, `example:refund` or `pasted`. */
export interface Source {
  id: string;
  setId: (id: string) => void;
  pasted: string;
  setPasted: (text: string) => void;
  /** What is wrong with the pasted text. */
  mistake: string | undefined;
  task: Task;
  /** Traits that come with an example. */
  sample: Sample | undefined;
}

const PASTED_AT_FIRST = '{\n  "intent": "refund"\n}';

/** The task on the screen while the admin has one, else an example; until they choose another. */
export function useSource(tasks: readonly Task[]): Source {
  const [chosen, setId] = useState<string>();
  const [pasted, setPasted] = useState(PASTED_AT_FIRST);
  const id = chosen ?? (tasks[0] === undefined ? `example:${EXAMPLES[0]?.id ?? ''}` : `task:${tasks[0].sid}`);
  const read = useMemo(() => parseDocument(pasted), [pasted]);
  const found = useMemo(() => {
    if (id === 'pasted') {
      return { task: inventedTask('pasted', 'document' in read ? (read.document as Json) : {}), sample: undefined };
    }
    const task = tasks.find(({ sid }) => id === `task:${sid}`);
    if (task !== undefined) return { task, sample: undefined };
    return EXAMPLES.find((example) => id === `example:${example.id}`) ?? EXAMPLES[0];
  }, [id, tasks, read]);
  return {
    id,
    setId,
    pasted,
    setPasted,
    mistake: 'error' in read ? `${read.error.line}:${read.error.column} ${read.error.message}` : undefined,
    task: found?.task ?? inventedTask('none', undefined),
    sample: found?.sample,
  };
}
