import React from 'react';
import type { Json } from '../../../../../display/json';
import { labelId, accessible, type Field } from '../context';
import { strings } from '../strings';
import { StringList } from './StringList';

const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** A list of texts: hidden keys, event names, hosts. */
export function StringsField(props: Field): React.ReactElement {
  const { idSchema, uiSchema, formData, onChange } = props;
  const item: unknown = uiSchema?.['ui:options']?.item;
  return (
    <StringList
      id={idSchema.$id}
      labelledBy={labelId(idSchema.$id)}
      item={typeof item === 'string' ? item : strings.value}
      values={texts(formData)}
      {...accessible(props)}
      onChange={(values) => onChange(values.length === 0 ? undefined : values)}
    />
  );
}
