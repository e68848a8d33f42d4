import type { Part } from '../../terms/part';
import type { Rules } from '../../terms/plan';
import { PART_CODES, type Interpretation } from './interpret';

/** The user's choice that moves the rows of a part. */
const RULE_OF: Partial<Record<Part['code'], keyof Rules>> = {
  refund: 'negative',
  'negative-left-out': 'negative',
  'no-customer': 'noCustomer',
  'zero-amount': 'zero',
  cancelled: 'cancelled',
};

/** The parts of a file: sales and refunds first, then the reasons in their order. Together they are every row. */
export function partsOf({ part, worth }: Interpretation): Part[] {
  const rows = new Uint32Array(PART_CODES.length);
  const sums = new Float64Array(PART_CODES.length);
  for (let r = 0; r < part.length; r++) {
    rows[part[r]!]!++;
    if (!Number.isNaN(worth[r]!)) sums[part[r]!]! += worth[r]!;
  }
  return PART_CODES.flatMap((code, i) => {
    if (rows[i] === 0) return [];
    const rule = RULE_OF[code];
    return [{ code, rows: rows[i]!, worthMinor: sums[i]!, ...(rule ? { rule } : {}) }];
  });
}
