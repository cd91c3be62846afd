import React from 'react';
import { Input } from '@twilio-paste/core/input';
import type { RJSFSchema, WidgetProps } from '@rjsf/utils';
import { describedBy, pointerOfId, type FormContext } from '../context';
import { besideControl } from '../problems';

/** One line of text. Emptied, the setting is left out of the document. */
export function TextWidget(props: WidgetProps<unknown, RJSFSchema, FormContext>): React.ReactElement {
  const { id, required, schema, onChange, formContext } = props;
  const text = props.value as unknown;
  const options = { whole: false, missing: text === undefined };
  const problems = besideControl(formContext?.problems ?? [], pointerOfId(id), options);
  return (
    <Input
      id={id}
      type="text"
      value={typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean' ? String(text) : ''}
      required={required === true}
      hasError={problems.some(({ severity }) => severity === 'error')}
      aria-describedby={describedBy(id, schema.description !== undefined, problems.length > 0)}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}
