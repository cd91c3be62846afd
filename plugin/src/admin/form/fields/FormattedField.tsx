import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { Json } from '../../../../../display/json';
import { helpId, isItemId, labelId, ID_PREFIX, ID_SEPARATOR, objectOf, type Field } from '../context';
import { nodeSchema } from '../nodeSchema';
import { strings } from '../strings';
import { byId, useFocusNext } from '../useFocusNext';
import { GroupLabel } from '../theme/GroupLabel';

/** A property of an event or a column of a table, with the options of the format that it names itself. */
export function FormattedField(props: Field): React.ReactElement {
  const { idSchema, schema, uiSchema, formData, registry, onChange } = props;
  const id = idSchema.$id;
  const definition = uiSchema?.['ui:options']?.definition as string;
  const title = schema.title ?? '';
  const isItem = isItemId(id);
  const focusNext = useFocusNext();
  const write = (value: Json | undefined) => {
    focusNext(byId(value === undefined ? id : `${id}/key`));
    onChange(value);
  };
  if (formData === undefined && !isItem) {
    return (
      <>
        <GroupLabel id={labelId(id)}>{title}</GroupLabel>
        <Button
          id={id}
          variant="secondary"
          size="small"
          aria-describedby={helpId(id)}
          onClick={() => write({ key: '' })}
        >
          <PlusIcon decorative />
          {strings.add(title.toLowerCase())}
        </Button>
        <HelpText id={helpId(id)}>{schema.description}</HelpText>
      </>
    );
  }
  const made = nodeSchema(definition, objectOf(formData));
  const { ObjectField } = registry.fields;
  if (ObjectField === undefined) return <></>;
  const inner = (
    <ObjectField
      {...(props as React.ComponentProps<typeof ObjectField>)}
      schema={made.schema}
      uiSchema={made.uiSchema}
      idSchema={registry.schemaUtils.toIdSchema(made.schema, id, formData, ID_PREFIX, ID_SEPARATOR)}
    />
  );
  if (isItem) return inner;
  return (
    <Box role="group" aria-labelledby={labelId(id)}>
      <Box display="flex" justifyContent="space-between" marginBottom="space20">
        <GroupLabel id={labelId(id)}>{title}</GroupLabel>
        <Button variant="link" size="reset" onClick={() => write(undefined)}>
          {strings.remove(title.toLowerCase())}
        </Button>
      </Box>
      {inner}
    </Box>
  );
}
