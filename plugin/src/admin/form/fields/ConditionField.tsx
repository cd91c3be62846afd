import React from 'react';
import { Button } from '@twilio-paste/core/button';
import { Box } from '@twilio-paste/core/box';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { ConditionEditor } from '../condition/ConditionEditor';
import { NEW_COMPARISON } from '../condition/edits';
import { accessible, labelId, type Field } from '../context';
import { strings } from '../strings';

/** "Show when": nothing yet, a comparison, or a tree of them. */
export function ConditionField(props: Field): React.ReactElement {
  const { idSchema, formData, onChange } = props;
  const id = idSchema.$id;
  const { invalid, describedBy } = accessible(props);
  if (formData === undefined) {
    return (
      <Box>
        <Button
          variant="secondary"
          size="small"
          aria-describedby={labelId(id)}
          onClick={() => onChange(NEW_COMPARISON)}
        >
          <PlusIcon decorative />
          {strings.condition.add}
        </Button>
      </Box>
    );
  }
  return (
    <Box role="group" aria-labelledby={labelId(id)} display="grid" rowGap="space30">
      <ConditionEditor
        id={id}
        condition={formData}
        invalid={invalid}
        describedBy={describedBy}
        onChange={(condition) => onChange(condition)}
      />
      <Box display="flex" columnGap="space40">
        <Button variant="link" size="reset" onClick={() => onChange({ all: [formData, NEW_COMPARISON] })}>
          <PlusIcon decorative size="sizeIcon10" />
          {strings.condition.and}
        </Button>
        <Button variant="link" size="reset" onClick={() => onChange({ not: formData })}>
          {strings.condition.negate}
        </Button>
      </Box>
    </Box>
  );
}
