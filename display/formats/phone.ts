import { parsePhoneNumberFromString, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/min';
import { phoneLink } from '../link-safety';
import { visible } from '../visible';
import type { DisplayValue } from '../value';
import { defineFormat } from './format';
import { choice } from './options';
import { scalarText } from './text';

const styles = ['international', 'national'] as const;

export interface PhoneOptions {
  country?: string;
  style?: (typeof styles)[number];
}

/** Flex names a customer by channel and number: "whatsapp:+14155550100". */
const channel = /^(?:whatsapp|sms|tel):/;
/** Digits and the signs people put between them; the parser itself would pick a number out of any sentence. */
const written = /^\+?[\d\s().\-/]{3,30}$/;

function phoneOf(value: unknown, country: unknown): PhoneNumber | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const number = value.replace(channel, '');
  if (!written.test(number)) return undefined;
  const home = typeof country === 'string' && isSupportedCountry(country) ? { defaultCountry: country } : {};
  // The whole text must be the number: nothing is to be picked out of it.
  const parsed = parsePhoneNumberFromString(number, { ...home, extract: false });
  return parsed?.isPossible() === true ? parsed : undefined;
}

function show(phone: PhoneNumber, style: (typeof styles)[number]): DisplayValue {
  const text = style === 'national' ? phone.formatNational() : phone.formatInternational();
  const link = phoneLink(phone.number);
  return link ? { kind: 'link', text, ...link } : { kind: 'text', text };
}

/** A number with its country code ("+14155550100") grouped as people write it, or undefined. */
export function showPhone(value: string): DisplayValue | undefined {
  const phone = phoneOf(value, undefined);
  return phone && show(phone, 'international');
}

export const phone = defineFormat<PhoneOptions>({
  id: 'phone',
  name: 'Phone number',
  description:
    'Groups a phone number as people write it and makes it clickable. Numbers with a country code (+1…) always work, with "whatsapp:" before them too; for others name the country.',
  expects: 'a phone number with its country code, or of the country named in the options',
  options: {
    country: {
      title: 'Country',
      description: 'Where numbers without a country code belong: two letters of ISO 3166, such as US or PT.',
      type: 'string',
      pattern: '^[A-Z]{2}$',
    },
    style: {
      title: 'Style',
      description: 'international: +1 415 555 0100. national: (415) 555-0100.',
      enum: styles,
      default: 'international',
    },
  },
  samples: [
    { value: '+14155550100' },
    { value: '912345678', options: { country: 'PT' } },
    { value: 'whatsapp:+34600123456' },
    { value: '+14155550100', options: { style: 'national' } },
  ],
  accepts: (value, options) => phoneOf(value, options.country) !== undefined,
  prepare(options) {
    const style = choice(options.style, styles, 'international');
    return (value) => {
      const parsed = phoneOf(value, options.country);
      return parsed ? show(parsed, style) : { kind: 'text', text: visible(scalarText(value)) };
    };
  },
});
