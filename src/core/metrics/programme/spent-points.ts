import { MOVES, type PointMovements } from './point-movements';
import { rowsByPerson, type RowsByPerson } from '../rows-by-person';

const [ISSUED, ADDED, REDEEMED] = [MOVES.indexOf('issued'), MOVES.indexOf('added'), MOVES.indexOf('redeemed')];

/** What became of the points of a ledger. */
export interface SpentPoints {
  /** Movements of each member in the order in which they count. */
  members: RowsByPerson;
  /** Per record: of the points it issued, those redeemed within the given days. */
  spent: Float64Array;
}

/**
 * Follows every point: what goes off a member's balance, for whatever reason, takes the oldest points first.
 *
 * What is redeemed beyond the balance was there before the ledger began and is of no issue in it. Movements of nobody known are left out.
 * Cost: linear in movements, each of which is put in and taken out once.
 */
export function spentPoints(movements: PointMovements, persons: number, withinDays: number): SpentPoints {
  const { table, rank, points } = movements;
  const members = rowsByPerson(table, persons, { wanted: (row) => rank[row]! < MOVES.length, rank: (row) => rank[row]! });
  const spent = new Float64Array(table.rows);
  const left = Float64Array.from(points);
  const { first, rows } = members;
  for (let p = 0; p < persons; p++) {
    let oldest = first[p]!;
    for (let i = oldest; i < first[p + 1]!; i++) {
      const row = rows[i]!;
      if (rank[row]! <= ADDED) continue;
      let due = points[row]!;
      while (due > 0 && oldest < i) {
        const lot = rows[oldest]!;
        if (rank[lot]! > ADDED || left[lot] === 0) {
          oldest++;
          continue;
        }
        const part = Math.min(due, left[lot]!);
        left[lot]! -= part;
        due -= part;
        if (rank[row] === REDEEMED && rank[lot] === ISSUED && table.day[row]! - table.day[lot]! <= withinDays) spent[lot]! += part;
      }
    }
  }
  return { members, spent };
}
