import React from 'react';
import { Button } from '@twilio-paste/core/button';
import { Box } from '@twilio-paste/core/box';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { Json } from '../../../../../display/json';
import { ConditionEditor } from '../condition/ConditionEditor';
import { NEW_COMPARISON } from '../condition/edits';
import { accessible, labelId, type Field } from '../context';
import { strings } from '../strings';
import { byId, useFocusNext } from '../useFocusNext';

/** "Show when": nothing yet, a comparison, or a tree of them. */
export function ConditionField(props: Field): React.ReactElement {
  const { idSchema, formData, onChange } = props;
  const id = idSchema.$id;
  const { invalid, describedBy } = accessible(props);
  const focusNext = useFocusNext();
  const write = (condition: Json | undefined) => {
    // The first control of the condition and the button that adds one stand in for each other.
    if ((condition === undefined) !== (formData === undefined)) focusNext(byId(id));
    onChange(condition);
  };
  if (formData === undefined) {
    return (
      <Box>
        <Button
          id={id}
          variant="secondary"
          size="small"
          aria-describedby={labelId(id)}
          onClick={() => write(NEW_COMPARISON)}
        >
          <PlusIcon decorative />
          {strings.condition.add}
        </Button>
      </Box>
    );
  }
  return (
    <Box role="group" aria-labelledby={labelId(id)} display="grid" rowGap="space30">
      <ConditionEditor id={id} condition={formData} invalid={invalid} describedBy={describedBy} onChange={write} />
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
