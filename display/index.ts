/**
 * The engine: (display schema, data, environment) → view model. Pure: no React, no DOM, no Node.
 *
 * compile → decide → project run on the server, too (`server.ts`); view and eventsView make what the plugin lays out.
 */
export { compile, UNUSABLE } from './compile';
export type { Compiled, Report } from './compiled';
export { view } from './customer';
export type { View, ViewInput } from './customer';
export type { Environment } from './environment';
export { eventsView } from './events';
export type { EventsInput } from './events';
export { explainCondition } from './explain';
export { FACTS } from './facts';
export type { FactRoot, Facts } from './facts';
export { decide, factsMentioned } from './layout';
export type { Decision } from './layout';
export { OPERATORS } from './operators';
export type { Operator, Truth } from './operators';
export { project } from './project';
export type { Projection } from './project';
export { projectEvents } from './project-events';
export type { PersonaEvent } from './project-events';
export { readContext } from './read-context';
export { reveal } from './reveal';
export { revealedValue } from './revealed';
export { searchPanel } from './search';
export { studioTraits, traitKeysNeeded } from './trait-keys';
export type * from './value';
export type * from './view';
