import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fineOf, fineProduct, roundFine } from '../../src/intake/cells/minor-units';
import { parseDecimal } from '../../src/intake/cells/parse-decimal';

/** Value in hundredths, rounded; null and undefined as the parser gives them. */
function cents(cell: string, hint: '.' | ',' = '.'): number | null | undefined {
  const decimal = parseDecimal(cell, hint);
  if (!decimal) return decimal;
  const fine = fineOf(decimal.mantissa, decimal.scale, 2);
  return roundFine(fine.minor, fine.rest);
}

describe('numbers as shops write them', () => {
  it.each([
    ['5', 500], ['0', 0], ['-5', -500], ['+5', 500], ['12.50', 1250], ['12,50', 1250], ['3.5', 350], ['.5', 50], ['5.', 500], ['-0', 0],
    ['1,234.56', 123456], ['1.234,56', 123456], ['1 234,56', 123456], ['1\u00a0234,56', 123456], ['1\u202f234.56', 123456], ["1'234.56", 123456], ['1’234.56', 123456],
    ['1,23,456.78', 12345678], ['1,234,567', 123456700], ['1.234.567', 123456700], ['12,34,567', 123456700],
    ['(12.50)', -1250], ['($12.50)', -1250], ['12.50-', -1250], ['-12.50', -1250], ['\u221212.50', -1250], ['-$12.00', -1200], ['$-12.00', -1200],
    ['$1,240.00', 124000], ['£8.99', 899], ['116,99 €', 11699], ['¥28.16', 2816], ['￥28.16', 2816], ['28.16元', 2816], ['CHF 12.50', 1250], ['12.50EUR', 1250], ['R$ 10,00', 1000],
    ['１２．５０', 1250], ['１，２３４．５', 123450], ['731.9399999999999', 73194], ['0.005', 1], ['-0.005', -1], ['0.0049', 0], ['1.005', 101], ['8.61E+2', 86100], ['1e2', 10000],
    ['0.125', 13], ['1234.567', 123457], ['12345.678', 1234568],
    ['100,-', 10000], ['100.–', 10000], ['1.250,-', 125000], ['-100,-', -10000], ["CHF 1'250.-", 125000], ['100 -', -10000],
    ['Rs. 1,250.00', 125000], ['RM 12.00', 1200], ['S$12', 1200], ['A$ 12.50', 1250], ['kr. 100', 10000], ['Fr. 12.50', 1250], ['12.50 TL', 1250], [`0.${'0'.repeat(255)}1`, 0],
  ] as const)('%s is %i hundredths', (cell, value) => {
    expect(cents(cell)).toBe(value);
  }); // prettier-ignore

  it.each(['1.234', '12.345', '999.999'])('%s waits for the column to say whether its mark is decimal', (cell) => {
    expect(parseDecimal(cell, '.')).toMatchObject({ mark: 'unsure', scale: 3 });
    expect(parseDecimal(cell, ',')).toMatchObject({ mark: 'unsure', scale: 0 });
    expect(parseDecimal(cell.replace('.', ','), '.')).toMatchObject({ mark: 'unsure', scale: 0 });
  });

  it.each(['', '  ', '\u00a0', '\t'])('an empty cell is no number, and not 0', (cell) => {
    expect(parseDecimal(cell, '.')).toBeNull();
  });

  it.each([
    'abc',
    '12abc',
    '1.2.3',
    '1,2,3',
    '--',
    '-',
    '12-12',
    '2024-03-05',
    '1,23,4',
    '%',
    '5%',
    '1..2',
    '- 5 -',
    '99999999999999999999',
    'NaN',
    'Infinity',
  ])('%s is no number', (cell) => {
    expect(parseDecimal(cell, '.')).toBeUndefined();
  });

  it('an amount of cents comes back as it was, however it is written', () => {
    const formats = [
      (n: number) => (n / 100).toFixed(2),
      (n: number) => new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(n / 100),
      (n: number) => new Intl.NumberFormat('de-CH', { minimumFractionDigits: 2 }).format(n / 100),
      (n: number) => new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2 }).format(n / 100),
      (n: number) => new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, style: 'currency', currency: 'EUR' }).format(n / 100),
      (n: number) => new Intl.NumberFormat('ja-JP', { minimumFractionDigits: 2, style: 'currency', currency: 'CNY' }).format(n / 100),
    ];
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...formats), fc.constantFrom('.', ','), (n, format, hint) => {
        expect(cents(format(n), hint as '.' | ',')).toBe(n);
      }),
    );
  });
});

describe('price times quantity', () => {
  it('is what integers of any size give, rounded half away from zero', () => {
    const decimal = fc.record({ mantissa: fc.integer({ min: -1e9, max: 1e9 }), scale: fc.integer({ min: 0, max: 4 }) });
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const scale = BigInt(a.scale + b.scale);
        const exact = BigInt(a.mantissa) * BigInt(b.mantissa) * 100n;
        const unit = 10n ** scale;
        const size = exact < 0n ? -exact : exact;
        // Sums beyond what whole numbers can hold, or finer than a ten-thousandth of a cent, are no money.
        fc.pre(scale <= 6n && Math.abs(a.mantissa * b.mantissa) / 10 ** Number(scale) < 1e13);
        const rounded = Number((size * 2n + unit) / (unit * 2n)) * (exact < 0n ? -1 : 1);
        const fine = fineProduct(a, b, 2);
        expect(roundFine(fine.minor, fine.rest) + 0).toBe(rounded + 0);
      }),
    );
  });
});
