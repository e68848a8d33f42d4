import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/core/columns/dictionary';
import { standInsOf } from '../../src/intake/cells/stand-ins';
import type { ImportPlan } from '../../src/terms/plan';
import type { Role } from '../../src/terms/role';
import { partsAsRecord, stage } from './helpers';

/** Cells of a column that stand for nothing under a role, and those that could. */
function found(cells: readonly string[], role: Role): { empty: string[]; shown: string[] } {
  const texts = new Dictionary();
  for (const cell of cells) texts.add(cell);
  const rows = (code: number): number => cells.filter((cell) => cell === texts.get(code)).length;
  const all = standInsOf(texts, role, rows).map(({ code, guess }) => ({ text: texts.get(code), guess }));
  return {
    empty: all.filter(({ guess }) => guess).map(({ text }) => text),
    shown: all.filter(({ guess }) => !guess).map(({ text }) => text),
  };
}

const SIGNS = [
  '(blank)',
  '--',
  '-',
  '/',
  '\\N',
  'N/A',
  'n/a',
  'null',
  'NULL',
  '#N/A',
  '未填写',
  '?',
  '—',
  '暂无',
  'NaN',
  '(空白)',
  ' - ',
  '#DIV/0!',
];

describe('a text that stands for nothing', () => {
  it.each(['customer', 'order', 'amount', 'quantity', 'date', 'status', 'product', 'product-name', 'country'] as const)(
    'is told in a column of the role %s by what programs write there',
    (role) => {
      expect(found([...SIGNS, '17850', 'x1'], role)).toEqual({ empty: SIGNS, shown: [] });
    },
  );

  it('is "None" wherever a number, a day or a key has to stand', () => {
    for (const role of ['customer', 'order', 'amount', 'date'] as const) expect(found(['None', '无', 'blank'], role).empty).toHaveLength(3);
  });

  it('is "None" among names only when it repeats; else it is shown and kept', () => {
    expect(found(['None', 'Tea', '无', '无'], 'product-name')).toEqual({ empty: ['无'], shown: ['None'] });
  });

  it('is "guest" among customers only', () => {
    expect(found(['Guest', '匿名', 'unknown', 'a'], 'customer').empty).toEqual(['Guest', '匿名', 'unknown']);
    for (const role of ['product-name', 'category', 'channel'] as const)
      expect(found(['Guest', 'Unknown', 'Unknown'], role)).toEqual({ empty: [], shown: [] });
  });

  it('is a date that no shop has, in a column of dates', () => {
    expect(found(['2024-03-05', '0000-00-00', '1900-01-01 00:00:00', '01/01/1900'], 'date').empty).toHaveLength(3);
  });

  it('is nothing that only looks a little like it', () => {
    const cells = ['-1', '1/2', 'A/N', 'Nan Goldin', 'None of it', '(blank) book', 'a-b', '', '  ', 'n', 'nulla'];
    for (const role of ['customer', 'amount', 'product-name'] as const) expect(found(cells, role)).toEqual({ empty: [], shown: [] });
    expect(found(SIGNS, 'ignore')).toEqual({ empty: [], shown: [] });
  });
});

describe('the guess', () => {
  const rows = [
    'order,customer,date,amount,product name',
    '1,(blank),2024-03-05,1,Tea',
    '2,(blank),2024-03-05,2,None',
    '3,a,--,3,Tea',
    '4,b,2024-03-06,--,Tea',
    '5,c,2024-03-06,5,-',
    '6,None,2024-03-06,6,-',
  ];

  it('is shown with its rows, and what it means is where the rows go', async () => {
    const file = await stage(rows.join('\n'));
    const { columns, parts } = file.preview(file.plan);
    expect(columns.map((column) => column.standIns)).toEqual([
      [],
      [{ text: '(blank)', rows: 2, empty: true }, { text: 'None', rows: 1, empty: true }],
      [{ text: '--', rows: 1, empty: true }],
      [{ text: '--', rows: 1, empty: true }],
      [{ text: '-', rows: 2, empty: true }, { text: 'None', rows: 1, empty: false }],
    ]); // prettier-ignore
    expect(partsAsRecord(parts)).toEqual({ sale: [1, 500], 'no-date': [1, 300], 'no-amount': [1, 0], 'no-customer': [3, 900] });
    expect([columns[1]!.filled, columns[1]!.distinct]).toEqual([0.5, 3]);
  });

  it('can be refused, text by text, and taken back to the same preview', async () => {
    const file = await stage(rows.join('\n'));
    const before = file.preview(file.plan);
    const refused: ImportPlan = { ...file.plan, standIns: [[], [{ text: '(blank)', empty: false }]] };
    const after = file.preview(refused);
    expect(partsAsRecord(after.parts)).toEqual({ sale: [3, 800], 'no-date': [1, 300], 'no-amount': [1, 0], 'no-customer': [1, 600] });
    expect([after.totals.customers, after.columns[1]!.standIns[0]]).toEqual([2, { text: '(blank)', rows: 2, empty: false }]);
    expect(file.rowsOf(refused, 'sale', 0, 1)[0]!.read.customer).toBe('(blank)');
    const back: ImportPlan = { ...refused, standIns: [[], [{ text: '(blank)', empty: true }]] };
    expect({ ...file.preview(back), plan: null }).toEqual({ ...before, plan: null });
  });

  it('can be made where we made none', async () => {
    const file = await stage(rows.join('\n'));
    const plan: ImportPlan = { ...file.plan, standIns: [[], [], [], [], [{ text: 'None', empty: true }]] };
    expect(file.preview(plan).columns[4]!.standIns.map(({ empty }) => empty)).toEqual([true, true]);
    expect(file.preview(plan).columns[4]!.filled).toBe(0.5);
  });

  it('stays as it was said for the next file with this header', async () => {
    const file = await stage(rows.join('\n'));
    const said: ImportPlan = { ...file.plan, standIns: [[], [{ text: '(blank)', empty: false }]] };
    const next = await stage(rows.join('\n'), undefined, said);
    expect(next.preview(next.plan).columns[1]!.standIns[0]!.empty).toBe(false);
  });

  it('follows the meaning that a column is given', async () => {
    const file = await stage(rows.join('\n'));
    const roles: Role[] = ['order', 'customer', 'date', 'amount', 'ignore'];
    expect(file.preview({ ...file.plan, roles }).columns[4]!.standIns).toEqual([]);
  });
});
