import React from 'react';
import { editorStrings as strings } from '../strings';
import { Choice } from './Choice';
import type { Surroundings } from './subject';

const ROLES = ['agent', 'supervisor', 'admin'];
const CHANNELS = ['voice', 'chat', 'sms', 'whatsapp', 'email'];
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'ja-JP', 'nl-NL', 'pt-BR', 'pt-PT'];
const WIDTHS = [320, 420, 640, 900];
/** Values of lists that stand for "not chosen" and "none"; names of layouts start with a colon. */
const BY_ITSELF = '';
const NONE = 'none';

interface Props {
  at: Surroundings;
  onChange: (at: Surroundings) => void;
  /** Names of the document's layouts. */
  layouts: readonly string[];
  /** The task's own channel. */
  channel: string;
}

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** As whom and in which surroundings the preview is drawn. */
export function SurroundingsForm({ at, onChange, layouts, channel }: Props): React.ReactElement {
  const locales = LOCALES.includes(at.locale) ? LOCALES : [at.locale, ...LOCALES];
  return (
    <div className="cc-row">
      <Choice
        label={strings.role}
        value={at.role}
        options={same(ROLES)}
        onChange={(role) => onChange({ ...at, role })}
      />
      <Choice
        label={strings.channel}
        value={at.channel ?? BY_ITSELF}
        options={[{ value: BY_ITSELF, label: strings.ownChannel(channel) }, ...same(CHANNELS)]}
        onChange={(value) => onChange({ ...at, channel: value === BY_ITSELF ? undefined : value })}
      />
      <Choice
        label={strings.layout}
        value={at.layout === undefined ? BY_ITSELF : at.layout === null ? NONE : `:${at.layout}`}
        options={[
          { value: BY_ITSELF, label: strings.layoutByItself },
          { value: NONE, label: strings.noLayout },
          ...layouts.map((name) => ({ value: `:${name}`, label: name })),
        ]}
        onChange={(value) =>
          onChange({ ...at, layout: value === BY_ITSELF ? undefined : value === NONE ? null : value.slice(1) })
        }
      />
      <Choice
        label={strings.locale}
        value={at.locale}
        options={same(locales)}
        onChange={(locale) => onChange({ ...at, locale })}
      />
      <Choice
        label={strings.theme}
        value={at.theme ?? BY_ITSELF}
        options={[
          { value: BY_ITSELF, label: strings.themeOfFlex },
          { value: 'light', label: strings.light },
          { value: 'dark', label: strings.dark },
        ]}
        onChange={(value) => onChange({ ...at, theme: value === 'light' || value === 'dark' ? value : undefined })}
      />
      <Choice
        label={strings.width}
        value={String(at.width)}
        options={WIDTHS.map((width) => ({ value: String(width), label: `${width} px` }))}
        onChange={(value) => onChange({ ...at, width: Number(value) })}
      />
    </div>
  );
}
