import { isTable, type Answer } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

/** `order-gap-curve` as the page reads it. */
export interface GapModel {
  points: { days: number; share: number }[];
  /** The longest wait known of, ended or not. */
  last: number;
  /** Waits known to have lasted so long. */
  atRisk: (days: number) => number;
  /** Share ended by a day. */
  shareBy: (days: number) => number;
  /** First day by which a share has ended; null when it is not reached. */
  reached: (share: number) => number | null;
}

/** Waits that a curve must rest on. */
const ENOUGH = 30;
/** Shares that are named on the curve. */
const NAMED = [0.5, 0.8, 0.9];
const USUAL_DAYS = [7, 14, 30, 60, 90, 180, 365];
/** In longer files weeks are no news. */
const LONG = 120;
const ROUNDING = 1e-12;

/** The curve of waits; null when there are too few for one, or none has ended. */
export function gapModel(answer: Answer): GapModel | null {
  if (!isTable(answer)) return null;
  const rows = tableRecords(answer, answer.rows).map((record) => ({
    days: numberIn(record, 'days'),
    atRisk: numberIn(record, 'at-risk'),
    share: numberIn(record, 'share'),
  }));
  const last = rows.at(-1);
  if (!last || rows[0]!.atRisk < ENOUGH || last.share === 0) return null;
  return {
    points: rows.map(({ days, share }) => ({ days, share })),
    last: last.days,
    atRisk: (days) => rows.find((row) => row.days >= days)?.atRisk ?? 0,
    shareBy: (days) => rows.findLast((row) => row.days <= days)?.share ?? 0,
    reached: (share) => rows.find((row) => row.share >= share - ROUNDING)?.days ?? null,
  };
}

/** Days by which half, 80 % and 90 % of the waits have ended, as far as they are reached and are not the window itself. */
export function namedDays(model: GapModel, window: number | null): { share: number; days: number }[] {
  return NAMED.flatMap((share) => {
    const days = model.reached(share);
    return days === null || days === 0 || days === window ? [] : [{ share, days }];
  });
}

/** Last day of the picture: somewhat beyond the window, and beyond 90 % where that is not far off. */
export function drawnUpTo(model: GapModel, window: number | null): number {
  const [near, most] = [window ?? 0, model.reached(0.9) ?? 0];
  return Math.min(model.last, Math.ceil(Math.max(120, near * 1.4, most <= near * 4 ? most * 1.1 : 0)));
}

/** Days that the table under the curve has a row for: usual ones, and the window. */
export function tableDays(model: GapModel, window: number | null): number[] {
  const usual = USUAL_DAYS.filter((d) => d >= 30 || model.last < LONG);
  const days = [...usual, ...(window === null ? [] : [window])].filter((d) => d <= model.last);
  return [...new Set(days)].sort((a, b) => a - b);
}
