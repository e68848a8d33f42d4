import type { Cell, Input, Period, Table } from '../../../terms/answer';
import { isoFromDay, periodOf } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NO_DAY } from '../../columns/batch';
import type { RecordTable } from '../../tables/record-table';
import type { Wave } from './by-respondent';
import { measured } from '../figure';
import { npsDistance, npsFigure, npsInterval, type NpsFigure } from './nps-figure';
import { answerPeriods, answersWithin } from './survey-answers';
import { daysOf } from '../periods';

/** A period with its score; null where nobody answered. */
export interface NpsPeriod {
  period: Period;
  figure: NpsFigure | null;
}

/** The score of each period in view, oldest first. Cost: linear in the answers. */
export function npsPeriods(table: RecordTable, rows: Uint32Array, scores: Float64Array, view: View, wave: Wave): NpsPeriod[] {
  const own = new Map<number, number[]>();
  for (const row of rows) {
    if (table.day[row] === NO_DAY) continue;
    const ordinal = periodOf(table.day[row]!, view.grain, view.calendar);
    const list = own.get(ordinal);
    if (list) list.push(row);
    else own.set(ordinal, [row]);
  }
  return answerPeriods(table, rows, view).map((period) => {
    const days = { ...daysOf(period, view), undated: false };
    const counted = answersWithin(table, Uint32Array.from(own.get(period.ordinal) ?? []), days, view, wave).rows;
    return { period, figure: counted.length > 0 ? npsFigure(Float64Array.from(counted, (row) => scores[row]!)) : null };
  });
}

/** The periods as a table; `rate` is the score, null with `low` and `high` where there is nothing to tell. */
export function npsTrend(periods: readonly NpsPeriod[]): Table {
  const rowOf = ({ period, figure }: NpsPeriod): Cell[] => {
    const interval = figure && npsInterval(figure);
    const counts = [figure?.n ?? 0, figure?.promoters ?? 0, figure?.passives ?? 0, figure?.detractors ?? 0];
    const ends = [figure?.score ?? null, interval?.low ?? null, interval?.high ?? null];
    return [isoFromDay(period.start), ...counts, ...ends, period.complete ? 1 : 0];
  };
  return {
    columns: [
      { key: 'period', unit: 'period' },
      { key: 'answers', unit: 'answers' },
      { key: 'promoters', unit: 'answers' },
      { key: 'passives', unit: 'answers' },
      { key: 'detractors', unit: 'answers' },
      { key: 'score', unit: 'score' },
      { key: 'low', unit: 'score' },
      { key: 'high', unit: 'score' },
      { key: 'complete', unit: 'flag' },
    ],
    rows: periods.map(rowOf),
  };
}

/** What changed between the last two complete periods with answers, and whether that is more than chance; nothing where it cannot be told. */
export function npsChange(periods: readonly NpsPeriod[]): Input[] {
  const [earlier, later] = periods.filter(({ period, figure }) => period.complete && figure !== null).slice(-2);
  if (!earlier?.figure || !later?.figure) return [];
  const z = npsDistance(later.figure, earlier.figure);
  if (z === null) return [];
  return [measured('nps-change', later.figure.score - earlier.figure.score, 'score'), measured('nps-change-z', z, 'number')];
}
