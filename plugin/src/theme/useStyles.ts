import { useTheme, type GenericThemeShape } from '@twilio-paste/core/theme';
import { css } from './css';
import { declarations } from './tokens';

/** By the tokens of a theme, and by the theme's object so that drawing again costs one look-up. */
const classNames = new Map<string, string>();
const known = new WeakMap<object, string>();

function addStyle(text: string): void {
  const style = document.createElement('style');
  style.dataset.customerContext = '';
  style.textContent = text;
  document.head.append(style);
}

function classOf(theme: GenericThemeShape): string {
  const tokens = declarations(theme);
  const existing = classNames.get(tokens);
  if (existing !== undefined) return existing;
  // Each rule has an element of its own. The editor's script writes here, too: counting what is there keeps names apart.
  const name = `cc-theme-${document.querySelectorAll('style[data-customer-context]').length}`;
  if (classNames.size === 0) addStyle(css);
  addStyle(`.${name}{${tokens}}`);
  classNames.set(tokens, name);
  return name;
}

/**
 * The class of a root whose rows are drawn with plain elements. The sheet is written once per page, and a theme's
 * tokens once per theme, however many panels there are: rows never resolve a token.
 */
export function useStyles(): string {
  const theme = useTheme();
  const name = known.get(theme) ?? classOf(theme);
  known.set(theme, name);
  return name;
}
