import React, { useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Text } from '@twilio-paste/core/text';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import type { ArrayFieldTemplateProps, RJSFSchema } from '@rjsf/utils';
import { labelId, helpId, pointerOfId, problemsId, type FormContext } from '../context';
import { besideControl } from '../problems';
import { strings } from '../strings';
import { useFocusNext } from '../useFocusNext';
import { GroupLabel } from './GroupLabel';
import { ItemButtons } from './ItemButtons';
import { ProblemList } from './ProblemList';

/** A list of mappings, thresholds, columns: its items one below the other, each with its buttons. */
export function ArrayFieldTemplate(props: ArrayFieldTemplateProps<unknown, RJSFSchema, FormContext>) {
  const { idSchema, title, items, schema, onAddClick, canAdd, formContext } = props;
  const id = idSchema.$id;
  const group = useRef<HTMLDivElement>(null);
  const focusNext = useFocusNext();
  const itemAt = (index: number) => group.current?.querySelectorAll<HTMLElement>('[data-item]')[index];
  const options = { whole: false, missing: false };
  const problems = besideControl(formContext?.problems ?? [], pointerOfId(id), options);
  const item = typeof schema.items === 'object' && !Array.isArray(schema.items) ? schema.items.title : undefined;
  const noun = item ?? title;
  return (
    <Box ref={group} role="group" aria-labelledby={labelId(id)} aria-describedby={helpId(id)}>
      <GroupLabel id={labelId(id)}>{title}</GroupLabel>
      <Box display="grid" rowGap="space30" marginY="space20">
        {items.map(({ key, index, children, hasMoveUp, hasMoveDown, onReorderClick, onDropIndexClick }) => {
          const name = strings.item(noun, index + 1);
          return (
            <Box
              key={key}
              data-item=""
              role="group"
              aria-label={name}
              padding="space40"
              borderStyle="solid"
              borderWidth="borderWidth10"
              borderColor="colorBorderWeaker"
              borderRadius="borderRadius20"
            >
              <Box display="flex" justifyContent="space-between" alignItems="center" marginBottom="space30">
                <Text as="span" color="colorTextWeak" fontSize="fontSize20">
                  {name}
                </Text>
                <ItemButtons
                  name={name}
                  onUp={hasMoveUp ? onReorderClick(index, index - 1) : undefined}
                  onDown={hasMoveDown ? onReorderClick(index, index + 1) : undefined}
                  onRemove={() => {
                    // What takes its place, else the button that adds.
                    focusNext(() =>
                      items.length > 1 ? firstOf(itemAt(Math.min(index, items.length - 2))) : firstOf(group.current),
                    );
                    onDropIndexClick(index)();
                  }}
                />
              </Box>
              {children}
            </Box>
          );
        })}
      </Box>
      <ProblemList id={problemsId(id)} problems={problems} />
      {canAdd && (
        <Button
          variant="secondary"
          size="small"
          onClick={(event) => {
            focusNext(() => controlOf(itemAt(items.length)));
            onAddClick(event);
          }}
        >
          <PlusIcon decorative />
          {strings.add(noun.toLowerCase())}
        </Button>
      )}
      {schema.description !== undefined && <HelpText id={helpId(id)}>{schema.description}</HelpText>}
    </Box>
  );
}

const firstOf = (element: HTMLElement | null | undefined) => element?.querySelector<HTMLElement>('button');
const controlOf = (element: HTMLElement | null | undefined) => element?.querySelector<HTMLElement>('input, select');
