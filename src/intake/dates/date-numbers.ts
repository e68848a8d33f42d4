import { COMPACT, EPOCH, fixedDate, SERIAL, type DateParts } from './date-forms';
import { parseClock } from './parse-clock';

const COMPACT_FORM = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[T\s]?(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

/** A date written as one number: YYYYMMDD (with HHMMSS), a spreadsheet's day number, or seconds since 1970. */
export function dateNumber(text: string): DateParts | null {
  if (!/^\d/.test(text)) return null;
  const compact = COMPACT_FORM.exec(text);
  if (compact) {
    const clock = compact[4] ? parseClock(`${compact[4]}:${compact[5] ?? '00'}:${compact[6] ?? '00'}`) : -1;
    const date = compact[4] && clock < 0 ? null : fixedDate(COMPACT, [Number(compact[1]), Number(compact[2]), Number(compact[3])], clock);
    if (date) return date;
  }
  return serialDay(text) ?? epochDay(text);
}

/**
 * Day number of a spreadsheet between 1954 and 2119. Numbers of 1900 and 1901 are none: Excel counts a 29 February 1900 there, which
 * never was, and no shop has orders from then.
 */
function serialDay(text: string): DateParts | null {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return null;
  const serial = Number(text.replace(',', '.'));
  if (serial < 20_000 || serial > 80_000) return null;
  const day = Math.floor(serial);
  const second = serial === day ? -1 : Math.min(Math.round((serial - day) * 86_400), 86_399);
  return { form: SERIAL, a: day, b: 0, c: 0, second };
}

/** 2001-09-09, the first second of ten digits, and 2040: beyond lie barcodes and telephone numbers. */
const FIRST_SECOND = 1_000_000_000;
const LAST_SECOND = 2_208_988_800;

function epochDay(text: string): DateParts | null {
  const m = /^(\d{10})(\d{3}|\d{6})?(?:\.\d+)?$/.exec(text);
  const seconds = Number(m?.[1] ?? 0);
  if (seconds < FIRST_SECOND || seconds >= LAST_SECOND) return null;
  return { form: EPOCH, a: Math.floor(seconds / 86_400), b: 0, c: 0, second: seconds % 86_400 };
}
