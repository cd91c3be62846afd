import { useLayoutEffect } from 'react';
import { useStyles } from '../theme/useStyles';
import { css } from './css';

let written = false;

/** The class of the editor’s root; its sheet is written once per page. */
export function useEditorStyles(): string {
  useLayoutEffect(() => {
    if (written) return;
    written = true;
    const style = document.createElement('style');
    style.dataset['customerContextEditor'] = '';
    style.textContent = css;
    document.head.append(style);
  }, []);
  return useStyles();
}
