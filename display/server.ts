/**
 * What the service needs of the engine: deciding, projecting, revealing. Nothing here imports a format, so that a
 * function's bundle stays small.
 */
export { compile, UNUSABLE } from './compile';
export type { Compiled, Report } from './compiled';
export type { Facts } from './facts';
export type { Json, JsonObject } from './json';
export { decide, factsMentioned } from './layout';
export type { Decision } from './layout';
export { project } from './project';
export type { Projection } from './project';
export { projectEvents } from './project-events';
export type { PersonaEvent } from './project-events';
export { readContext } from './read-context';
export { reveal } from './reveal';
export { studioTraits, traitKeysNeeded } from './trait-keys';
export type { Source } from './view';
