/** What a cell of a workbook holds; null where it is empty. An error such as #N/A is its text. */
export type CellValue = string | number | boolean | Date | null;

/** Digits that a spreadsheet keeps of a number; what follows is noise of its arithmetic. */
const DIGITS = 15;
/** Instants before this have no day of their own: they are times of day. */
const FIRST_DAY = Date.UTC(1900, 0, 1);
/**
 * Stands for a line end inside a cell. The rows are read as CSV later, and a row that ran over several lines of text would move the
 * numbers of all rows below, which are those of the sheet.
 */
const LINE_END = '\u2028';

/** A cell of a workbook as the text that a good CSV export has: dates as ISO with a time only when there is one, numbers in shortest form. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\r\n?|\n/g, LINE_END);
  if (typeof value === 'number') return numberText(value);
  return value instanceof Date ? dateText(value) : String(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const short = String(Number(value.toPrecision(DIGITS)));
  return /e-/.test(short) ? value.toFixed(20).replace(/\.?0+$/, '') : short;
}

/** Spreadsheets hold instants as fractions of a day, so the second is found by rounding. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)];
  if (value.getTime() < FIRST_DAY) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
