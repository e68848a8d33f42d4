import type { Absent, Cell, Period, Scalar, Table } from '../../../terms/answer';
import { isoFromDay, type Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NONE } from '../../columns/batch';
import { addCluster, clusteredShare, noClusters, type ClusterSums } from '../../stats/clustered-share';
import { daysByPeriod } from '../days-by-period';
import { absent } from '../figure';
import { periodsOf } from '../periods';
import { MOVES, pointsAdded, rowsOfMove, type PointMovements } from './point-movements';
import { peopleCounted, peopleOf, recordsCounted } from '../record-input';
import type { SpentPoints } from './spent-points';

const ISSUED = MOVES.indexOf('issued');

/** Points with what became of them within the days asked for. */
export interface FollowedPoints extends SpentPoints {
  movements: PointMovements;
  /** Last day of issue from which a point has been followed for that long. */
  known: Day;
}

/** Share of the points issued in [from, to) and followed for long enough that were redeemed in time. */
export function vintageFigure(followed: FollowedPoints, { from, to }: { from: Day; to: Day }): Scalar | Absent {
  const { movements, spent, known } = followed;
  const { table, points } = movements;
  const issued = rowsOfMove(movements, 'issued', { from, to }).filter((row) => table.person[row] !== NONE);
  if (issued.length === 0) return absent('no-points');
  const rows = issued.filter((row) => table.day[row]! <= known);
  if (rows.length === 0) return absent('not-followed');
  const tooRecent = issued.filter((row) => table.day[row]! > known);
  const redeemed = rows.filter((row) => spent[row]! > 0);
  const whole = pointsAdded('points-issued', table, rows, points);
  const part = pointsAdded('points-redeemed', table, redeemed, spent);
  const [sums] = sumsByVintage(followed, 1, (day) => (day >= from && day < to ? 0 : -1));
  const who = peopleOf(table, rows);
  return {
    value: part.value / whole.value,
    n: who.length,
    interval: clusteredShare(sums!, sums!.x),
    inputs: [
      whole,
      part,
      peopleCounted('members-issued', who),
      pointsAdded('points-too-recent', table, tooRecent, points),
      recordsCounted('movements-issued', 'movements', table, rows),
    ],
    note: 'clustered-by-member',
  };
}

/** The share of each period of issue in view, oldest first; a period is complete when all its points have been followed. */
export function vintageTrend(followed: FollowedPoints, view: View): Table {
  const periods = vintagePeriods(followed.movements, view);
  const sums = sumsByVintage(followed, periods.length, daysByPeriod(periods, view));
  return {
    columns: [
      { key: 'period', unit: 'period' },
      { key: 'members', unit: 'people' },
      { key: 'base', unit: 'points' },
      { key: 'redeemed', unit: 'points' },
      { key: 'rate', unit: 'ratio' },
      { key: 'low', unit: 'ratio' },
      { key: 'high', unit: 'ratio' },
      { key: 'complete', unit: 'flag' },
    ],
    rows: periods.map((period, i) => trendRow(period, sums[i]!, period.complete && period.end - 1 <= followed.known)),
  };
}

function trendRow({ start }: Period, sums: ClusterSums, complete: boolean): Cell[] {
  const interval = sums.x > 0 ? clusteredShare(sums, sums.x) : null;
  const rate = sums.x > 0 ? sums.y / sums.x : null;
  return [isoFromDay(start), sums.groups, sums.x, sums.y, rate, interval?.low ?? null, interval?.high ?? null, complete ? 1 : 0];
}

/** Periods in view from the first in which points were issued. */
function vintagePeriods(movements: PointMovements, view: View): Period[] {
  const { day } = movements.table;
  const issued = rowsOfMove(movements, 'issued', { from: view.from, to: view.to });
  const firstDay = issued.reduce((first, row) => Math.min(first, day[row]!), Infinity);
  return issued.length === 0 ? [] : periodsOf({ orders: 1, firstDay }, view);
}

/** Issued (x) and redeemed (y) points of each vintage, summed over members. Cost: linear in movements. */
function sumsByVintage(
  { movements, members, spent, known }: FollowedPoints,
  vintages: number,
  vintageOf: (day: Day) => number,
): ClusterSums[] {
  const sums = Array.from({ length: vintages }, noClusters);
  const { table, rank, points } = movements;
  for (let p = 0; p + 1 < members.first.length; p++) {
    // A member's movements come by day, so those of one vintage stand together.
    let [vintage, x, y] = [-1, 0, 0];
    for (let i = members.first[p]!; i < members.first[p + 1]!; i++) {
      const row = members.rows[i]!;
      if (rank[row] !== ISSUED || table.day[row]! > known) continue;
      const at = vintageOf(table.day[row]!);
      if (at !== vintage) {
        addMember(sums[vintage], x, y);
        [vintage, x, y] = [at, 0, 0];
      }
      x += points[row]!;
      y += spent[row]!;
    }
    addMember(sums[vintage], x, y);
  }
  return sums;
}

function addMember(sums: ClusterSums | undefined, x: number, y: number): void {
  if (sums) addCluster(sums, x, y);
}
