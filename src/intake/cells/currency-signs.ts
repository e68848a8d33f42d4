/** Signs of money and the currency that they mean; the more particular ones stand first. ¥ is left out: it is written for yuan and yen. */
const SIGNS: readonly [RegExp, string][] = [
  [/£/, 'GBP'],
  [/€/, 'EUR'],
  [/HK\$/, 'HKD'],
  [/NT\$/, 'TWD'],
  [/NZ\$/, 'NZD'],
  [/MX\$/, 'MXN'],
  [/US\$/, 'USD'],
  [/AU?\$/, 'AUD'],
  [/CA?\$/, 'CAD'],
  [/S\$/, 'SGD'],
  [/R\$/, 'BRL'],
  [/₹/, 'INR'],
  [/₩/, 'KRW'],
  [/₺/, 'TRY'],
  [/₫/, 'VND'],
  [/₱/, 'PHP'],
  [/₽/, 'RUB'],
  [/₴/, 'UAH'],
  [/฿/, 'THB'],
  [/zł/, 'PLN'],
  [/\bRM(?=\s*[\d.-])/, 'MYR'],
  [/\bRp(?=[\s\d.-])/, 'IDR'],
  [/元/, 'CNY'],
  [/\$/, 'USD'],
];

const CODE = /(?:^|[\s(])([A-Z]{3})(?=\s*[-(]?\d)|\d\s*([A-Z]{3})(?=\)?$)/;
const CODES = new Set(Intl.supportedValuesOf('currency'));

/** Currency that a cell of money names by a sign or a code, '' when it names none. */
export function currencySign(cell: string): string {
  const code = CODE.exec(cell.trim());
  const named = code?.[1] ?? code?.[2] ?? '';
  if (CODES.has(named)) return named;
  return SIGNS.find(([sign]) => sign.test(cell))?.[1] ?? '';
}
