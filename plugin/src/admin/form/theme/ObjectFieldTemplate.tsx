import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Heading } from '@twilio-paste/core/heading';
import { Stack } from '@twilio-paste/core/stack';
import type { ObjectFieldTemplateProps, RJSFSchema } from '@rjsf/utils';
import { isObject, own } from '../../../../../display/json';
import { pointerOfId, problemsId, type FormContext, type Ui } from '../context';
import { ofObject } from '../problems';
import { ProblemList } from './ProblemList';

interface Group {
  title: string;
  names: readonly string[];
}

type Props = ObjectFieldTemplateProps<unknown, RJSFSchema, FormContext>;

/** The settings of the node, in groups where it has many; those of an item of a list side by side. */
export function ObjectFieldTemplate(props: Props): React.ReactElement {
  const { idSchema, properties, schema, formData, formContext, uiSchema } = props;
  const id = idSchema.$id;
  const names = properties.map(({ name }) => name);
  const data = isObject(formData) ? formData : {};
  const missing = (schema.required ?? []).filter((name) => own(data, name) === undefined);
  const problems = ofObject(formContext?.problems ?? [], pointerOfId(id), names, missing);
  const groups = uiSchema?.['ui:options']?.groups as readonly Group[] | undefined;
  const contents = (wanted: readonly string[]) =>
    properties
      .filter(({ name }) => wanted.includes(name))
      .map(({ name, content }) => (
        <Part key={name} row={isText(uiSchema?.[name])}>
          {content}
        </Part>
      ));
  return (
    <Stack orientation="vertical" spacing="space50">
      <ProblemList id={problemsId(id)} problems={problems} />
      {groups === undefined ? (
        <Columns wide={pointerOfId(id) === ''}>{contents(names)}</Columns>
      ) : (
        groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <Heading as="h3" variant="heading40">
              {group.title}
            </Heading>
            <Columns wide>{contents(group.names)}</Columns>
          </section>
        ))
      )}
    </Stack>
  );
}

function Columns({ wide, children }: { wide: boolean; children: React.ReactNode }) {
  const columns = wide ? 'minmax(0, 1fr)' : 'repeat(auto-fill, minmax(9rem, 1fr))';
  return (
    <Box display="grid" rowGap="space50" columnGap="space40" gridTemplateColumns={columns}>
      {children}
    </Box>
  );
}

/** Texts may be in several languages and take a row of their own. */
const isText = (ui: unknown): boolean => (ui as Ui | undefined)?.['ui:field'] === 'text';

const Part: React.FC<{ row: boolean }> = ({ row, children }) => (
  <Box minWidth="0px" {...(row ? { gridColumn: '1 / -1' } : {})}>
    {children}
  </Box>
);
