import type { Period, Table, Unit } from '../../terms/answer';
import { isoFromDay } from '../../terms/day';
import { wilson } from '../stats/wilson';

/** What a share of a period divides: the whole, the part, and whether the period is known to its end. */
export interface PeriodShare {
  period: Period;
  whole: number;
  part: number;
  complete: boolean;
}

/**
 * The course of a share: a row per period with both counts, the share and its Wilson interval, null where there is nobody to count from.
 * @param keys  column keys of the whole and of the part
 */
export function shareTrend(keys: readonly [whole: string, part: string], unit: Unit, shares: readonly PeriodShare[]): Table {
  return {
    columns: [
      { key: 'period', unit: 'period' },
      { key: keys[0], unit },
      { key: keys[1], unit },
      { key: 'rate', unit: 'ratio' },
      { key: 'low', unit: 'ratio' },
      { key: 'high', unit: 'ratio' },
      { key: 'complete', unit: 'flag' },
    ],
    rows: shares.map(({ period, whole, part, complete }) => {
      const interval = whole > 0 ? wilson(part, whole) : null;
      const rate = whole > 0 ? part / whole : null;
      return [isoFromDay(period.start), whole, part, rate, interval?.low ?? null, interval?.high ?? null, complete ? 1 : 0];
    }),
  };
}
