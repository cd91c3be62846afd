import type { SchemaStore } from '../schema/schemaStore';
import type { Notifier } from './notifier';

/** Tells admins, once, that what is published can't be used. */
export function watchSchema(schema: SchemaStore, notifier: Notifier): void {
  const look = (): void => {
    const { unusable, revision } = schema.get();
    if (unusable) notifier.say('schemaUnusable', String(revision ?? ''));
    else notifier.over('schemaUnusable');
  };
  schema.subscribe(look);
  look();
}
