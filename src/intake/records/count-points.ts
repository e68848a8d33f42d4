import { NONE } from '../../core/columns/batch';
import { packedSize, unpack } from '../../core/columns/packed-strings';
import type { RecordBatch } from '../../core/columns/records';
import type { KindCount } from '../../terms/preview';
import type { Role } from '../../terms/role';

type Records = Omit<RecordBatch, 'importId'>;

/** Roles by which members are told apart, the surest first. */
const MEMBER: readonly Role[] = ['customer', 'email', 'phone', 'customer-name'];

function sum(code: string, value: number): KindCount {
  return { code, value, unit: 'points' };
}

/** How the sorts of movement are counted; a sort that we do not know is an adjustment. */
const SUMS = {
  earn: 'earned',
  redeem: 'redeemed',
  expire: 'expired',
  reverse: 'reversed',
  adjust: 'adjusted',
  pending: 'pending',
} as const;

/**
 * Points by sort, as numbers above zero but for adjustments, and the balance: what was earned, less what was redeemed, expired and
 * reversed, and adjusted. Pending points are not in it. Where the file has balances only, it is the last one of each member.
 */
export function countPoints(records: Records): KindCount[] {
  const { movement, points } = records.fields;
  if (points?.type !== 'number' || movement?.type !== 'text' || points.values.every(Number.isNaN))
    return [sum('balance', lastBalances(records))];
  const total: Record<string, number> = {};
  for (let i = 0; i < records.rows; i++) {
    if (Number.isNaN(points.values[i]!)) continue;
    const sort = movement.codes[i] === NONE ? 'adjust' : unpack(movement.texts, movement.codes[i]!);
    const key = Object.hasOwn(SUMS, sort) ? sort : 'adjust';
    total[key] = (total[key] ?? 0) + points.values[i]!;
  }
  const off = (sort: string): boolean => sort === 'redeem' || sort === 'expire' || sort === 'reverse';
  const counts = Object.entries(SUMS).flatMap(([sort, code]) =>
    total[sort] === undefined ? [] : [sum(code, tidy(off(sort) ? 0 - total[sort] : total[sort]))],
  );
  const balance = Object.entries(total).reduce((left, [sort, value]) => (sort === 'pending' ? left : left + value), 0);
  return [...counts, sum('balance', tidy(balance))];
}

/** The balance of each member's latest record, by day, then by place in the file. */
function lastBalances(records: Records): number {
  const { balance, date } = records.fields;
  if (balance?.type !== 'number') return 0;
  const key = MEMBER.map((role) => records.fields[role]).find((column) => column?.type === 'text');
  const last = new Int32Array(key?.type === 'text' ? packedSize(key.texts) : 0).fill(-1);
  let sum = 0;
  for (let i = 0; i < records.rows; i++) {
    const value = balance.values[i]!;
    if (Number.isNaN(value)) continue;
    const who = key?.type === 'text' ? key.codes[i]! : NONE;
    const before = who === NONE ? -1 : last[who]!;
    const isLater = before < 0 || date?.type !== 'day' || date.values[i]! >= date.values[before]!;
    if (!isLater) continue;
    sum += value - (before < 0 ? 0 : balance.values[before]!);
    if (who !== NONE) last[who] = i;
  }
  return tidy(sum);
}

/** Points have a few decimals at most: what is further behind comes from adding binary fractions. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
