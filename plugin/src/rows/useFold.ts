import { useContext, useState } from 'react';
import { FoldsContext } from './folds';

/** Whether a section or group is folded now, and a way to change that which is remembered. */
export function useFold(id: string, initially: boolean): [folded: boolean, toggle: () => void] {
  const folds = useContext(FoldsContext);
  const [, redraw] = useState(0);
  const folded = folds.get(id) ?? initially;
  return [
    folded,
    () => {
      folds.set(id, !folded);
      redraw((count) => count + 1);
    },
  ];
}
