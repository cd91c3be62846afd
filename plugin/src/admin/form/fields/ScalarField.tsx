import React from 'react';
import { accessible, type Field } from '../context';
import { NotShown } from './NotShownField';
import { Scalar, scalarType } from './Scalar';

/** The value that a mapping is for. */
export function ScalarField(props: Field): React.ReactElement {
  const { idSchema, schema, formData, onChange } = props;
  if (scalarType(formData) === undefined) return <NotShown id={idSchema.$id} />;
  return (
    <Scalar
      id={idSchema.$id}
      label={schema.title ?? ''}
      value={formData}
      {...accessible(props)}
      onChange={(value) => onChange(value)}
    />
  );
}
