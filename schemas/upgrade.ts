import { isObject, own, type UnknownObject } from './json/value';

/** The version that this code reads and writes. */
export const CURRENT_VERSION = 1;

/** Lifts a document by one version: returns a new document and leaves the old one as it is. */
export type Upgrader = (document: Readonly<UnknownObject>) => UnknownObject;

/** From which version to the next. Version 1 is the first, so there is nothing to lift yet. */
export const UPGRADERS: Readonly<Record<number, Upgrader>> = {};

export type Upgraded = { document: UnknownObject } | { message: string };

/** Lifts a document to the current version, or says why that can't be done. */
export function upgrade(document: UnknownObject, upgraders: Readonly<Record<number, Upgrader>> = UPGRADERS): Upgraded {
  const version = own(document, 'version');
  if (version === undefined) return { message: `has no version; write "version": ${CURRENT_VERSION}` };
  if (typeof version !== 'number' || !Number.isInteger(version))
    return { message: 'must have a whole number as its version' };
  if (version > CURRENT_VERSION)
    return {
      message: `is of version ${version}, which is newer than this Flex plugin; it reads version ${CURRENT_VERSION}`,
    };
  let lifted = document;
  for (let from = version; from < CURRENT_VERSION; from++) {
    const upgrader = upgraders[from];
    if (!upgrader) return { message: `is of version ${version}, which can't be read any more` };
    try {
      lifted = { ...upgrader(lifted), version: from + 1 };
    } catch {
      return { message: `could not be lifted from version ${from}` };
    }
    if (!isObject(lifted)) return { message: `could not be lifted from version ${from}` };
  }
  return { document: lifted };
}
