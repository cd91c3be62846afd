import { useMemo } from 'react';
import { openBrokenText, type BrokenText } from '../../../editor/broken-text';
import { browserStorage, draftKey } from './useDraft';

export const textKey = (adminId: string): string => `${draftKey(adminId)}:text`;

/** The admin’s text in JSON mode while it can’t be read, kept beside their draft. */
export function useBrokenText(adminId: string): BrokenText {
  return useMemo(() => openBrokenText(browserStorage, textKey(adminId)), [adminId]);
}
