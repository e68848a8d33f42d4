/** What told the decimal mark of a number: the mark itself, or `none` (no mark), or `unsure` (1.234 could be either). */
export type MarkEvidence = '.' | ',' | 'none' | 'unsure';

/** Digits of a number without its marks, how many of them are decimals, and what told so. */
export interface MarkedNumber {
  digits: string;
  scale: number;
  mark: MarkEvidence;
}

/**
 * Tells the decimal mark of a number of digits, points and commas.
 *
 * A last mark that is not followed by exactly three digits is the decimal mark whatever the column says; only `1.234` needs `hint`.
 * @returns null when marks stand where none can
 */
export function markedNumber(body: string, hint: '.' | ','): MarkedNumber | null {
  if (!/^[.,\d]*\d[.,]?$/.test(body)) return null;
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  if (last < 0) return { digits: body, scale: 0, mark: 'none' };
  const mark = body[last] as '.' | ',';
  const whole = body.slice(0, last);
  const after = body.length - last - 1;
  const single = body.indexOf(mark) === last;
  const other = mark === '.' ? ',' : '.';
  const unsure = single && after === 3 && !whole.includes(other) && /^[1-9]\d{0,2}$/.test(whole);
  const decimal = single && (unsure ? mark === hint : true);
  const groups = decimal ? whole : body;
  if (!isGrouped(groups, decimal ? other : mark)) return null;
  return { digits: body.replace(/[.,]/g, ''), scale: decimal ? after : 0, mark: unsure ? 'unsure' : decimal ? mark : other };
}

/** Whether a whole number is grouped by threes, or by twos before the last three (India). */
function isGrouped(text: string, separator: string): boolean {
  if (/^\d*$/.test(text)) return true;
  const parts = text.split(separator);
  return parts.every((part, i) => (i === 0 ? /^\d{1,3}$/ : i === parts.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part));
}
