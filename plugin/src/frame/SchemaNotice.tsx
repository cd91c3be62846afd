import React from 'react';
import type { SchemaState } from '../schema/schemaStore';
import { strings } from '../strings';
import { Notice } from './Notice';

/** What admins should know of the display schema that agents are shown by; agents never see it. */
export function SchemaNotice({ schema }: { schema: SchemaState }): React.ReactElement | null {
  if (schema.unusable && schema.revision !== null) return <Notice>{strings.schemaUnusable(schema.revision)}</Notice>;
  if (schema.failure !== undefined) {
    return <Notice>{strings.schemaFailed(schema.failure, schema.revision !== null)}</Notice>;
  }
  return null;
}
