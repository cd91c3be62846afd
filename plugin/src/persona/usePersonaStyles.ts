import { useStyles } from '../theme/useStyles';
import { css } from './css';

let added = false;

/** As `useStyles`, with the rules for traits and events; those are written once per page, too. */
export function usePersonaStyles(): string {
  const theme = useStyles();
  if (!added) {
    const style = document.createElement('style');
    style.dataset.customerContext = '';
    style.textContent = css;
    document.head.append(style);
    added = true;
  }
  return theme;
}
