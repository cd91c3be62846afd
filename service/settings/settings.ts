import { ServiceError } from '../error';
import {
  parseIdTypes,
  parseOrigins,
  valueIn,
  variables,
  type IdSource,
  type Variable,
  type VariableName,
} from './variables';

/** What Twilio hands a function as `context`: variables, and things that are none of ours. */
export type RawContext = Readonly<Record<string, unknown>>;

/** The variables of one invocation, checked when they are asked for. */
export interface Settings {
  /** Value or default; throws `not_configured` naming the variable when there is neither, or when it is malformed. */
  get(name: VariableName): string;
  /** Value or default; undefined when there is neither. Throws `not_configured` when it is malformed. */
  optional(name: VariableName): string | undefined;
}

const byName = new Map<string, Variable>(variables.map((variable) => [variable.name, variable]));

/** Reads settings lazily: a function fails only for what it needs. Messages name variables, never their values. */
export function readSettings(context: RawContext): Settings {
  const optional = (name: VariableName): string | undefined => {
    const variable = byName.get(name);
    if (variable === undefined) return undefined;
    const value = valueIn(context, variable);
    if (value === '') return variable.default;
    if (!variable.check(value)) {
      throw new ServiceError('not_configured', { message: `${name} is malformed: expected ${variable.expects}.` });
    }
    return value;
  };
  return {
    optional,
    get: (name) => {
      const value = optional(name);
      if (value === undefined) throw new ServiceError('not_configured', { message: `${name} is not set.` });
      return value;
    },
  };
}

/** `FLEX_ORIGINS` as a list. */
export function flexOrigins(settings: Settings): string[] {
  return parseOrigins(settings.get('FLEX_ORIGINS')) ?? [];
}

/** `SEGMENT_ID_TYPES` as a list, in the order in which they are tried. */
export function idSources(settings: Settings): IdSource[] {
  return parseIdTypes(settings.get('SEGMENT_ID_TYPES')) ?? [];
}
