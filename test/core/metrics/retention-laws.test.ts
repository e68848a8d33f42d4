import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Absent, Cell, Scalar } from '../../../src/terms/answer';
import { dayFromIso, isoFromDay } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { metricById, type MetricId } from '../../../src/core/metrics/registry';
import { FIRST, shopOrders, shopView } from './random-shop';

type Figure = Scalar | Absent;

/** `stretch` makes a shop of eight months one of two years. */
function onShops(law: (literals: OrderLiteral[], view: View) => void, stretch = 1): void {
  const away = (day: number) => FIRST + (day - FIRST) * stretch;
  fc.assert(
    fc.property(shopOrders, shopView(), (literals, view) => {
      const orders = literals.map((order) => ({ ...order, day: isoFromDay(away(dayFromIso(order.day)!)) }));
      law(orders, { ...view, from: away(view.from), to: away(view.to), asOf: away(view.asOf) });
    }),
    { seed: 20_240_301, numRuns: 200 },
  );
}
const YEARS = 3;

function ask(id: MetricId, literals: OrderLiteral[], view: View, params: object = {}): Figure {
  const metric = metricById(id)!;
  return metric.compute(shopTablesOf({ orders: literals }), view, { ...metric.defaults, ...params }) as Figure;
}

const input = (figure: Scalar, key: string) => figure.inputs.find((one) => one.key === key)!.value;

describe('retention by money', () => {
  it('with weights of one is the retention rate', () => {
    onShops((literals, view) => {
      const rate = ask('customer-retention-rate', literals, view);
      expect(ask('weighted-retention-rate', literals, view, { weight: 'one' }).value).toBe(rate.value);
      const weighted = ask('weighted-retention-rate', literals, view);
      if (weighted.value !== null) expect(weighted.variants!['by-customers']!.value).toBe(rate.value);
    });
  });

  it('is what it was when only the period itself brings more money', () => {
    onShops((literals, view) => {
      const before = ask('weighted-retention-rate', literals, view);
      if (before.value === null) return;
      const rows = before.trend!.rows.filter((row) => row[4] === 1);
      const start = String(rows.at(-1)![0]);
      const richer = literals.map((order) => (order.day >= start ? { ...order, net: order.net * 3 } : order));
      expect(ask('weighted-retention-rate', richer, view, { period: start }).value).toBe(before.value);
    });
  });
});

describe.each(['previous', 'last-year'] as const)('revenue held against %s', (comparison) => {
  it('gross is never above net, nor above 1', () => {
    let told = 0;
    onShops((literals, view) => {
      const [net, gross] = [
        ask('net-revenue-retention', literals, view, { comparison }),
        ask('gross-revenue-retention', literals, view, { comparison }),
      ];
      if (net.value === null || gross.value === null) return expect(net).toEqual(gross);
      expect(gross.value).toBeLessThanOrEqual(Math.min(1, net.value));
      expect(net.variants!.gross!.value).toBe(gross.value);
      expect(gross.variants!.net!.value).toBe(net.value);
      told++;
    }, YEARS);
    expect(told).toBeGreaterThan(10);
  });

  it('what was spent is kept, missing from those who buy less, or from those who bought nothing; what is spent is kept or on top', () => {
    onShops((literals, view) => {
      const net = ask('net-revenue-retention', literals, view, { comparison });
      if (net.value === null) return;
      const of = (key: string) => input(net, `${key}-revenue`);
      expect(of('kept') + of('contracted') + of('churned')).toBe(of('base'));
      expect(of('kept') + of('expanded')).toBe(of('now'));
      const people = ['expanded', 'level', 'contracted', 'churned'].map((key) => input(net, key));
      expect(people.reduce((sum, n) => sum + n, 0)).toBe(input(net, 'earlier-buyers'));
    }, YEARS);
  });
});

describe('the trend says of each period what the metric says when asked for it', () => {
  const trends: [MetricId, object, string][] = [
    ['retention-served-base', {}, 'kept-or-new'],
    ['quick-ratio', {}, 'lapsed'],
    ['weighted-retention-rate', {}, 'returned-weight'],
    ['net-revenue-retention', { comparison: 'previous' }, 'now-revenue'],
    ['net-revenue-retention', { comparison: 'last-year' }, 'base-revenue'],
    ['gross-revenue-retention', { comparison: 'previous' }, 'kept-revenue'],
  ];
  it.each(trends)('%s %o', (id, params, key) => {
    let told = 0;
    onShops((literals, view) => {
      const answer = ask(id, literals, view, params);
      if (answer.value === null) return;
      const { columns, rows } = answer.trend!;
      const at = (row: Cell[], name: string) => row[columns.findIndex((column) => column.key === name)] as number | null;
      for (const row of rows) {
        const figure = ask(id, literals, view, { ...params, period: row[0] as string });
        if (at(row, 'rate') === null) expect(figure.value).toBeNull();
        else expect(figure.value).toBeCloseTo(at(row, 'rate')!, 12);
        if (figure.value === null) continue;
        told++;
        expect(input(figure, key)).toBe(at(row, key));
      }
    }, YEARS);
    expect(told).toBeGreaterThan(30);
  });
});

describe('who was served', () => {
  it('is in one place below the line: kept, new or gone; and with nobody back after a gap the counts say the same', () => {
    onShops((literals, view) => {
      const figure = ask('retention-served-base', literals, view);
      if (figure.value === null) return;
      expect(input(figure, 'base') + input(figure, 'new')).toBe(input(figure, 'served'));
      expect(input(figure, 'retained') + input(figure, 'new')).toBe(input(figure, 'kept-or-new'));
      const byCounts = figure.variants!['served-by-counts']!.value!;
      expect(byCounts - figure.value).toBeCloseTo(input(figure, 'reactivated') / input(figure, 'served'), 12);
      expect(figure.variants!['served-as-printed']!.value).toBeLessThanOrEqual(byCounts);
    });
  });
});

describe('the quick ratio', () => {
  it('is above 1 exactly when more bought than in the whole period before', () => {
    onShops((literals, view) => {
      const figure = ask('quick-ratio', literals, view);
      if (figure.value === null) return;
      expect(figure.value > 1).toBe(input(figure, 'active') > input(figure, 'base'));
      expect(input(figure, 'new') + input(figure, 'reactivated')).toBe(input(figure, 'gained'));
    });
  });
});
