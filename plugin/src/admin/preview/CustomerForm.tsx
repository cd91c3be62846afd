import React, { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { useUID } from '@twilio-paste/core/uid-library';
import { ERROR_CODES } from '../../../../schemas/error-codes';
import { editorStrings as strings } from '../strings';
import { Choice } from './Choice';
import type { Found, Wish } from './customer';

const ID_TYPES = ['user_id', 'email', 'phone', 'anonymous_id'];

interface Props {
  found: Found;
  /** WT… of the task in the preview; undefined for an invented one. */
  taskSid: string | undefined;
  onAsk: (wish: Wish) => void;
  onForget: () => void;
}

function wordsOf(found: Found): string {
  switch (found.is) {
    case 'none':
      return '';
    case 'loading':
      return strings.customerLoading;
    case 'here':
      return strings.customerHere(Object.keys(found.sample.traits).length, found.sample.events.length);
    case 'unknown':
      return strings.customerUnknown;
    case 'failed':
      return found.code === 'unreachable' ? strings.unreachable : ERROR_CODES[found.code].message;
  }
}

/** Asks for a customer’s traits to try the draft on, and says that this is written down. */
export function CustomerForm({ found, taskSid, onAsk, onForget }: Props): React.ReactElement {
  const id = useUID();
  const [idType, setIdType] = useState('user_id');
  const [identifier, setIdentifier] = useState('');
  return (
    <form
      className="cc-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (identifier.trim() !== '') onAsk({ idType, identifier: identifier.trim() });
      }}
    >
      <p className="cc-help">{strings.customerHelp}</p>
      {taskSid !== undefined && (
        <div>
          <Button variant="secondary" size="small" onClick={() => onAsk({ taskSid })}>
            {strings.customerOfTask}
          </Button>
        </div>
      )}
      <div className="cc-row">
        <Choice
          label={strings.idType}
          value={idType}
          options={ID_TYPES.map((value) => ({ value, label: value }))}
          onChange={setIdType}
        />
        <Box flexGrow={2}>
          <Label htmlFor={id}>{strings.identifier}</Label>
          <Input
            id={id}
            type="text"
            autoComplete="off"
            value={identifier}
            onChange={(event) => setIdentifier(event.target.value)}
          />
        </Box>
        <Button variant="secondary" type="submit" disabled={identifier.trim() === ''}>
          {strings.customerLook}
        </Button>
      </div>
      <div className="cc-row">
        <span role="status">{wordsOf(found)}</span>
        {found.is === 'here' && (
          <Button variant="link" size="small" onClick={onForget}>
            {strings.customerForget}
          </Button>
        )}
      </div>
    </form>
  );
}
