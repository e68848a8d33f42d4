import { parseDecimal, type Decimal } from './parse-decimal';

/** A sum with a note of what was given back of it: `131.77(已退款89.84)`. */
export interface NotedRefund {
  sum: Decimal;
  /** null: all of it, as in `468.32(已全额退款)`. */
  back: Decimal | null;
}

const NOTE =
  /^([^()]{1,60})\(\s*(?:已|部分|全额|全額|fully |partially |partly |teilweise )*(?:退款|退|refunded|refund|erstattet|remboursé)[\s:]*([^()]{0,40})\)$/i;

/** Reads a sum with a note about its refund; null when the cell has none or its numbers cannot be read. */
export function notedRefund(cell: string, hint: '.' | ','): NotedRefund | null {
  if (cell.length > 120 || !/[(（]/.test(cell)) return null;
  const note = NOTE.exec(cell.normalize('NFKC').trim());
  const sum = note && parseDecimal(note[1]!, hint);
  if (!note || !sum) return null;
  const back = parseDecimal(note[2]!, hint);
  return back === undefined ? null : { sum, back };
}
