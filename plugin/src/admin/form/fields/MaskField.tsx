import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Checkbox } from '@twilio-paste/core/checkbox';
import { HelpText } from '@twilio-paste/core/help-text';
import { isObject, own } from '../../../../../display/json';
import { withKey, withoutKey } from '../../../../../editor/edit';
import { definitionWords } from '../nodeSchema';
import { labelId, accessible, objectOf, type Field } from '../context';
import { strings } from '../strings';
import { GroupLabel } from '../theme/GroupLabel';
import { NotShown } from './NotShownField';
import { StringList } from './StringList';

/** Whether a value is masked, and who may reveal it. */
export function MaskField(props: Field): React.ReactElement {
  const { idSchema, formData, onChange } = props;
  const id = idSchema.$id;
  const { invalid } = accessible(props);
  const roles = own(objectOf(formData), 'reveal') ?? [];
  const shown = (formData === undefined || isObject(formData)) && Array.isArray(roles);
  if (!shown || !roles.every((role): role is string => typeof role === 'string')) return <NotShown id={id} />;
  const reveal = definitionWords('mask', 'reveal');
  return (
    <>
      <Checkbox
        id={id}
        checked={isObject(formData)}
        helpText={props.schema.description}
        hasError={invalid}
        onChange={(event) => onChange(event.currentTarget.checked ? {} : undefined)}
      >
        {strings.masked}
      </Checkbox>
      {isObject(formData) && (
        <Box marginY="space40">
          <GroupLabel id={labelId(`${id}/reveal`)}>{reveal.title}</GroupLabel>
          <StringList
            id={`${id}/reveal`}
            labelledBy={labelId(`${id}/reveal`)}
            item={definitionWords('mask', 'reveal').item}
            values={roles}
            invalid={invalid}
            onChange={(next) =>
              onChange(next.length === 0 ? withoutKey(formData, 'reveal') : withKey(formData, 'reveal', next))
            }
          />
          <HelpText>{reveal.description}</HelpText>
        </Box>
      )}
    </>
  );
}
