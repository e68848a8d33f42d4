import type { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isMasked, LOCAL_PHONE } from '../../core/people/identifiers';

let parse: typeof parsePhoneNumberFromString | null = null;

/** Loads what reads phone numbers; needed once, and only for files with a column of them. */
export async function preparePhones(): Promise<void> {
  parse ??= (await import('libphonenumber-js/min')).parsePhoneNumberFromString;
}

/** Where a shop that counts in a currency has its customers; a currency of many countries tells nothing. */
const COUNTRY_OF: Readonly<Record<string, string>> = {
  CNY: 'CN',
  TWD: 'TW',
  HKD: 'HK',
  JPY: 'JP',
  KRW: 'KR',
  SGD: 'SG',
  MYR: 'MY',
  THB: 'TH',
  VND: 'VN',
  IDR: 'ID',
  PHP: 'PH',
  INR: 'IN',
  PKR: 'PK',
  GBP: 'GB',
  USD: 'US',
  CAD: 'CA',
  MXN: 'MX',
  BRL: 'BR',
  AUD: 'AU',
  NZD: 'NZ',
  CHF: 'CH',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  RON: 'RO',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  TRY: 'TR',
  ZAR: 'ZA',
};

/** Country whose numbers are written without a prefix in files of this currency, or null. */
export function homeCountry(currency: string): string | null {
  return COUNTRY_OF[currency] ?? null;
}

/**
 * A phone number in international form (E.164), so that `020 7946 0958` and `+44 20 7946 0958` are one.
 *
 * @param country  where numbers without a prefix belong; null when that is not known: then their digits stand behind `tel:`
 * @returns        '' for what is no phone number, or is one with digits hidden; throws when `preparePhones` was not awaited
 */
export function phoneKey(text: string, country: string | null): string {
  const plain = text.normalize('NFKC').trim().replace(/^'/, '');
  if (plain === '' || isMasked(plain)) return '';
  if (country === 'CN' && /^1[3-9]\d{9}$/.test(plain)) return `+86${plain}`;
  if (!parse) throw new Error('phone numbers are read before preparePhones');
  const international = plain.replace(/^00(?=[1-9])/, '+');
  const number = parse(international, (country ?? undefined) as Parameters<typeof parsePhoneNumberFromString>[1] & string);
  if (number?.isPossible()) return isFiller(number.nationalNumber) ? '' : number.number;
  const digits = plain.replace(/[\s().\-/]/g, '');
  return /^\d{7,15}$/.test(digits) && !isFiller(digits) ? LOCAL_PHONE + digits : '';
}

/** Digits that forms are filled with when nobody wants to say: all the same, or counted up. */
function isFiller(digits: string): boolean {
  return /^(\d)\1+$/.test(digits.replace(/^0+/, '')) || /^0*(?:1234567|12345678|123456789|1234567890)$/.test(digits);
}
