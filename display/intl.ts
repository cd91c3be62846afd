/**
 * Intl formatters, one per locale and option set: expensive to construct, cheap to call. Only settings are kept here,
 * never data. A locale or zone that the platform does not know falls back instead of throwing.
 */

const fallbackLocale = 'en-US';
const fallbackZone = 'UTC';
/** Option sets come from documents that admins write: bounded so that a long-lived process does not collect them. */
const limit = 500;

function remembered<Formatter, Options = undefined>(
  create: (name: string, options: Options) => Formatter,
): (locale: string, options: Options) => Formatter {
  const known = new Map<string, Formatter>();
  return (locale, options) => {
    const id = `${locale}\n${options === undefined ? '' : JSON.stringify(options)}`;
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = create(locale, options);
    if (known.size >= limit) known.clear();
    known.set(id, made);
    return made;
  };
}

/** The locale as the platform writes it, then English for what the platform has no words for. */
const locales = remembered((locale: string): string[] => {
  try {
    return [...Intl.getCanonicalLocales(locale), fallbackLocale];
  } catch {
    return [fallbackLocale];
  }
});

/** The zone, or UTC when the platform does not know it. */
const knownZone = remembered((zone: string): string => {
  try {
    return new Intl.DateTimeFormat(fallbackLocale, { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return fallbackZone;
  }
});

/** The options must be valid; those that come from a document are checked by the format that takes them. */
export const numberFormat = remembered(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales(locale, undefined), options),
);

export const dateTimeFormat = remembered(
  (locale: string, options: Intl.DateTimeFormatOptions & { timeZone: string }) =>
    new Intl.DateTimeFormat(locales(locale, undefined), {
      ...options,
      timeZone: knownZone(options.timeZone, undefined),
    }),
);

export const relativeTimeFormat = remembered(
  (locale: string, options: Intl.RelativeTimeFormatOptions) =>
    new Intl.RelativeTimeFormat(locales(locale, undefined), options),
);
