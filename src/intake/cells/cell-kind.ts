import { NO_FORM } from '../dates/date-forms';
import { parseDate } from '../dates/parse-date';
import { parseDecimal } from './parse-decimal';

/** What a single cell looks like, before anyone knows what its column means. */
export type CellKind = 'blank' | 'number' | 'date' | 'address' | 'text';

/** Longer cells are text: no number, date or address takes so much. */
const LONGEST = 64;
const ADDRESS = /^[^\s@]+@[^\s@]+$|^https?:\/\//;

/** Kind of a cell; `address` is of mail or of a page. Cost: linear, and nothing for long cells. */
export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'blank';
  if (text.length > LONGEST) return 'text';
  if (typeof parseDecimal(text, '.') === 'object') return 'number';
  if (parseDate(text).form !== NO_FORM) return 'date';
  return ADDRESS.test(text) ? 'address' : 'text';
}
