import React from 'react';
import { Option, Select } from '@twilio-paste/core/select';
import { formatById } from '../../../../../display/formats/registry';
import { humanise } from '../../../../../display/humanise';
import { ICONS, type Icon } from '../../../../../display/value';
import { ValueIcon } from '../../../values/ValueIcon';
import { accessible, type Field } from '../context';
import { strings } from '../strings';
import { NotShown } from './NotShownField';

const isIcon = (word: string): word is Icon => (ICONS as readonly string[]).includes(word);

/** One of some words: a format, an icon, a tone. A word that is not among them stays until another is chosen. */
export function WordField(props: Field): React.ReactElement {
  const { idSchema, name, uiSchema, formData, required, onChange } = props;
  const { invalid, describedBy } = accessible(props);
  if (typeof formData === 'object') return <NotShown id={idSchema.$id} />;
  const options = uiSchema?.['ui:options'];
  const words = (options?.words as readonly unknown[] | undefined)?.map(String) ?? [];
  const chosen = formData === undefined ? '' : String(formData);
  const isFormat = name === 'format';
  const label = (word: string) => (isFormat ? formatById(word)?.name : undefined) ?? humanise(word);
  return (
    <Select
      id={idSchema.$id}
      value={chosen}
      required={required === true}
      hasError={invalid}
      aria-describedby={describedBy}
      {...(options?.icons === true && isIcon(chosen) ? { insertBefore: <ValueIcon icon={chosen} /> } : {})}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    >
      <Option value="">{isFormat ? strings.byTheValue : strings.leftOut}</Option>
      {words.map((word) => (
        <Option key={word} value={word}>
          {label(word)}
        </Option>
      ))}
      {chosen !== '' && !words.includes(chosen) ? <Option value={chosen}>{strings.unknownWord(chosen)}</Option> : null}
    </Select>
  );
}
