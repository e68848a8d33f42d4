import type { View } from '../../src/terms/view';
import type { Answer } from '../../src/terms/answer';
import { breakdown } from '../../src/core/breakdown/breakdown';
import type { SegmentBy } from '../../src/core/breakdown/segment-by';
import { segmentBys } from '../../src/core/breakdown/segments';
import { metricById } from '../../src/core/metrics/registry';
import type { ShopTables } from '../../src/core/tables/shop-tables';

/** Rates and attributes of a retention page, each measured alone. */
const SPLITS: readonly [id: string, by: SegmentBy][] = [
  ['customer-retention-rate', 'country'],
  ['customer-retention-rate', 'first-size'],
  ['customer-retention-rate', 'first-month'],
  ['weighted-retention-rate', 'country'],
  ['repeat-customer-rate', 'country'],
  ['churn-rate', 'country'],
];

/** Milliseconds of processor time of a split beside those of the rate as a whole, medians of some rounds; of the list of attributes, and of the ranked table. */
export function breakdownTimes(
  tables: ShopTables,
  view: View,
  rounds: number,
): { splits: { name: string; whole: number; split: number; compared: number }[]; attributes: number; ranked: number } {
  const splits = SPLITS.map(([id, by]) => {
    const metric = metricById(id)!;
    const params = metric.defaults as Record<string, string>;
    const figure = metric.compute(tables, view, params) as Answer;
    const whole = { metric, tables, view, params, figure };
    return {
      name: `${id} by ${by}`,
      whole: timed(rounds, () => void metric.compute(tables, view, params)),
      split: timed(rounds, () => void breakdown(whole, by, null)),
      compared: timed(rounds, () => void breakdown(whole, by, 'previous')),
    };
  });
  const ranked = metricById('retention-by-segment')!;
  return {
    splits,
    attributes: timed(rounds, () => void segmentBys(tables, view)),
    ranked: timed(rounds, () => void ranked.compute(tables, view, ranked.defaults)),
  };
}

function timed(rounds: number, run: () => void): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1000;
  });
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}
