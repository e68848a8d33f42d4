import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isAbsent, isTable, type Absent, type Answer, type Cell, type Scalar } from '../../../src/terms/answer';
import { dayFromIso, isoFromDay, periodOf, periodStart } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { breakdown, type Breakdown } from '../../../src/core/breakdown/breakdown';
import { figureAmong, type Whole } from '../../../src/core/breakdown/figure-among';
import { SEGMENT_BYS, type SegmentBy } from '../../../src/core/breakdown/segment-by';
import { periodsOf } from '../../../src/core/metrics/periods';
import { METRICS, metricById } from '../../../src/core/metrics/registry';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import { shopLiterals, shopView } from '../metrics/random-shop';

const by = fc.constantFrom(...SEGMENT_BYS);
const RATES = METRICS.filter((metric) => metric.shape === 'scalar' && (metric.unit === 'ratio' || metric.unit === 'score'));
const each = RATES.map((metric) => ({ id: metric.id, metric }));

function wholeOf(id: string, shop: ShopLiterals, view: View): Whole {
  const tables = shopTablesOf(shop, view.asOf);
  const metric = metricById(id)!;
  return { metric, tables, view, params: metric.defaults, figure: metric.compute(tables, view, metric.defaults) as Answer };
}

function onShops(law: (shop: ShopLiterals, view: View, by: SegmentBy) => void, numRuns = 80): void {
  fc.assert(
    fc.property(shopLiterals, shopView(), by, (shop, view, by) => void law(shop, view, by)),
    { seed: 11, numRuns },
  );
}

describe.each(each)('$id, split', ({ id }) => {
  it('says of each segment what the metric says when asked for that segment', () => {
    onShops((shop, view, by) => {
      const whole = wholeOf(id, shop, view);
      for (const { segment, figure } of breakdown(whole, by, null).rows) expect(figureAmong(whole, { by, segment })).toEqual(figure);
    }, 25);
  });

  it('gives finite numbers, and nothing where the whole says nothing', () => {
    onShops((shop, view, by) => {
      const { total, rows } = breakdown(wholeOf(id, shop, view), by, null);
      if (isAbsent(total)) return expect(rows.every(({ figure }) => isAbsent(figure))).toBe(true);
      for (const { figure } of rows) if (!isAbsent(figure)) expect(Number.isFinite(figure.value)).toBe(true);
    });
  });

  it('lists rows of records that the whole lists too', () => {
    onShops((shop, view, by) => {
      const whole = wholeOf(id, shop, view);
      const { total, rows } = breakdown(whole, by, null);
      if (isAbsent(total)) return;
      for (const input of total.inputs) {
        if (!input.records) continue;
        const all = new Set(input.records.rows);
        for (const { figure } of rows) {
          const own = isAbsent(figure) ? undefined : figure.inputs.find(({ key }) => key === input.key)?.records;
          expect(own?.rows.every((row) => all.has(row)) ?? true).toBe(true);
        }
      }
    }, 40);
  });
});

/**
 * Rates that say nothing of a segment without a record of their own, or read another source there: what is left adds up to less. The first
 * is about the file, not about customers.
 */
const NOT_ADDING = ['unseen-first-orders', 'promise-kept-rate', 'membership-rate', 'complaint-rate', 'referral-rate'];

describe.each(each.filter(({ id }) => !NOT_ADDING.includes(id)))('$id, split', ({ id }) => {
  it('rests on as many as the whole does', () => {
    onShops((shop, view, by) => {
      const { total, rows } = breakdown(wholeOf(id, shop, view), by, null);
      if (isAbsent(total)) return;
      expect(rows.reduce((sum, { figure }) => sum + (isAbsent(figure) ? 0 : figure.n), 0)).toBe(total.n);
    });
  });
});

/** Rates whose customers are divided among the segments: every one is counted once, in the whole and in one part. */
const ADDING = ['customer-retention-rate', 'churn-rate', 'repeat-customer-rate', 'second-order-within', 'in-window-repeat-rate'].filter(
  metricById,
);

describe.each(ADDING.map((id) => ({ id })))('the parts of $id are the whole', ({ id }) => {
  it('people add up, and so do the lists behind every count', () => {
    onShops((shop, view, by) => {
      const { total, rows } = breakdown(wholeOf(id, shop, view), by, null);
      if (isAbsent(total)) return;
      const figures = rows.map(({ figure }) => figure).filter((figure): figure is Scalar => !isAbsent(figure));
      expect(figures.reduce((sum, { n }) => sum + n, 0)).toBe(total.n);
      expect(figures.reduce((sum, { n, value }) => sum + n * value, 0) / total.n).toBeCloseTo(total.value, 9);
      for (const key of total.inputs.slice(0, 2).map((input) => input.key)) {
        const lists = figures.flatMap((figure) => [...(figure.inputs.find((input) => input.key === key)?.who ?? [])]);
        expect(lists.sort((a, b) => a - b)).toEqual([...total.inputs.find((input) => input.key === key)!.who!]);
      }
    }, 120);
  });
});

describe('two periods', () => {
  it('are compared when both are over, each as it is when asked for alone', () => {
    onShops((shop, view, by) => {
      const whole = wholeOf('customer-retention-rate', shop, view);
      const compared = breakdown(whole, by, 'previous');
      if (!compared.periods) return expect(compared.rows.every(({ before }) => before === null)).toBe(true);
      const over = periodsOf(whole.tables.orders, { ...view, from: whole.tables.orders.firstDay, to: view.asOf + 1 });
      for (const start of Object.values(compared.periods)) expect(over.find((period) => period.start === start)?.complete).toBe(true);
      expect(totals(compared)).toEqual([compared.total.value, compared.before!.value].map((v) => v!.toFixed(9)));
    }, 200);
  });

  it('are not compared when the one asked for is not over, nor for a metric without periods', () => {
    const orders = ['2024-01-05', '2024-02-05', '2024-03-05'].flatMap((day) => ['a', 'b'].map((customer) => ({ customer, day, net: 1 })));
    const tables = shopTablesOf({ orders });
    const view: View = { from: tables.orders.firstDay, to: tables.orders.lastDay + 1, asOf: tables.orders.lastDay, grain: 'month', refunds: 'ignore', lapseDays: 10, calendar: { weekStart: 1, yearStart: 1 } }; // prettier-ignore
    const ask = (id: string, params: Record<string, string>) => {
      const metric = metricById(id)!;
      return breakdown({ metric, tables, view, params, figure: metric.compute(tables, view, params) }, 'first-month', 'previous');
    };
    expect(ask('customer-retention-rate', { period: '2024-03-01' })).toMatchObject({ periods: null, before: null, paradox: null });
    expect(ask('churn-rate', {})).toMatchObject({ periods: null, before: null });
  });
});

/** Totals worked out from the rows: of this period and of the other. */
function totals({ rows }: Breakdown): string[] {
  const of = (figures: (Scalar | Absent | null)[]) => {
    const told = figures.filter((f): f is Scalar => f !== null && !isAbsent(f));
    const n = told.reduce((sum, f) => sum + f.n, 0);
    return (told.reduce((sum, f) => sum + f.n * f.value, 0) / n).toFixed(9);
  };
  return [of(rows.map((row) => row.figure)), of(rows.map((row) => row.before))];
}

describe('the period that is not over', () => {
  it('is marked in every trend', () => {
    fc.assert(
      fc.property(shopLiterals, shopView(), (shop, view) => {
        const tables = shopTablesOf(shop, view.asOf);
        const over = new Set(periodsOf(tables.orders, view).flatMap((period) => (period.complete ? [isoFromDay(period.start)] : [])));
        for (const metric of METRICS) {
          const answer = metric.compute(tables, view, metric.defaults) as Answer;
          if (isTable(answer) || isAbsent(answer) || !answer.trend) continue;
          const complete = answer.trend.columns.findIndex((column) => column.key === 'complete');
          expect(complete, metric.id).toBeGreaterThan(0);
          for (const row of answer.trend.rows) if (row[complete] === 1) expect(endedBy(row[0], view), `${metric.id} ${row[0]}`).toBe(true);
          if (READS_ORDERS.includes(metric.id))
            for (const row of answer.trend.rows) expect(row[complete] === 1, `${metric.id} ${row[0]}`).toBe(over.has(String(row[0])));
        }
      }),
      { seed: 12, numRuns: 80 },
    );
  });
});

/** Metrics of periods whose period alone says whether it is over; a cohort must have been followed besides. */
const READS_ORDERS = ['customer-retention-rate', 'retention-count-formula', 'retention-served-base', 'quick-ratio'];

function endedBy(row: Cell | undefined, { grain, calendar, asOf }: View): boolean {
  const day = dayFromIso(String(row))!;
  return periodStart(periodOf(day, grain, calendar) + 1, grain, calendar) <= asOf + 1;
}

describe('a customer whose only order was refunded in full', () => {
  it('stands in the country of that order, and not among those of whom nothing is known', () => {
    const order = (customer: string, country: string, refunded = 0) => ({ customer, day: '2024-01-05', net: 100, country, refunded });
    const shop = { orders: [order('a', 'DE'), order('b', 'DE', 100), order('c', 'FR'), order('d', 'FR')] };
    const view: View = {
      from: dayFromIso('2024-01-01')!,
      to: dayFromIso('2024-02-01')!,
      asOf: dayFromIso('2024-01-31')!,
      grain: 'month',
      refunds: 'behaviour',
      lapseDays: null,
      calendar: { weekStart: 1, yearStart: 1 },
    };
    const { rows } = breakdown(wholeOf('return-rate', shop, view), 'country', null);
    expect(rows.map(({ segment, figure }) => [segment, isAbsent(figure) ? null : figure.value])).toEqual([
      ['=FR', 0],
      ['=DE', 0.5],
    ]);
  });
});
