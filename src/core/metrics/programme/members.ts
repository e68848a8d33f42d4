import type { Day } from '../../../terms/day';
import { NO_DAY, NONE } from '../../columns/batch';
import { daysOfField, textsOf } from '../../tables/record-table';
import type { ShopTables } from '../../tables/shop-tables';

/**
 * People who are members of the programme before the day `to`, ascending: they have a points account (any record of points), a tier, or a
 * day on which they signed up. A record without a day is taken for one of old. Cost: one pass over points and customer records.
 */
export function membersBefore({ records, persons }: ShopTables, to: Day): Uint32Array {
  const isMember = new Uint8Array(persons);
  const [points, customers] = [records('points'), records('customers')];
  for (let row = 0; row < points.rows; row++) if (points.person[row] !== NONE && points.day[row]! < to) isMember[points.person[row]!] = 1;
  const signup = daysOfField(customers, 'signup');
  const tier = textsOf(customers, 'tier');
  for (let row = 0; row < customers.rows; row++) {
    const joined = signup?.day[row] ?? NO_DAY;
    const hasTier = tier !== null && tier.codes[row] !== NONE;
    if (customers.person[row] !== NONE && (joined !== NO_DAY || hasTier) && joined < to) isMember[customers.person[row]!] = 1;
  }
  return marked(isMember);
}

/** Indices of what is not 0, ascending. */
export function marked(marks: Uint8Array): Uint32Array {
  const who = new Uint32Array(marks.length);
  let n = 0;
  for (let i = 0; i < marks.length; i++) if (marks[i] !== 0) who[n++] = i;
  return who.slice(0, n);
}

/** The same in SQL: `enrolled(person)`, to follow a `WITH`. */
export const ENROLLED_SQL = `enrolled AS (
  SELECT person FROM points WHERE person IS NOT NULL AND (day IS NULL OR (day < $to AND day <= $as_of))
  UNION
  SELECT person FROM members WHERE person IS NOT NULL AND (signup IS NOT NULL OR tier IS NOT NULL)
    AND (signup IS NULL OR (signup < $to AND signup <= $as_of))
)`;
