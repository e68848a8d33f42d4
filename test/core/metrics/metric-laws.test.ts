import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isTable, type Absent, type Answer, type Scalar, type Unit } from '../../../src/terms/answer';
import { isoFromDay } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { orderTableOf, type OrderLiteral } from '../../../src/core/columns/order-literals';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import type { ShopTables } from '../../../src/core/tables/shop-tables';
import { RECORD_KINDS } from '../../../src/core/tables/persons';
import type { AnyMetric } from '../../../src/core/metrics/define';
import { METRICS, metricById, type MetricId } from '../../../src/core/metrics/registry';
import { periodsOf } from '../../../src/core/metrics/periods';
import { shopLiterals, shopOrders, shopView } from './random-shop';
import { vectorView } from './vector-view';

const RUNS = { seed: 20_240_101, numRuns: 150 };
/** Quotients of counts or of money that are no shares, and an estimate without an interval. */
const MAY_EXCEED_1 = ['retention-count-formula', 'net-revenue-retention', 'unseen-first-orders'];
const RECORD_UNITS: readonly Unit[] = ['answers', 'movements', 'cases', 'messages'];
const each = METRICS.map((metric) => ({ id: metric.id, metric }));

/** Shops with records of every kind: for laws of all metrics. */
function onWholeShops(law: (shop: ShopLiterals, view: View) => void): void {
  fc.assert(
    fc.property(shopLiterals, shopView(), (shop, view) => void law(shop, view)),
    { ...RUNS, numRuns: 80 },
  );
}

function onShops(law: (literals: OrderLiteral[], view: View) => void): void {
  fc.assert(
    fc.property(shopOrders, shopView(), (literals, view) => void law(literals, view)),
    RUNS,
  );
}

describe('the registry', () => {
  it('holds each file of the folder that defines a metric, under the name of the file, and nothing else', () => {
    const folder = new URL('../../../src/core/metrics/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const metrics = files.filter((name) => /= defineMetric</.test(readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8')));
    expect(METRICS.map((metric) => `${metric.id}.ts`).sort()).toEqual(metrics.map((name) => basename(name)).sort());
  });

  it('finds a metric by its id and nothing by another name', () => {
    for (const metric of METRICS) expect(metricById(metric.id)).toBe(metric);
    expect(metricById('constructor')).toBeUndefined();
    expect(metricById('__proto__')).toBeUndefined();
  });

  it.each(each)('$id has a source with a place, and two to six worked examples', ({ metric }) => {
    expect(metric.source.where.length).toBeGreaterThan(5);
    expect(metric.vectors.length).toBeGreaterThanOrEqual(2);
    expect(metric.vectors.length).toBeLessThanOrEqual(6);
  });
});

describe.each(each)('$id', ({ metric }) => {
  it('counts customers by listing them: each list is ascending, without repeats, and as long as its number', () => {
    onWholeShops((shop, view) => {
      const tables = shopTablesOf(shop);
      for (const figure of figuresOf(metric, tables, view)) {
        for (const input of figure.inputs) {
          const { key, unit, value, who, records } = input;
          if (unit === 'customers' || unit === 'people') expect(who?.length, `${metric.id} ${key}`).toBe(value);
          if (RECORD_UNITS.includes(unit)) expect(records?.rows.length, `${metric.id} ${key}`).toBe(value);
          const most = unit === 'customers' ? tables.orders.customers : tables.persons;
          expect(who?.every((c, i) => c < most && (i === 0 || c > who[i - 1]!)) ?? true).toBe(true);
          expect(
            records?.rows.every((row, i) => row < tables.records(records.kind).rows && (i === 0 || row > records.rows[i - 1]!)) ?? true,
          ).toBe(true);
        }
      }
    });
  });

  it('gives finite numbers or says why not', () => {
    onWholeShops((shop, view) => {
      const answer = metric.compute(shopTablesOf(shop), view, metric.defaults) as Answer;
      for (const value of numbersIn(answer)) expect(Number.isFinite(value)).toBe(true);
    });
  });

  it('leaves the order table as it was', () => {
    onWholeShops((shop, view) => {
      const tables = shopTablesOf(shop);
      const before = structuredClone(readable(tables));
      figuresOf(metric, tables, view);
      expect(readable(tables)).toEqual(before);
    });
  });

  it('as of a day on the whole file is what it is on the file cut at that day', () => {
    onWholeShops((shop, view) => {
      const cut = shopTablesOf(shop, view.asOf);
      const { orders, placed } = shopTablesOf(shop);
      expect(metric.compute({ ...cut, orders, placed }, view, metric.defaults)).toEqual(metric.compute(cut, view, metric.defaults));
    });
  });

  it('has nothing to say about an empty file', () => {
    const tables = shopTablesOf({ orders: [] });
    const answer = metric.compute(tables, vectorView(tables.orders), metric.defaults) as Answer;
    if (isTable(answer)) expect(answer.rows).toEqual([]);
    else expect(answer.value).toBeNull();
  });

  it('can be asked about one customer with one order', () => {
    const tables = shopTablesOf({ orders: [{ customer: 'a', day: '2024-01-31', net: 1 }] });
    for (const value of numbersIn(metric.compute(tables, vectorView(tables.orders), metric.defaults) as Answer))
      expect(Number.isFinite(value)).toBe(true);
  });
});

describe('ratios', () => {
  const shares = METRICS.filter((m) => m.shape === 'scalar' && m.unit === 'ratio' && !MAY_EXCEED_1.includes(m.id));

  it.each(shares.map((metric) => ({ id: metric.id, metric })))('$id lies between 0 and 1 and within its interval', ({ metric }) => {
    onWholeShops((shop, view) => {
      const answer = metric.compute(shopTablesOf(shop), view, metric.defaults) as Scalar | Absent;
      if (answer.value === null) return;
      expect(answer.value).toBeGreaterThanOrEqual(answer.interval!.low);
      expect(answer.value).toBeLessThanOrEqual(answer.interval!.high);
      expect(answer.interval!.low).toBeGreaterThanOrEqual(0);
      expect(answer.interval!.high).toBeLessThanOrEqual(1);
    });
  });
});

describe('identities', () => {
  it('revenue is customers × orders per customer × average order value, and spend per customer times customers', () => {
    onShops((literals, view) => {
      const value = (id: MetricId) => valueOf(id, literals, view);
      const revenue = value('net-revenue');
      if (revenue === null) return expect(value('average-order-value')).toBeNull();
      expect(value('customers')! * value('purchase-frequency')! * value('average-order-value')!).toBeCloseTo(revenue, 4);
      expect(value('customers')! * value('spend-per-customer')!).toBeCloseTo(revenue, 4);
    });
  });

  it('the count formula is the retention rate plus those who came back after a gap', () => {
    onShops((literals, view) => {
      const count = ask('retention-count-formula', literals, view) as Scalar | Absent;
      const rate = ask('customer-retention-rate', literals, view) as Scalar | Absent;
      if (count.value === null || rate.value === null) return expect(count).toEqual(rate);
      const input = (key: string) => count.inputs.find((i) => i.key === key)!.value;
      expect(count.value).toBeCloseTo(rate.value + input('reactivated') / input('base'), 12);
      expect(input('returned') + input('new') + input('reactivated')).toBe(input('active'));
      expect(input('returned') + input('lapsed')).toBe(input('base'));
      expect(count.variants!['set-based']!.value).toBe(rate.value);
      if (input('reactivated') > 0) expect(count.note).toBe('count-formula-reactivated');
    });
  });

  it('churn and those who were kept make up the customers of the window before', () => {
    onShops((literals, view) => {
      const churn = ask('churn-rate', literals, view) as Scalar | Absent;
      if (churn.value === null) return;
      const input = (key: string) => churn.inputs.find((i) => i.key === key)!.value;
      expect(input('lapsed') + input('kept')).toBe(input('base'));
      expect(churn.value).toBeCloseTo(1 - input('kept') / input('base'), 12);
    });
  });

  it('new, retained and reactivated are all who bought; retained and lapsed are all who bought in the whole period before', () => {
    onShops((literals, view) => {
      const table = orderTableOf(literals);
      const { rows } = ask('life-cycle', literals, view) as { rows: number[][] };
      rows.forEach(([, , active, fresh, retained, reactivated, lapsed], i) => {
        expect(fresh! + retained! + reactivated!).toBe(active);
        const before = rows[i - 1];
        const isWhole = before && (i > 1 || periodsOf(table, view)[0]!.start >= view.from || table.firstDay >= view.from);
        if (isWhole) expect(retained! + lapsed!).toBe(before[2]);
      });
    });
  });

  it('orders and revenue of the life-cycle rows add up to the metrics of the view', () => {
    onShops((literals, view) => {
      const { rows } = ask('life-cycle', literals, view) as { rows: number[][] };
      expect(rows.reduce((sum, row) => sum + row[7]!, 0)).toBe(valueOf('orders', literals, view) ?? 0);
      expect(rows.reduce((sum, row) => sum + row[8]!, 0)).toBe(valueOf('net-revenue', literals, view) ?? 0);
    });
  });

  it('the trend says of each period what the metric says when asked for that period', () => {
    onShops((literals, view) => {
      const answer = ask('customer-retention-rate', literals, view) as Scalar | Absent;
      if (answer.value === null) return;
      for (const [period, base, returned, rate, low, high] of answer.trend!.rows) {
        const tables = shopTablesOf({ orders: literals });
        const figure = metricById('customer-retention-rate')!.compute(tables, view, { period }) as Scalar | Absent;
        expect(figure.value).toBe(rate);
        if (figure.value === null) continue;
        expect(figure.inputs.map((i) => i.value).slice(0, 2)).toEqual([base, returned]);
        expect([figure.interval!.low, figure.interval!.high]).toEqual([low, high]);
      }
    });
  });
});

describe('a past that is over', () => {
  it('does not change when later orders come in', () => {
    onShops((literals, view) => {
      const later = { ...view, asOf: view.asOf + 60 };
      const known = literals.filter((o) => o.day <= isoFromDay(view.asOf));
      const complete = (rows: (string | number | null)[][]) => rows.filter((row) => row[1] === 1);
      const then = ask('life-cycle', known, view) as { rows: number[][] };
      const now = ask('life-cycle', literals, later) as { rows: number[][] };
      for (const row of complete(then.rows)) expect(now.rows).toContainEqual(row);
      const cohortsThen = (ask('retention-by-cohort', known, view) as { rows: number[][] }).rows;
      const cohortsNow = (ask('retention-by-cohort', literals, later) as { rows: number[][] }).rows;
      for (const row of cohortsThen) {
        const same = cohortsNow.find((other) => other[0] === row[0])!;
        expect(same.slice(3, 3 + row[2]!)).toEqual(row.slice(3, 3 + row[2]!));
      }
    });
  });
});

function ask(id: MetricId, literals: OrderLiteral[], view: View): Answer {
  const metric = metricById(id)!;
  return metric.compute(shopTablesOf({ orders: literals }), view, metric.defaults) as Answer;
}

function valueOf(id: MetricId, literals: OrderLiteral[], view: View): number | null {
  return (ask(id, literals, view) as Scalar | Absent).value;
}

/** The figure with its variants, or every cell of a table as a figure, which must agree with the table. */
function figuresOf(metric: AnyMetric, tables: ShopTables, view: View): Scalar[] {
  if (metric.shape === 'scalar') {
    const figure = metric.compute(tables, view, metric.defaults);
    return [figure, ...Object.values('variants' in figure ? (figure.variants ?? {}) : {})].filter((f): f is Scalar => f.value !== null);
  }
  const { columns, rows } = metric.compute(tables, view, metric.defaults);
  return rows.flatMap((row) =>
    columns.slice(1).flatMap(({ key, unit }, i) => {
      if (unit === 'flag' || unit === 'periods') return [];
      const figure = metric.cell(tables, view, metric.defaults, { row: String(row[0]), column: key });
      if (figure.value === null) return [];
      const value = /^p\d+$/.test(key) ? figure.inputs.find((input) => input.key === 'active')!.value : figure.value;
      expect(value, `${metric.id} ${row[0]} ${key}`).toBe(row[i + 1]);
      return [figure];
    }),
  );
}

/** What of the tables is data. */
function readable({ orders, placed, facts, records }: ShopTables): unknown {
  const { gross, refunded, discount, promised, delivered } = facts;
  return { orders, placed, facts: { gross, refunded, discount, promised, delivered }, records: RECORD_KINDS.map(records) };
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Uint32Array || value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}
