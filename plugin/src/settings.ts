/** Everything that the plugin reads from its build. No other file reads `process.env`. */

export const PLACEMENTS = ['panel2', 'tab', 'profiles'] as const;
export type Placement = (typeof PLACEMENTS)[number];

export interface Settings {
  /** Where the functions are, without a slash at the end; undefined: context only, shown by the generic view. */
  functionsBase: string | undefined;
  placement: Placement;
  /** Whether the functions are told how the plugin is used. */
  tellsEvents: boolean;
}

export interface Variables {
  functionsBase: string | undefined;
  placement: string | undefined;
  pluginEvents: string | undefined;
}

const TELLING = ['anonymous', 'worker'];
const NOT_TELLING = ['', 'off'];

function isPlacement(value: string): value is Placement {
  return (PLACEMENTS as readonly string[]).includes(value);
}

/** Settings from variables; `warn` gets one sentence for operators per variable that can't be used. */
export function readSettings(variables: Variables, warn: (message: string) => void): Settings {
  const base = variables.functionsBase?.trim().replace(/\/+$/, '');
  const placement = variables.placement?.trim() ?? '';
  if (placement !== '' && !isPlacement(placement)) {
    warn(`FLEX_APP_PLACEMENT is "${placement}"; use one of ${PLACEMENTS.join(', ')}. Using panel2.`);
  }
  const events = variables.pluginEvents?.trim() ?? '';
  if (![...TELLING, ...NOT_TELLING].includes(events)) {
    warn(`FLEX_APP_PLUGIN_EVENTS is "${events}"; use one of off, ${TELLING.join(', ')}. Sending none.`);
  }
  return {
    functionsBase: base === '' ? undefined : base,
    placement: isPlacement(placement) ? placement : 'panel2',
    tellsEvents: TELLING.includes(events),
  };
}

/** The variables that the build compiled in. Written out in full: the build replaces these very expressions. */
export const builtIn: Variables = {
  functionsBase: process.env.FLEX_APP_FUNCTIONS_BASE,
  placement: process.env.FLEX_APP_PLACEMENT,
  pluginEvents: process.env.FLEX_APP_PLUGIN_EVENTS,
};
