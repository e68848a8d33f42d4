import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fineOf, roundFine } from '../../src/intake/cells/minor-units';
import { parseDecimal } from '../../src/intake/cells/parse-decimal';

/** Hundredths that each cell of a row stands for. */
const SUMS = [5, 700, 1250, -1250, 99999, 123456, -123456, 1234567, 12345678, -123456789];

/** The same sums as shops of many places write them; written by a script of another language, not by this project. */
// prettier-ignore
const WRITTEN: readonly (readonly [place: string, cells: readonly string[]])[] = [
  ['us', ['0.05', '7.00', '12.50', '-12.50', '999.99', '1,234.56', '-1,234.56', '12,345.67', '123,456.78', '-1,234,567.89']],
  ['us dollars', ['$0.05', '$7.00', '$12.50', '-$12.50', '$999.99', '$1,234.56', '-$1,234.56', '$12,345.67', '$123,456.78', '-$1,234,567.89']],
  ['us accounting', ['$0.05', '$7.00', '$12.50', '($12.50)', '$999.99', '$1,234.56', '($1,234.56)', '$12,345.67', '$123,456.78', '($1,234,567.89)']],
  ['us, minus behind', ['0.05', '7.00', '12.50', '12.50-', '999.99', '1,234.56', '1,234.56-', '12,345.67', '123,456.78', '1,234,567.89-']],
  ['us, code behind', ['0.05 USD', '7.00 USD', '12.50 USD', '-12.50 USD', '999.99 USD', '1,234.56 USD', '-1,234.56 USD', '12,345.67 USD', '123,456.78 USD', '-1,234,567.89 USD']],
  ['de', ['0,05', '7,00', '12,50', '-12,50', '999,99', '1.234,56', '-1.234,56', '12.345,67', '123.456,78', '-1.234.567,89']],
  ['de euros', ['0,05\u00a0€', '7,00\u00a0€', '12,50\u00a0€', '-12,50\u00a0€', '999,99\u00a0€', '1.234,56\u00a0€', '-1.234,56\u00a0€', '12.345,67\u00a0€', '123.456,78\u00a0€', '-1.234.567,89\u00a0€']],
  ['de, sign before', ['€ 0,05', '€ 7,00', '€ 12,50', '€ -12,50', '€ 999,99', '€ 1.234,56', '€ -1.234,56', '€ 12.345,67', '€ 123.456,78', '€ -1.234.567,89']],
  ['de, minus behind', ['0,05', '7,00', '12,50', '12,50-', '999,99', '1.234,56', '1.234,56-', '12.345,67', '123.456,78', '1.234.567,89-']],
  ['fr', ['0,05', '7,00', '12,50', '-12,50', '999,99', '1\u202f234,56', '-1\u202f234,56', '12\u202f345,67', '123\u202f456,78', '-1\u202f234\u202f567,89']],
  ['fr euros', ['0,05\u00a0€', '7,00\u00a0€', '12,50\u00a0€', '−12,50\u00a0€', '999,99\u00a0€', '1\u00a0234,56\u00a0€', '−1\u00a0234,56\u00a0€', '12\u00a0345,67\u00a0€', '123\u00a0456,78\u00a0€', '−1\u00a0234\u00a0567,89\u00a0€']],
  ['fr, plain blanks', ['0,05', '7,00', '12,50', '-12,50', '999,99', '1 234,56', '-1 234,56', '12 345,67', '123 456,78', '-1 234 567,89']],
  ['sv kronor', ['0,05 kr', '7,00 kr', '12,50 kr', '−12,50 kr', '999,99 kr', '1\u2009234,56 kr', '−1\u2009234,56 kr', '12\u2009345,67 kr', '123\u2009456,78 kr', '−1\u2009234\u2009567,89 kr']],
  ['ch', ['0.05', '7.00', '12.50', '-12.50', '999.99', '1\'234.56', '-1\'234.56', '12\'345.67', '123\'456.78', '-1\'234\'567.89']],
  ['ch francs', ['CHF\u00a00.05', 'CHF\u00a07.00', 'CHF\u00a012.50', 'CHF\u00a0-12.50', 'CHF\u00a0999.99', 'CHF\u00a01’234.56', 'CHF\u00a0-1’234.56', 'CHF\u00a012’345.67', 'CHF\u00a0123’456.78', 'CHF\u00a0-1’234’567.89']],
  ['in', ['₹0.05', '₹7.00', '₹12.50', '-₹12.50', '₹999.99', '₹1,234.56', '-₹1,234.56', '₹12,345.67', '₹1,23,456.78', '-₹12,34,567.89']],
  ['in, Rs.', ['Rs. 0.05', 'Rs. 7.00', 'Rs. 12.50', 'Rs. -12.50', 'Rs. 999.99', 'Rs. 1,234.56', 'Rs. -1,234.56', 'Rs. 12,345.67', 'Rs. 1,23,456.78', 'Rs. -12,34,567.89']],
  ['zh', ['¥0.05', '¥7.00', '¥12.50', '-¥12.50', '¥999.99', '¥1,234.56', '-¥1,234.56', '¥12,345.67', '¥123,456.78', '-¥1,234,567.89']],
  ['zh full width', ['￥０．０５', '￥７．００', '￥１２．５０', '－￥１２．５０', '￥９９９．９９', '￥１，２３４．５６', '－￥１，２３４．５６', '￥１２，３４５．６７', '￥１２３，４５６．７８', '－￥１，２３４，５６７．８９']],
  ['zh 元', ['0.05元', '7.00元', '12.50元', '-12.50元', '999.99元', '1,234.56元', '-1,234.56元', '12,345.67元', '123,456.78元', '-1,234,567.89元']],
  ['tw', ['NT$0.05', 'NT$7.00', 'NT$12.50', '-NT$12.50', 'NT$999.99', 'NT$1,234.56', '-NT$1,234.56', 'NT$12,345.67', 'NT$123,456.78', '-NT$1,234,567.89']],
  ['br', ['R$\u00a00,05', 'R$\u00a07,00', 'R$\u00a012,50', '-R$\u00a012,50', 'R$\u00a0999,99', 'R$\u00a01.234,56', '-R$\u00a01.234,56', 'R$\u00a012.345,67', 'R$\u00a0123.456,78', '-R$\u00a01.234.567,89']],
];

function cents(cell: string, hint: '.' | ','): number | null | undefined {
  const decimal = parseDecimal(cell, hint);
  if (!decimal) return decimal;
  const fine = fineOf(decimal.mantissa, decimal.scale, 2);
  return roundFine(fine.minor, fine.rest);
}

describe('a sum with two decimals is the same number whatever the column says', () => {
  it.each(WRITTEN)('%s', (_, cells) => {
    for (const hint of ['.', ','] as const) expect(cells.map((cell) => cents(cell, hint))).toEqual(SUMS);
  });

  it('is so for more than 200 cells', () => {
    expect(WRITTEN.flatMap(([, cells]) => cells).length).toBeGreaterThan(200);
  });

  it('as Intl writes it in any of these places, with and without its currency', () => {
    const places = [
      'en-US',
      'de-DE',
      'de-CH',
      'fr-FR',
      'en-IN',
      'zh-CN',
      'zh-TW',
      'ja-JP',
      'es-ES',
      'it-IT',
      'pt-BR',
      'nl-NL',
      'pl-PL',
      'sv-SE',
    ];
    const style = fc.constantFrom(
      {},
      { style: 'currency', currency: 'EUR' },
      { style: 'currency', currency: 'CNY', currencySign: 'accounting' },
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), style, fc.integer({ min: -1e11, max: 1e11 }), (place, how, n) => {
        const format = new Intl.NumberFormat(place, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
          ...(how as Intl.NumberFormatOptions),
        });
        expect(cents(format.format(n / 100), '.')).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a sum without decimals', () => {
  it.each([
    ['1.234', 1_234_00, 123], ['NT$1,234', 123, 1_234_00], ['12.345 €', 12_345_00, 1_235], ['(1,234)', -123, -1_234_00], ['1.234-', -1_234_00, -123],
  ] as const)('%s with one mark before three digits is %i hundredths where the comma is decimal, and %i where the point is', (cell, comma, point) => {
    expect([cents(cell, ','), cents(cell, '.')]).toEqual([comma, point]);
  }); // prettier-ignore

  it.each([
    ['1234元', 123_400], ['¥1,234,567', 123_456_700], ['1.234.567', 123_456_700], ['12,34,567', 123_456_700], ["1'234", 123_400], ['1 234', 123_400], ['\u200e1234\u200f', 123_400],
    ['\ufeff7', 700], ['0,500', 50], ['0.500', 50], ['="12.50"', 1250], ['৳2,999.00', 299_900], ['-$0.93', -93], ['116,99 €', 11_699], ['₪7', 700], ['7원', 700],
  ] as const)('%s is %i hundredths', (cell, value) => {
    expect([cents(cell, '.'), cents(cell, ',')]).toEqual([value, value]);
  }); // prettier-ignore
});

describe('no number', () => {
  it.each([
    '5%',
    '12.5 %',
    '１０％',
    '5‰',
    '(5)%',
    '1.2万',
    '12k',
    '1/2',
    '0x10',
    '1e400',
    '1,2,3',
    '1.234.56',
    '--5',
    '-5-',
    '(-5',
    '5 USD 6',
  ])('%s', (cell) => {
    expect([parseDecimal(cell, '.'), parseDecimal(cell, ',')]).toEqual([undefined, undefined]);
  });
});
