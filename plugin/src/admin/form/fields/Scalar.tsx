import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Input } from '@twilio-paste/core/input';
import { Option, Select } from '@twilio-paste/core/select';
import type { Json } from '../../../../../display/json';
import { said } from '../said';
import { strings } from '../strings';
import { numberOrText } from './NumberField';
import { useTyped } from './useTyped';

export type ScalarType = keyof typeof strings.types;

export const SCALARS: readonly ScalarType[] = ['string', 'number', 'boolean', 'null'];

/** Which of the types of a single value a value has; undefined for lists and objects. A missing value is a text. */
export function scalarType(value: Json | undefined): ScalarType | undefined {
  if (value === null) return 'null';
  if (value === undefined) return 'string';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : undefined;
}

/** The value as another type, as close as it comes. */
function asType(value: Json | undefined, type: ScalarType): Json {
  const text = said(value);
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : 0;
  if (type === 'boolean') return text !== 'false' && text !== '';
  return type === 'null' ? null : text;
}

interface Props {
  id: string;
  /** What the value is, for the names of both controls. */
  label: string;
  value: Json | undefined;
  types?: readonly ScalarType[];
  invalid?: boolean;
  describedBy?: string | undefined;
  onChange: (value: Json) => void;
}

/** One value together with its type, because 1 is not "1". */
export function Scalar({ id, label, value, types = SCALARS, invalid = false, describedBy, onChange }: Props) {
  const type = scalarType(value) ?? 'string';
  const names = { id, 'aria-label': label, 'aria-describedby': describedBy, hasError: invalid };
  return (
    <Box display="flex" columnGap="space20" alignItems="flex-start">
      {types.length > 1 && (
        <Box width="size10" flexShrink={0}>
          <Select
            aria-label={`${label}: ${strings.type}`}
            value={type}
            onChange={(event) => {
              const next = types.find((one) => one === event.currentTarget.value);
              if (next !== undefined) onChange(asType(value, next));
            }}
          >
            {[...new Set([...types, type])].map((one) => (
              <Option key={one} value={one}>
                {strings.types[one]}
              </Option>
            ))}
          </Select>
        </Box>
      )}
      <Box flexGrow={1} minWidth="0px">
        {type === 'string' && (
          <Input {...names} type="text" value={said(value)} onChange={(e) => onChange(e.currentTarget.value)} />
        )}
        {type === 'number' && <NumberInput {...names} value={value} onChange={onChange} />}
        {type === 'boolean' && (
          <Select
            {...names}
            value={value === true ? 'true' : 'false'}
            onChange={(e) => onChange(e.currentTarget.value === 'true')}
          >
            <Option value="true">{strings.yes}</Option>
            <Option value="false">{strings.no}</Option>
          </Select>
        )}
      </Box>
    </Box>
  );
}

interface NumberInputProps {
  id: string;
  'aria-label': string;
  'aria-describedby': string | undefined;
  hasError: boolean;
  value: Json | undefined;
  onChange: (value: Json) => void;
}

/** A number inside a value of any type: what is no number yet does not turn the value into a text. */
function NumberInput({ value, onChange, ...names }: NumberInputProps) {
  const read = (text: string) => {
    const number = numberOrText(text);
    return typeof number === 'number' ? number : 0;
  };
  const [text, setText] = useTyped(value, read);
  return (
    <Input
      {...names}
      type="text"
      inputMode="decimal"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}
