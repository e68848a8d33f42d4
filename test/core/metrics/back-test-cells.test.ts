import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay, dayFromYmd, type Day } from '../../../src/terms/day';
import { isAbsent, type Scalar, type Table } from '../../../src/terms/answer';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import type { AnyMetric } from '../../../src/core/metrics/define';
import { metricById } from '../../../src/core/metrics/registry';
import { testSplit } from '../../../src/core/models/back-test/test-split';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { vectorView } from './vector-view';

const FIRST = dayFromYmd(2024, 1, 1);
const DAYS = 366;

/** Customers who begin over half a year, come at paces of their own and stop after some orders: the same in every run. */
function shop(): OrderLiteral[] {
  return Array.from({ length: 240 }, (_, i) => {
    const [begin, pace, most] = [(i * 37) % 180, 9 + ((i * 11) % 50), (i * 7) % 5 === 0 ? 40 : (i * 3) % 6];
    const days = Array.from({ length: most + 1 }, (_, k) => begin + k * pace).filter((day) => day < DAYS);
    return days.map((day) => ({ customer: `c${i}`, day: isoFromDay(FIRST + day), net: 1000 }));
  }).flat();
}

const tables = shopTablesOf({ orders: shop() });
const view = { ...vectorView(tables.orders), asOf: FIRST + DAYS - 1 };
const IDS = ['back-test', 'back-test-weeks', 'back-test-by-frequency', 'alive-calibration', 'back-test-by-month', 'lifetime-fit'];

describe.each(IDS)('%s', (id) => {
  const metric = metricById(id) as Extract<AnyMetric, { shape: 'table' }>;

  it.each(['mbg-nbd', 'bg-nbd', 'pareto-nbd'])('of %s says of each cell what its table says, with whom it is about', (model) => {
    const params = { model, holdOutDays: 0 };
    const { columns, rows } = metric.compute(tables, view, params) as Table;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      columns.slice(1).forEach(({ key, unit }, i) => {
        const cell = row[i + 1];
        if (typeof cell === 'number') expect(Number.isFinite(cell), `${row[0]} ${key}`).toBe(true);
        if (unit === 'flag' || unit === 'text' || unit === 'day' || unit === 'days') return;
        const figure = metric.cell(tables, view, params, { row: String(row[0]), column: key });
        if (cell === null) return expect(isAbsent(figure)).toBe(true);
        if (key === 'low' || key === 'high') return;
        const { value, n, inputs } = figure as Scalar;
        expect(value).toBe(cell);
        expect(n).toBeGreaterThan(0);
        for (const { who, value: count } of inputs) if (who) expect(who.length).toBe(count);
      });
    }
  });

  it('of a name that no model has is that of the usual one', () => {
    const ask = (model: string) => metric.compute(tables, view, { model, holdOutDays: 0 });
    expect(ask('constructor')).toEqual(ask('mbg-nbd'));
  });

  it('knows nothing of a cell that there is not', () => {
    for (const row of ['', 'nobody-knows', '__proto__', '1-2'])
      for (const column of ['', '__proto__', 'constructor', 'mae'])
        expect(isAbsent(metric.cell(tables, view, { model: 'mbg-nbd', holdOutDays: 0 }, { row, column }))).toBe(true);
  });

  it('of another length holds back so many days', () => {
    const { rows } = metric.compute(tables, view, { model: 'mbg-nbd', holdOutDays: 60 }) as Table;
    expect(rows.length).toBeGreaterThan(0);
    expect(metric.compute(tables, view, { model: 'mbg-nbd', holdOutDays: 200 })).toMatchObject({ rows: [] });
  });
});

describe('the gain by large errors', () => {
  const metric = metricById('back-test') as Extract<AnyMetric, { shape: 'table' }>;
  const { columns, rows } = metric.compute(tables, view, { model: 'mbg-nbd', holdOutDays: 0 }) as Table;
  const at = (row: string, column: string) => rows.find(([guess]) => guess === row)![columns.findIndex(({ key }) => key === column)];

  it.each(['same-as-before', 'own-pace', 'nobody'])('over the guess %s is the difference of the two roots, within its range', (guess) => {
    const gain = at(guess, 'rmse-gain') as number;
    expect(gain).toBeCloseTo((at(guess, 'rmse') as number) - (at('model', 'rmse') as number), 12);
    expect(at(guess, 'rmse-gain-low')).toBeLessThan(gain);
    expect(at(guess, 'rmse-gain-high')).toBeGreaterThan(gain);
  });

  it('is not told of guesses that it does not decide about', () => {
    expect(at('dealt-out', 'rmse-gain')).toBeNull();
    expect(at('model', 'rmse-gain')).toBeNull();
  });
});

describe('the days that a cell is about', () => {
  const params = { model: 'mbg-nbd', holdOutDays: 0 };
  const { first, cut, end } = testSplit(tables.orders, view.asOf)!;
  const of = (id: string) => metricById(id) as Extract<AnyMetric, { shape: 'table' }>;
  const span = (id: string, row: string, column: string) => of(id).span!(tables, view, params, { row, column })!;
  const rowsOf = (id: string) => (of(id).compute(tables, view, params) as Table).rows;
  const cellOf = (id: string, row: string, column: string) => (of(id).cell(tables, view, params, { row, column }) as Scalar).value;

  /** Order-days of the customers known at the cut within some days, the first of each left out or not. */
  function came({ start, end: until }: { start: Day; end: Day }, withFirst: boolean): number {
    const byCustomer = new Map<string, Set<Day>>();
    for (const { customer, day } of shop()) byCustomer.set(customer, (byCustomer.get(customer) ?? new Set()).add(dayFromIso(day)!));
    const known = [...byCustomer.values()].map((days) => [...days].sort((a, b) => a - b)).filter(([begin]) => begin! <= cut);
    return known.flatMap((days) => (withFirst ? days : days.slice(1))).filter((day) => day >= start && day < until).length;
  }

  it('hold just the orders that a week counts, the week itself or all up to its end', () => {
    for (const [row] of rowsOf('back-test-weeks'))
      for (const column of ['actual', 'actual-so-far']) {
        const days = span('back-test-weeks', String(row), column);
        expect(came(days, false), `${row} ${column}`).toBe(cellOf('back-test-weeks', String(row), column));
      }
    const last = String(rowsOf('back-test-weeks').at(-1)![0]);
    expect(span('back-test-weeks', last, 'expected-so-far')).toEqual({ start: first, end: end + 1 });
    expect(span('back-test-weeks', last, 'expected')).toEqual({ start: dayFromIso(last), end: end + 1 });
  });

  it('hold just the orders that a month counts, as far as it was held back', () => {
    const rows = rowsOf('back-test-by-month');
    for (const [row] of rows)
      expect(came(span('back-test-by-month', String(row), 'actual'), true)).toBe(cellOf('back-test-by-month', String(row), 'actual'));
    expect(span('back-test-by-month', String(rows[0]![0]), 'expected').start).toBe(cut + 1);
    expect(span('back-test-by-month', String(rows[0]![0]), 'year-before').start).toBe(cut + 1 - 365);
  });

  it('are the part held back, and of what was known at the cut the part that was shown', () => {
    const [shown, held] = [
      { start: first, end: cut + 1 },
      { start: cut + 1, end: end + 1 },
    ];
    expect(span('back-test', 'model', 'mae')).toEqual(held);
    expect(span('back-test-by-frequency', '0', 'actual-mean')).toEqual(held);
    expect(span('back-test-by-frequency', '0', 'customers')).toEqual(shown);
    expect(span('alive-calibration', '90', 'share')).toEqual(held);
    expect(span('alive-calibration', '90', 'alive')).toEqual(shown);
    expect(span('lifetime-fit', 'r', 'value')).toEqual(shown);
  });

  it('are none of a row that there is not', () => {
    for (const row of ['', 'nobody-knows', '1999-01-01']) {
      expect(of('back-test-weeks').span!(tables, view, params, { row, column: 'actual' })).toBeNull();
      expect(of('back-test-by-month').span!(tables, view, params, { row, column: 'actual' })).toBeNull();
    }
  });
});
