import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Option, Select } from '@twilio-paste/core/select';
import { DeleteIcon } from '@twilio-paste/icons/esm/DeleteIcon';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { Json } from '../../../../../display/json';
import { NotShown } from '../fields/NotShownField';
import { strings } from '../strings';
import { IconButton } from '../theme/ItemButtons';
import { Comparison } from './Comparison';
import { groupOf, KINDS, NEW_COMPARISON, shapeOf, type Kind } from './edits';

const words = strings.condition;

interface Props {
  id: string;
  condition: Json;
  /** Undefined: the condition is gone. */
  onChange: (condition: Json | undefined) => void;
  invalid: boolean;
  describedBy: string | undefined;
}

/** A condition: one comparison, or a group of conditions, each edited in the same way. */
export function ConditionEditor({ id, condition, onChange, invalid, describedBy }: Props): React.ReactElement {
  const shape = shapeOf(condition);
  if (shape.is === 'other') return <NotShown id={id} />;
  const said = { invalid, describedBy };
  const remove = (title: string) => (
    <IconButton title={title} icon={<DeleteIcon decorative size="sizeIcon20" />} onClick={() => onChange(undefined)} />
  );
  if (shape.is === 'comparison') {
    return (
      <Box display="flex" columnGap="space20" alignItems="flex-start">
        <Comparison id={id} node={shape.node} {...said} onChange={onChange} />
        {remove(words.remove)}
      </Box>
    );
  }
  const { kind, children } = shape;
  const write = (next: readonly Json[]) => onChange(next.length === 0 ? undefined : groupOf(kind, next));
  return (
    <Box role="group" aria-label={words.conditions} display="grid" rowGap="space30">
      <Box display="flex" columnGap="space20" alignItems="center">
        <Box flexGrow={1}>
          <Select
            id={id}
            aria-label={words.group}
            value={kind}
            onChange={(event) => onChange(groupOf(event.currentTarget.value as Kind, children))}
          >
            {KINDS.map((one) => (
              <Option key={one} value={one}>
                {`${words.group} ${words.kinds[one]}`}
              </Option>
            ))}
          </Select>
        </Box>
        {remove(words.removeGroup)}
      </Box>
      <Box
        display="grid"
        rowGap="space40"
        paddingLeft="space40"
        borderLeftStyle="solid"
        borderLeftWidth="borderWidth20"
        borderLeftColor="colorBorderWeak"
      >
        {children.map((child, index) => (
          <Box key={index} role="group" aria-label={words.position(index + 1)}>
            <ConditionEditor
              id={`${id}/${index}`}
              condition={child}
              {...said}
              onChange={(next) =>
                write([
                  ...children.slice(0, index),
                  ...(next === undefined ? [] : [next]),
                  ...children.slice(index + 1),
                ])
              }
            />
          </Box>
        ))}
        {kind !== 'not' && (
          <Box display="flex" columnGap="space40">
            <AddButton label={words.addComparison} onClick={() => write([...children, NEW_COMPARISON])} />
            <AddButton label={words.addGroup} onClick={() => write([...children, { all: [NEW_COMPARISON] }])} />
          </Box>
        )}
      </Box>
    </Box>
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="link" size="reset" onClick={onClick}>
      <PlusIcon decorative size="sizeIcon10" />
      {label}
    </Button>
  );
}
