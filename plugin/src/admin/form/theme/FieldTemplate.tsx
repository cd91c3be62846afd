import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import type { FieldTemplateProps, RJSFSchema } from '@rjsf/utils';
import { helpId, isNestedId, labelId, problemsBeside, problemsId, type FormContext } from '../context';
import { GroupLabel } from './GroupLabel';
import { ProblemList } from './ProblemList';

/** Controls that draw their own label and help: a switch has them beside itself. */
const LABELLED = new Set(['switch', 'mask', 'formatted']);
/** Controls of several parts, which a label names as a group. */
const GROUPS = new Set(['condition', 'strings', 'scalar', 'notShown']);

/** Label, control, help and problems of one setting, as everywhere in Flex. */
export function FieldTemplate(props: FieldTemplateProps<unknown, RJSFSchema, FormContext>): React.ReactElement {
  const { id, label, required, children, schema, uiSchema, formContext } = props;
  const field: unknown = uiSchema?.['ui:field'];
  const name = typeof field === 'string' ? field : undefined;
  if (name === undefined && (schema.type === 'object' || schema.type === 'array')) return children;
  const problems = problemsBeside(formContext, id, props);
  const isGroup = name !== undefined && GROUPS.has(name);
  // Side by side and in the items of lists there is no room for help; it is still read out.
  const isNested = isNestedId(id);
  const help = schema.description;
  return (
    <Box minWidth="0px">
      {(name === undefined || !LABELLED.has(name)) &&
        uiSchema?.['ui:options']?.label !== false &&
        (isGroup ? (
          <GroupLabel id={labelId(id)}>{label}</GroupLabel>
        ) : (
          <Label id={labelId(id)} htmlFor={id} required={required === true}>
            {label}
          </Label>
        ))}
      {children}
      <ProblemList id={problemsId(id)} problems={name === 'formatted' ? [] : problems} />
      {help !== undefined && (name === undefined || !LABELLED.has(name)) && (
        <Help id={helpId(id)} text={help} hidden={isNested} />
      )}
    </Box>
  );
}

function Help({ id, text, hidden }: { id: string; text: string; hidden: boolean }) {
  if (hidden) {
    return (
      <ScreenReaderOnly>
        <span id={id}>{text}</span>
      </ScreenReaderOnly>
    );
  }
  return <HelpText id={id}>{text}</HelpText>;
}
