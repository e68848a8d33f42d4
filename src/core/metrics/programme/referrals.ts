import type { Day } from '../../../terms/day';
import { NONE } from '../../columns/batch';
import { textsOf } from '../../tables/record-table';
import type { ShopTables } from '../../tables/shop-tables';
import { buyersBetween, newcomersBetween } from '../customer-sets';
import { marked } from './members';

/** Who brought whom, as far as it counts in some days. */
export interface Referrals {
  /** Whether any file says of anybody who brought them. */
  named: boolean;
  /** Their first order ever is in these days. */
  newcomers: Uint32Array;
  /** Newcomers whom somebody brought, and whose first order was not given back in full. */
  converted: Uint32Array;
  /** Newcomers whom somebody brought, and whose first order was given back in full. */
  undone: Uint32Array;
  /** Who brought the converted ones, as far as they are known. */
  referrers: Uint32Array;
}

/**
 * Referrals that led to a first order in [from, to). Nobody brings themselves. A first order is given back in full when all orders placed on
 * that day are. Cost: one pass over orders and over customer records.
 */
export function referralsBetween(tables: ShopTables, from: Day, to: Day): Referrals {
  const { orders, persons } = tables;
  const members = tables.records('customers');
  const named = textsOf(members, 'referrer');
  const isReferral = (row: number): boolean =>
    named !== null && members.person[row] !== NONE && named.codes[row] !== NONE && members.referrer?.[row] !== members.person[row];
  const isBrought = new Uint8Array(persons);
  for (let row = 0; row < members.rows; row++) if (isReferral(row)) isBrought[members.person[row]!] = 1;
  const newcomers = newcomersBetween(orders, buyersBetween(orders, from, to), from, to);
  const brought = newcomers.filter((c) => isBrought[c] === 1);
  const converted = brought.filter((c) => keptFirstOrder(tables, c));
  const isConverted = new Uint8Array(persons);
  for (const c of converted) isConverted[c] = 1;
  const isReferrer = new Uint8Array(persons);
  for (let row = 0; row < members.rows; row++) {
    const referrer = members.referrer?.[row] ?? NONE;
    if (isReferral(row) && referrer !== NONE && isConverted[members.person[row]!] === 1) isReferrer[referrer] = 1;
  }
  return {
    named: isBrought.includes(1),
    newcomers,
    converted,
    undone: brought.filter((c) => isConverted[c] === 0),
    referrers: marked(isReferrer),
  };
}

function keptFirstOrder({ placed, facts }: ShopTables, c: number): boolean {
  const start = placed.first[c]!;
  for (let i = start; i < placed.first[c + 1]! && placed.day[i] === placed.day[start]; i++) {
    const order = placed.ledgerOrder[i]!;
    if (facts.refunded[order]! < facts.gross[order]!) return true;
  }
  return false;
}

/** The same in SQL, to follow a `WITH`: `brought(person, referrer_person)`, `newcomers(customer)` and `converted(customer)`. */
export const REFERRALS_SQL = `brought AS (
  SELECT person, referrer_person FROM members
  WHERE person IS NOT NULL AND referrer IS NOT NULL AND (referrer_person IS NULL OR referrer_person <> person)
    AND (signup IS NULL OR signup <= $as_of)
), newcomers AS (
  SELECT customer FROM orders WHERE day <= $as_of GROUP BY customer HAVING min(day) >= $from AND min(day) < $to
), first_days AS (
  SELECT customer, min(day) AS first_day FROM placed GROUP BY customer
), kept AS (
  SELECT DISTINCT placed.customer FROM placed JOIN first_days ON first_days.customer = placed.customer
  WHERE day = first_day AND refunded < gross
), converted AS (
  SELECT customer FROM newcomers
  WHERE customer IN (SELECT person FROM brought) AND customer IN (SELECT customer FROM kept)
)`;
