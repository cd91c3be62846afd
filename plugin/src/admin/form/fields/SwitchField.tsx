import React from 'react';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { accessible, type Field } from '../context';
import { NotShown } from './NotShownField';

/**
 * Yes or no. Shows what holds when the setting is left out, and leaves it out when that is what is chosen: documents stay
 * small, and a value that nobody touched stays as it was written.
 */
export function SwitchField(props: Field): React.ReactElement {
  const { idSchema, schema, uiSchema, formData, onChange } = props;
  const { invalid } = accessible(props);
  if (formData !== undefined && typeof formData !== 'boolean') return <NotShown id={idSchema.$id} />;
  const whenLeftOut = uiSchema?.['ui:options']?.whenLeftOut === true;
  return (
    <Checkbox
      id={idSchema.$id}
      checked={formData ?? whenLeftOut}
      helpText={schema.description}
      hasError={invalid}
      onChange={({ currentTarget: { checked } }) => onChange(checked === whenLeftOut ? undefined : checked)}
    >
      {schema.title ?? ''}
    </Checkbox>
  );
}
