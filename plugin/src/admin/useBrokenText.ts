import { useMemo } from 'react';
import { openBrokenText, type BrokenText } from '../../../editor/broken-text';
import { browserStorage, draftKey } from './useDraft';

/** The admin’s text in JSON mode while it can’t be read, kept beside their draft. */
export function useBrokenText(adminId: string): BrokenText {
  return useMemo(() => openBrokenText(browserStorage, `${draftKey(adminId)}:text`), [adminId]);
}
