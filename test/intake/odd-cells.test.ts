import { describe, expect, it } from 'vitest';
import { cpuTime } from '../cpu-time';
import { Dictionary } from '../../src/core/columns/dictionary';
import { brokenIds } from '../../src/intake/cells/broken-ids';
import { currencySign } from '../../src/intake/cells/currency-signs';
import { customerKeys } from '../../src/intake/cells/key-column';
import { notedRefund } from '../../src/intake/cells/noted-refund';
import { numberColumn, OK } from '../../src/intake/cells/number-column';
import { parseClock } from '../../src/intake/dates/parse-clock';
import { parseDate } from '../../src/intake/dates/parse-date';
import { parseDecimal } from '../../src/intake/cells/parse-decimal';
import { rocParts } from '../../src/intake/dates/republic-years';
import { partsAsRecord, stage } from './helpers';

/** Numbers of a column, null where a cell has none. */
function numbers(...cells: string[]): (number | null)[] {
  const texts = new Dictionary();
  for (const cell of cells) texts.add(cell);
  const { mantissa, scale, state } = numberColumn(texts, '.');
  return cells.map((cell) => {
    const code = texts.indexOf(cell);
    return state[code] === OK ? mantissa[code]! / 10 ** scale[code]! : null;
  });
}

describe('a number inside a text that the whole column has', () => {
  it.each([
    [['/__ 1.2  \\LotaltyScore', '/__ 0.2  \\LotaltyScore', '/__ 14  \\LotaltyScore'], [1.2, 0.2, 14]],
    [['3 pcs', '12 pcs', '1,200 pcs'], [3, 12, 1200]],
    [['数量：3件', '数量：12件'], [3, 12]],
    [['Total: -5.50', 'Total: 7.00'], [-5.5, 7]],
    [['3 pcs', '5 pcs', '7 pcs', '', '2 pcs', '8 pcs'], [3, 5, 7, null, 2, 8]],
  ])('of %j is read: %j', (cells, read) => {
    expect(numbers(...cells)).toEqual(read);
  }); // prettier-ignore

  it.each([
    [['5%', '10%']], [['12k', '7k']], [['3万', '5万']], [['INV-1001', 'INV-1002']], [['A7', 'A8']], [['#1001', '#1002']], [['7-A', '8-A']], [['3 pcs', '5 boxes']], [['3 of 4 pcs', '1 of 4 pcs']],
    [['2024年3月', '2024年4月']], [['no number', 'no number']],
  ])('of %j is none', (cells) => {
    expect(numbers(...cells).every((number) => number === null)).toBe(true);
  }); // prettier-ignore

  it('is said, with the text; cells without it are left out with a reason', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `${i},c${i},2024-03-05,/__ ${i + 1}.5  \\Score`);
    const file = await stage(`order,customer,date,amount\n${lines.join('\n')}\n99,x,2024-03-05,soon\n`);
    const { parts, columns } = file.preview(file.plan);
    expect(partsAsRecord(parts)).toEqual({ sale: [60, 186_000], 'bad-amount': [1, 0] });
    expect(columns[3]!.remark).toMatchObject({ code: 'numbers-unreadable', facts: { count: 1, example: 'soon' } });
    const whole = await stage(`order,customer,date,amount\n${lines.join('\n')}\n`);
    const column = whole.preview(whole.plan).columns[3]!;
    expect(column.remark).toEqual({ code: 'numbers-wrapped', facts: { text: '/__ … \\Score' }, ask: false });
    expect(column.examples[0]).toEqual({ raw: '/__ 1.5  \\Score', read: 1.5 });
  });
});

describe('a sum with a note of what was given back', () => {
  it.each([
    ['131.77(已退款89.84)', 13177, 8984], ['131.77（已退款 ¥89.84）', 13177, 8984], ['468.32(已全额退款)', 46832, null], ['$20.00 (refunded $5.00)', 20, 5],
    ['12,50 (erstattet 2,50)', 125, 25], ['99.00(部分退款9.00)', 9900, 900],
  ] as const)('%s', (cell, sum, back) => {
    const noted = notedRefund(cell, '.')!;
    expect([noted.sum.mantissa, noted.back && noted.back.mantissa]).toEqual([sum, back]);
  }); // prettier-ignore

  it.each(['131.77', '(12.50)', '12 (net)', '(已退款89.84)', '12(已退款x)', 'x(已退款1)'])('%s has none', (cell) => {
    expect(notedRefund(cell, '.')).toBeNull();
  });

  it('is worth the sum, and the note comes off as a refund, once', async () => {
    const file = await stage(
      'order,customer,date,amount,refund amount\n1,a,2024-12-28,131.77(已退款89.84),\n2,b,2024-12-29,468.32(已全额退款),\n3,c,2024-12-29,20.00(已退款5.00),5.00\n4,d,2024-12-29,10,\n',
    );
    const { parts, totals, columns } = file.preview(file.plan);
    expect(partsAsRecord(parts)).toEqual({ sale: [4, 63_009] });
    expect(totals.refundMinor).toBe(8_984 + 46_832 + 500);
    expect(columns[3]!.remark).toMatchObject({ code: 'refunds-noted', facts: { count: 3, example: '131.77(已退款89.84)' } });
  });
});

describe('cells of a million letters', () => {
  /** Milliseconds, in the best of five turns: the machine that runs the tests is shared. */
  const LIMIT = 50;
  const LETTERS = 1_000_000;
  const shapes: [string, string][] = [
    ...[
      '1',
      '1 ',
      '1,',
      '1.',
      '(',
      '-',
      ' ',
      '\t',
      'E+1',
      '1:',
      '1/',
      'Jan ',
      '年1',
      '退款(',
      "'",
      '\u200b',
      'a',
      '１',
      '12 345',
      'pm ',
    ].map((piece): [string, string] => [piece, piece.repeat(Math.ceil(LETTERS / piece.length))]),
    ['sum(', `1(${'退款'.repeat(LETTERS / 2)}`],
    ['date', `2024-03-05 ${' '.repeat(LETTERS)}x`],
  ];
  /** A column makes the texts anew and keeps them, besides reading them. */
  const COLUMN_LIMIT = 250;
  const readers: [string, (cell: string, texts: Dictionary) => unknown][] = [
    ['number', (cell) => parseDecimal(cell, '.')], ['refund', (cell) => notedRefund(cell, '.')], ['date', parseDate], ['clock', parseClock], ['republic', rocParts],
    ['sign', currencySign],
    ['column of sums', (_, texts) => numberColumn(texts, '.')], ['column of long ids', (_, texts) => brokenIds(texts)], ['column of keys', (_, texts) => customerKeys(texts)],
  ]; // prettier-ignore

  it.each(readers)('are read as a %s in no time, whatever letters repeat', (name, read) => {
    const limit = name.startsWith('column') ? COLUMN_LIMIT : LIMIT;
    for (const [piece, cell] of shapes) {
      const texts = new Dictionary();
      texts.add(cell);
      let took = Infinity;
      for (let turn = 0; turn < 5 && took > limit; turn++) {
        const start = cpuTime();
        read(cell, texts);
        took = cpuTime() - start;
      }
      expect(took, `${piece} repeated`).toBeLessThan(limit);
    }
  });
});
