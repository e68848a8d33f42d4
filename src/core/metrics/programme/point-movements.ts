import type { Input } from '../../../terms/answer';
import type { Day } from '../../../terms/day';
import { NONE } from '../../columns/batch';
import { numbersOf, textsOf, type RecordTable } from '../../tables/record-table';
import { peopleOf } from '../record-input';

/** What a movement does to a balance, in the order in which those of one day count: what comes in before what goes out. */
export type Move = 'issued' | 'added' | 'expired' | 'reversed' | 'taken' | 'redeemed';
export const MOVES: readonly Move[] = ['issued', 'added', 'expired', 'reversed', 'taken', 'redeemed'];
/** Rank of a record that moves nothing: pending points, a balance, none at all. */
const STILL = MOVES.length;

/** The movements of a points ledger. */
export interface PointMovements {
  table: RecordTable;
  /** Position in MOVES per record, or MOVES.length for one that moves nothing. */
  rank: Uint8Array;
  /** Points moved per record, never below 0; NaN where nothing moves. */
  points: Float64Array;
}

/**
 * What each record of a ledger moves. Only what is earned is issued; corrections and sorts that we do not know come in or go off as they
 * are written, an `earn` below zero among them. Cost: one pass.
 */
export function pointMovements(table: RecordTable): PointMovements {
  const points = numbersOf(table, 'points');
  const movement = textsOf(table, 'movement');
  const rank = new Uint8Array(table.rows).fill(STILL);
  const moved = new Float64Array(table.rows).fill(NaN);
  if (!points) return { table, rank, points: moved };
  // Each sort has one rank for points above zero and one for points below.
  const ranksOf = (sort: string) => ({ above: rankOf(sort, 1), below: rankOf(sort, -1) });
  const none = ranksOf('');
  const bySort = movement?.texts.map(ranksOf) ?? [];
  for (let row = 0; row < table.rows; row++) {
    const value = points[row]!;
    if (Number.isNaN(value) || value === 0) continue;
    const ranks = bySort[movement?.codes[row] ?? NONE] ?? none;
    rank[row] = value > 0 ? ranks.above : ranks.below;
    if (rank[row]! < STILL) moved[row] = Math.abs(value);
  }
  return { table, rank, points: moved };
}

function rankOf(sort: string, value: number): number {
  const move = moveOf(sort, value);
  return move === null ? STILL : MOVES.indexOf(move);
}

function moveOf(sort: string, value: number): Move | null {
  if (sort === 'pending' || sort === 'balance') return null;
  if (sort === 'redeem') return 'redeemed';
  if (sort === 'expire') return 'expired';
  if (sort === 'reverse') return 'reversed';
  if (value < 0) return 'taken';
  return sort === 'earn' ? 'issued' : 'added';
}

/** Records of one move within [from, to); with `from` null also those without a day. */
export function rowsOfMove({ table, rank }: PointMovements, move: Move, days: { from: Day | null; to: Day }): Uint32Array {
  const wanted = MOVES.indexOf(move);
  const [from, to] = [days.from ?? -Infinity, days.to];
  const found = new Uint32Array(table.rows);
  let n = 0;
  for (let row = 0; row < table.rows; row++) {
    const day = table.day[row]!;
    if (rank[row] === wanted && day < to && day >= from) found[n++] = row;
  }
  return found.slice(0, n);
}

/** Input that adds up points over records; behind it stand the records and the people they are about. */
export function pointsAdded(key: string, table: RecordTable, rows: Uint32Array, points: ArrayLike<number>): Input {
  const value = rows.reduce((sum, row) => sum + points[row]!, 0);
  return { key, value, unit: 'points', records: { kind: table.kind, rows }, who: peopleOf(table, rows) };
}
