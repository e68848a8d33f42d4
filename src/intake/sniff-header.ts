import { headerWords } from './header-words';
import { parseDecimal } from './parse-decimal';
import { NO_FORM, parseDate } from './parse-date';
import { SYNONYMS } from './synonyms';

const KNOWN = new Set(Object.values(SYNONYMS).flat());

/** Whether the first row holds names: known ones, or at least no number and no date where the rows below have them. */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0] ?? [];
  const known = first.filter((cell) => KNOWN.has(headerWords(cell))).length;
  if (known >= 2) return true;
  if (first.some((cell) => isValue(cell))) return false;
  return first.some((cell) => cell.trim() !== '');
}

function isValue(cell: string): boolean {
  if (cell.trim() === '') return false;
  return typeof parseDecimal(cell, '.') === 'object' || parseDate(cell).form !== NO_FORM;
}
