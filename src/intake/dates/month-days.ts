import { NO_DAY } from '../../core/columns/batch';
import { dayFromYmd, type Day } from '../../terms/day';
import { monthOfName } from './month-names';

const NUMERIC = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const NAMED = /^(\p{L}{3,})\.?[-/\s]+(\d{4}|\d{2})$|^(\d{4})[-/\s]+(\p{L}{3,})$/u;
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/;

/** First day of a month that a cell names without a day, as `2024-03`, `Mar 2024`, 2024年3月; NO_DAY for anything else. */
export function monthDay(cell: string): Day {
  const text = cell.normalize('NFKC').trim();
  if (text.length > 24) return NO_DAY;
  const numeric = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (numeric) return first(Number(numeric[1]), Number(numeric[2]));
  const last = YEAR_LAST.exec(text);
  if (last) return first(Number(last[2]), Number(last[1]));
  const named = NAMED.exec(text);
  if (!named) return NO_DAY;
  const year = Number(named[2] ?? named[3]);
  return first(year < 100 ? year + 2000 : year, monthOfName(named[1] ?? named[4] ?? ''));
}

function first(year: number, month: number): Day {
  return year >= 1950 && month >= 1 && month <= 12 ? dayFromYmd(year, month, 1) : NO_DAY;
}
