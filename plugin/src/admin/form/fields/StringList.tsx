import React, { useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { strings } from '../strings';
import { ItemButtons } from '../theme/ItemButtons';

interface Props {
  id: string;
  labelledBy: string;
  describedBy?: string | undefined;
  /** What one entry is called: "Hidden key". */
  item: string;
  values: readonly string[];
  invalid?: boolean;
  onChange: (values: string[]) => void;
}

/** Texts one below the other. Enter in one adds the next. */
export function StringList({ id, labelledBy, describedBy, item, values, invalid = false, onChange }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const focus = (index: number) =>
    setTimeout(() => group.current?.querySelectorAll('input')[Math.max(0, index)]?.focus());
  const replace = (index: number, ...by: string[]) =>
    onChange([...values.slice(0, index), ...by, ...values.slice(index + 1)]);
  const swap = (index: number, other: number) => {
    const next = [...values];
    const [here, there] = [next[index] ?? '', next[other] ?? ''];
    [next[index], next[other]] = [there, here];
    onChange(next);
  };
  const add = (after: number) => {
    onChange([...values.slice(0, after), '', ...values.slice(after)]);
    focus(after);
  };
  return (
    <Box
      ref={group}
      role="group"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      display="grid"
      rowGap="space20"
    >
      {values.map((value, index) => {
        const name = strings.item(item, index + 1);
        return (
          <Box key={index} display="flex" columnGap="space20" alignItems="center">
            <Box flexGrow={1} minWidth="0px">
              <Input
                id={index === 0 ? id : `${id}/${index}`}
                type="text"
                aria-label={name}
                value={value}
                hasError={invalid}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => replace(index, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') add(index + 1);
                }}
              />
            </Box>
            <ItemButtons
              name={name}
              onUp={index > 0 ? () => swap(index, index - 1) : undefined}
              onDown={index < values.length - 1 ? () => swap(index, index + 1) : undefined}
              onRemove={() => {
                replace(index);
                focus(index - 1);
              }}
            />
          </Box>
        );
      })}
      <Box>
        <Button variant="secondary" size="small" onClick={() => add(values.length)}>
          <PlusIcon decorative />
          {strings.add(item.toLowerCase())}
        </Button>
      </Box>
    </Box>
  );
}
