import type { Facts } from '../facts';
import type { JsonObject } from '../json';

/**
 * What leaves the server, and that it is what the plugin shows: the test of this table projects the traits as the server
 * does, and then checks that the view of what was sent is the view of everything.
 */
export interface ProjectionCase {
  it: string;
  /** Without `version`, which is always 1. */
  document: JsonObject;
  traits: JsonObject;
  context?: JsonObject;
  facts?: Facts;
  /** Traits on the wire. */
  sends: JsonObject;
  masked?: Record<string, string>;
  /** Lines of the traits panel, as in the cases of documents. */
  sees?: string[];
}
