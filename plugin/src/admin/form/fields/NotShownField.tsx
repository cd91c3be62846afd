import React from 'react';
import { HelpText } from '@twilio-paste/core/help-text';
import type { Field } from '../context';
import { strings } from '../strings';

/** Stands where a document says something that no control can show. What it says is left as it is. */
export function NotShown({ id }: { id: string }): React.ReactElement {
  return <HelpText id={id}>{strings.notShown}</HelpText>;
}

export function NotShownField({ idSchema }: Field): React.ReactElement {
  return <NotShown id={idSchema.$id} />;
}
