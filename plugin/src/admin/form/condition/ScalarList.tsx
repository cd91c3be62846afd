import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { DeleteIcon } from '@twilio-paste/icons/esm/DeleteIcon';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { Json } from '../../../../../display/json';
import { Scalar } from '../fields/Scalar';
import { strings } from '../strings';
import { IconButton } from '../theme/ItemButtons';

interface Props {
  id: string;
  values: readonly Json[];
  invalid: boolean;
  onChange: (values: Json[]) => void;
}

/** The values of "is one of". */
export function ScalarList({ id, values, invalid, onChange }: Props): React.ReactElement {
  return (
    <Box role="group" aria-label={strings.condition.values} display="grid" rowGap="space20">
      {values.map((value, index) => {
        const name = strings.item(strings.value, index + 1);
        return (
          <Box key={index} display="flex" columnGap="space20">
            <Box flexGrow={1} minWidth="0px">
              <Scalar
                id={`${id}/${index}`}
                label={name}
                value={value}
                invalid={invalid}
                onChange={(next) => onChange(values.map((old, at) => (at === index ? next : old)))}
              />
            </Box>
            <IconButton
              title={strings.remove(name)}
              icon={<DeleteIcon decorative size="sizeIcon20" />}
              onClick={() => onChange(values.filter((_value, at) => at !== index))}
            />
          </Box>
        );
      })}
      <Box>
        <Button variant="link" size="reset" onClick={() => onChange([...values, ''])}>
          <PlusIcon decorative size="sizeIcon10" />
          {strings.add(strings.value.toLowerCase())}
        </Button>
      </Box>
    </Box>
  );
}
