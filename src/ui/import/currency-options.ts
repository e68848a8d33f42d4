import { i18n } from '../../i18n/i18n.svelte';

/** ISO 4217 codes of the currencies that shops keep books in most; others come in by the file itself. */
const COMMON = [
  'CNY',
  'HKD',
  'TWD',
  'MOP',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'KRW',
  'SGD',
  'MYR',
  'THB',
  'VND',
  'IDR',
  'PHP',
  'INR',
  'AUD',
  'NZD',
  'CAD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'TRY',
  'AED',
  'SAR',
  'KWD',
  'ILS',
  'ZAR',
  'BRL',
  'MXN',
];

/** Choices of a currency, named in the language of the page; `present` is among them even when it is rare. '' is "not said". */
export function currencyOptions(present: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(i18n.language, { type: 'currency' });
  const codes = present === '' || COMMON.includes(present) ? COMMON : [present, ...COMMON];
  return [
    { value: '', label: i18n.t('dialect.currency.none') },
    ...codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` })),
  ];
}
