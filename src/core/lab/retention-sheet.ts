/** Numbers of customers as people have them on a slip of paper. */
export interface RetentionNumbers {
  /** At the start of the period. */
  start: number;
  /** New in the period. */
  fresh: number;
  /** At its end, new ones included. */
  end: number;
  /** Of those who were there at the start, how many left; null when that is not known. */
  lostOld: number | null;
}

/** A formula that goes round under the name of retention, with what it gives. */
export interface RetentionLine {
  key: 'by-person' | 'count' | 'stock' | 'served-new-removed' | 'served';
  /** null where it would divide by nothing, or where the numbers do not tell it. */
  value: number | null;
  /** Both ends where the numbers only bound it. */
  low?: number;
  high?: number;
  /** A share above 1 or below 0: the formula cannot be one. */
  impossible: boolean;
}

export interface RetentionSheet {
  lines: RetentionLine[];
  /** All who left, old and new: start + new − end. Below 0 when more are there than ever came: then some came back. */
  lost: number;
  /** New ones among them, where it is known how many old ones left. */
  lostNew: number | null;
  /** Why the numbers cannot be of one shop and one period. */
  fault: 'not-whole' | 'more-lost-than-there-were' | 'more-new-lost-than-came' | 'nobody-at-start' | null;
}

/**
 * Five formulas for the share of customers kept, on the same numbers.
 *
 * - `by-person` (S − L_old) / S: what is meant by retention. Without L_old it can only be bounded, since L_old lies between L − N and L.
 * - `count` (E − N) / S: right when no new customer left and none came back.
 * - `stock` E / S: not a share, since new customers are above the line and not below it.
 * - `served-new-removed` (E − N) / (S + N): new customers are below the line while those of them who stayed are taken off above it.
 * - `served` E / (S + N): of everyone who was a customer in the period, the share still there at its end.
 */
export function retentionSheet({ start, fresh, end, lostOld }: RetentionNumbers): RetentionSheet {
  const lost = start + fresh - end;
  const fault = faultOf({ start, fresh, end, lostOld }, lost);
  const share = (key: RetentionLine['key'], over: number, under: number): RetentionLine => {
    const value = under > 0 ? over / under : null;
    return { key, value, impossible: value !== null && (value > 1 || value < 0) };
  };
  const lines = [
    byPerson(start, fresh, lost, lostOld),
    share('count', end - fresh, start),
    share('stock', end, start),
    share('served-new-removed', end - fresh, start + fresh),
    share('served', end, start + fresh),
  ];
  return { lines, lost, lostNew: lostOld === null || fault ? null : lost - lostOld, fault };
}

function byPerson(start: number, fresh: number, lost: number, lostOld: number | null): RetentionLine {
  if (start <= 0) return { key: 'by-person', value: null, impossible: false };
  if (lostOld !== null) {
    const value = (start - lostOld) / start;
    return { key: 'by-person', value, impossible: value < 0 || value > 1 };
  }
  const least = Math.max(0, Math.min(start, lost));
  const most = Math.max(0, lost - fresh);
  if (lost < 0) return { key: 'by-person', value: null, impossible: false };
  return { key: 'by-person', value: null, low: (start - least) / start, high: (start - most) / start, impossible: false };
}

function faultOf({ start, fresh, end, lostOld }: RetentionNumbers, lost: number): RetentionSheet['fault'] {
  if (![start, fresh, end, lostOld ?? 0].every((n) => Number.isInteger(n) && n >= 0)) return 'not-whole';
  if (start === 0) return 'nobody-at-start';
  if (lostOld !== null && (lostOld > start || (lost >= 0 && lostOld > lost))) return 'more-lost-than-there-were';
  return lostOld !== null && lost - lostOld > fresh ? 'more-new-lost-than-came' : null;
}
