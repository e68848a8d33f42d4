import type { ImportPlan } from '../../terms/plan';
import { PART_CODES, REFUND_PART, SALE_ROW } from './interpret';
import { hasPerson, isByName } from '../meaning/person-keys';

const NOBODYS = PART_CODES.indexOf('no-customer');

/** Whether a column that tells customers apart must be named: not where all that is used are refunds of orders in other files. */
export function wantsPerson(plan: ImportPlan, part: Uint8Array): boolean {
  if (hasPerson(plan)) return false;
  // Names will do, unless all of them are hidden.
  if (isByName(plan) && part.includes(SALE_ROW)) return false;
  return part.includes(SALE_ROW) || part.includes(NOBODYS) || !part.includes(REFUND_PART);
}
