import React from 'react';
import { Box } from '@twilio-paste/core/box';
import { Input } from '@twilio-paste/core/input';
import { Option, Select } from '@twilio-paste/core/select';
import { FACTS } from '../../../../../display/facts';
import { own, type Json, type JsonObject } from '../../../../../display/json';
import { operatorById, OPERATORS } from '../../../../../display/operators';
import { withKey } from '../../../../../editor/edit';
import { Scalar, SCALARS, scalarType, type ScalarType } from '../fields/Scalar';
import { useTyped } from '../fields/useTyped';
import { strings } from '../strings';
import { factOf, factParts, withOperator } from './edits';
import { ScalarList } from './ScalarList';

const words = strings.condition;

interface Props {
  id: string;
  node: JsonObject;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (node: JsonObject) => void;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Fact, operator and value. Words that are not known stay until others are chosen. */
export function Comparison({ id, node, invalid, describedBy, onChange }: Props): React.ReactElement {
  const fact = textOf(own(node, 'fact'));
  const op = textOf(own(node, 'op'));
  const { root } = factParts(fact);
  const setFact = (next: string) => onChange(withKey(node, 'fact', next));
  return (
    <Box flexGrow={1} minWidth="0px" display="grid" rowGap="space20" columnGap="space20" gridTemplateColumns={columns}>
      <Select
        id={id}
        aria-label={words.fact}
        aria-describedby={describedBy}
        value={root?.id ?? fact}
        hasError={invalid}
        onChange={(event) => {
          const next = FACTS.find(({ id: one }) => one === event.currentTarget.value);
          if (next !== undefined) setFact(factOf(next, factParts(fact).key));
        }}
      >
        {FACTS.map(({ id: one, title }) => (
          <Option key={one} value={one}>
            {title}
          </Option>
        ))}
        {root === undefined ? <Option value={fact}>{strings.unknownWord(fact)}</Option> : null}
      </Select>
      {root?.deep === true && <KeyInput id={`${id}/key`} fact={fact} onChange={(key) => setFact(factOf(root, key))} />}
      <Select
        aria-label={words.operator}
        value={op}
        hasError={invalid}
        onChange={(event) => onChange(withOperator(node, event.currentTarget.value))}
      >
        {OPERATORS.map(({ id: one, says }) => (
          <Option key={one} value={one}>
            {says}
          </Option>
        ))}
        {operatorById(op) === undefined ? <Option value={op}>{strings.unknownWord(op)}</Option> : null}
      </Select>
      <Box gridColumn="1 / -1" minWidth="0px">
        <Value id={`${id}/value`} node={node} op={op} invalid={invalid} onChange={onChange} />
      </Box>
    </Box>
  );
}

const columns = 'repeat(auto-fill, minmax(9rem, 1fr))';

function KeyInput({ id, fact, onChange }: { id: string; fact: string; onChange: (key: string) => void }) {
  const { root, key } = factParts(fact);
  const [text, setText] = useTyped(key, (typed) => (root === undefined ? '' : factParts(factOf(root, typed)).key));
  return (
    <Input
      id={id}
      type="text"
      aria-label={words.path}
      placeholder={words.pathHelp}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
    />
  );
}

function typesOf(type: unknown): readonly ScalarType[] {
  const named = [type].flat().map(String);
  const known = SCALARS.filter((one) => named.includes(one));
  return known.length === 0 ? SCALARS : known;
}

function Value({ id, node, op, invalid, onChange }: Omit<Props, 'describedBy'> & { op: string }) {
  const value = own(node, 'value');
  const operator = operatorById(op);
  const set = (next: Json) => onChange(withKey(node, 'value', next));
  if (operator?.value.type === 'array' || Array.isArray(value)) {
    return <ScalarList id={id} values={Array.isArray(value) ? value : []} invalid={invalid} onChange={set} />;
  }
  if (operator?.value.type === 'boolean') {
    return (
      <Select
        id={id}
        aria-label={words.operator}
        value={value === false ? 'false' : 'true'}
        hasError={invalid}
        onChange={(event) => set(event.currentTarget.value === 'true')}
      >
        <Option value="true">{strings.yes}</Option>
        <Option value="false">{strings.no}</Option>
      </Select>
    );
  }
  if (scalarType(value) === undefined) return null;
  const types = typesOf(operator?.value.type);
  return <Scalar id={id} label={strings.value} value={value} types={types} invalid={invalid} onChange={set} />;
}
