import React from 'react';
import { Input } from '@twilio-paste/core/input';
import { accessible, type Field } from '../context';
import { strings } from '../strings';
import { useTyped } from './useTyped';
import { NotShown } from './NotShownField';

/** What a typed text stands for: a number, or the text itself, which the report then complains about. */
export function numberOrText(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** A number. */
export function NumberField(props: Field): React.ReactElement {
  const { idSchema, formData, required, onChange } = props;
  const { invalid, describedBy } = accessible(props);
  const [text, setText] = useTyped(formData, numberOrText);
  if (typeof formData === 'object' || typeof formData === 'boolean') return <NotShown id={idSchema.$id} />;
  return (
    <Input
      id={idSchema.$id}
      type="text"
      inputMode="decimal"
      value={text}
      required={required === true}
      hasError={invalid}
      aria-describedby={describedBy}
      placeholder={required === true ? '' : strings.leftOut}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(numberOrText(event.currentTarget.value));
      }}
    />
  );
}
