import type { GenericThemeShape } from '@twilio-paste/core/theme';

type Scale = 'textColors' | 'backgroundColors' | 'borderColors' | 'space' | 'radii' | 'fontSizes' | 'lineHeights';
type OtherScale = 'fontWeights' | 'fonts' | 'shadows' | 'borderWidths' | 'zIndices';

/** One Paste token as CSS; a token that a custom theme lacks is `inherit`, never `undefined`. */
function token(theme: GenericThemeShape, scale: Scale | OtherScale, name: string): string {
  const value = (theme[scale] as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'inherit';
}

/** The custom properties that the stylesheet uses, and the Paste token behind each. */
const properties: Record<string, [Scale | OtherScale, string]> = {
  'font-code': ['fonts', 'fontFamilyCode'],
  'size-small': ['fontSizes', 'fontSize20'],
  size: ['fontSizes', 'fontSize30'],
  'size-large': ['fontSizes', 'fontSize50'],
  'line-small': ['lineHeights', 'lineHeight10'],
  line: ['lineHeights', 'lineHeight20'],
  'line-large': ['lineHeights', 'lineHeight50'],
  medium: ['fontWeights', 'fontWeightMedium'],
  semibold: ['fontWeights', 'fontWeightSemibold'],
  'space-10': ['space', 'space10'],
  'space-20': ['space', 'space20'],
  'space-30': ['space', 'space30'],
  'space-40': ['space', 'space40'],
  'space-50': ['space', 'space50'],
  radius: ['radii', 'borderRadius20'],
  pill: ['radii', 'borderRadiusPill'],
  focus: ['shadows', 'shadowFocus'],
  shadow: ['shadows', 'shadow'],
  text: ['textColors', 'colorText'],
  weak: ['textColors', 'colorTextWeak'],
  link: ['textColors', 'colorTextLink'],
  body: ['backgroundColors', 'colorBackgroundBody'],
  hover: ['backgroundColors', 'colorBackground'],
  border: ['borderColors', 'colorBorderWeaker'],
  'border-strong': ['borderColors', 'colorBorderWeak'],
  'neutral-text': ['textColors', 'colorText'],
  'neutral-back': ['backgroundColors', 'colorBackground'],
  'neutral-border': ['borderColors', 'colorBorderWeaker'],
  'info-text': ['textColors', 'colorTextNeutral'],
  'info-back': ['backgroundColors', 'colorBackgroundNeutralWeakest'],
  'info-border': ['borderColors', 'colorBorderNeutralWeaker'],
  'success-text': ['textColors', 'colorTextSuccess'],
  'success-back': ['backgroundColors', 'colorBackgroundSuccessWeakest'],
  'success-border': ['borderColors', 'colorBorderSuccessWeaker'],
  'warning-text': ['textColors', 'colorTextWarningStrong'],
  'warning-back': ['backgroundColors', 'colorBackgroundWarningWeakest'],
  'warning-border': ['borderColors', 'colorBorderWarningWeaker'],
  'error-text': ['textColors', 'colorTextErrorStrong'],
  'error-back': ['backgroundColors', 'colorBackgroundErrorWeakest'],
  'error-border': ['borderColors', 'colorBorderErrorWeaker'],
  'new-text': ['textColors', 'colorTextNew'],
  'new-back': ['backgroundColors', 'colorBackgroundNewWeakest'],
  'new-border': ['borderColors', 'colorBorderNewWeaker'],
};

/** `--cc-…` declarations of a theme, for one rule. */
export function declarations(theme: GenericThemeShape): string {
  return Object.entries(properties)
    .map(([name, [scale, key]]) => `--cc-${name}:${token(theme, scale, key)}`)
    .join(';');
}
