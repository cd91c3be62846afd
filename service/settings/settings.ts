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

/** What only makes sense on somebody's own machine. */
const DEVELOPMENT: ReadonlySet<VariableName> = new Set(['CUSTOMER_CONTEXT_LOOPBACK']);

/**
 * Whether these are the variables of a function that runs on Twilio, which gives it a domain of its own there. Twilio's
 * local runtime and the sandbox say the address of this machine, and commands say nothing.
 */
function isOnTwilio({ DOMAIN_NAME: domain }: RawContext): boolean {
  return typeof domain === 'string' && /\.twil\.io$/i.test(domain);
}

/**
 * Reads settings lazily: a function fails only for what it needs. Messages name variables, never their values.
 *
 * Twilio's tools upload everything that `.env` holds, so a variable for development may well arrive in a deployed
 * function. There it is as if it were not set; `npm run doctor` tells of it.
 */
export function readSettings(context: RawContext): Settings {
  const onTwilio = isOnTwilio(context);
  const optional = (name: VariableName): string | undefined => {
    const variable = byName.get(name);
    if (variable === undefined) return undefined;
    if (onTwilio && DEVELOPMENT.has(name)) return variable.default;
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
