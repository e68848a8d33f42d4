import { dayFromYmd, ymdFromDay, type Day } from '../../terms/day';

/** Days [from, to). */
export interface Span {
  from: Day;
  to: Day;
}

/** A period worth a button of its own. `year` is there for kind 'year' only. */
export interface Preset extends Span {
  kind: 'whole' | 'last-12' | 'last-3' | 'year';
  year?: number;
}

/** The presets that exist in a file that knows `file`: the whole, its last months, and its calendar years when it holds several. */
export function presetsOf(file: Span): Preset[] {
  const tails: Preset[] = [
    { kind: 'last-12', from: monthStart(file.to - 1, -11), to: file.to },
    { kind: 'last-3', from: monthStart(file.to - 1, -2), to: file.to },
  ];
  return [{ kind: 'whole', ...file }, ...tails.filter((tail) => tail.from > file.from), ...yearsOf(file)];
}

function yearsOf(file: Span): Preset[] {
  const [first, last] = [ymdFromDay(file.from).year, ymdFromDay(file.to - 1).year];
  if (first === last) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = last - i;
    return { kind: 'year', year, from: Math.max(file.from, dayFromYmd(year, 1, 1)), to: Math.min(file.to, dayFromYmd(year + 1, 1, 1)) };
  });
}

/** The span before (-1) or after (+1): by whole months when it begins and ends with a month, else by as many days as it has. */
export function shifted(span: Span, direction: -1 | 1): Span {
  const [from, to] = [ymdFromDay(span.from), ymdFromDay(span.to)];
  if (from.day === 1 && to.day === 1) {
    const months = (to.year - from.year) * 12 + to.month - from.month;
    return { from: monthStart(span.from, direction * months), to: monthStart(span.to, direction * months) };
  }
  const days = span.to - span.from;
  return { from: span.from + direction * days, to: span.to + direction * days };
}

/** Whether two spans share a day. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** First day of the month that lies `months` from the month of a day. */
function monthStart(day: Day, months: number): Day {
  const { year, month } = ymdFromDay(day);
  const ordinal = year * 12 + month - 1 + months;
  return dayFromYmd(Math.floor(ordinal / 12), (ordinal % 12) + 1, 1);
}
