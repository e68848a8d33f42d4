import type { Units } from '../../core/columns/batch';
import type { Dictionary } from '../../core/columns/dictionary';

/** What a spreadsheet program did to the long numbers of a column. */
export interface BrokenIds {
  /** `powers`: written as 8.61E+12. `zeros`: cut to 15 digits, with zeros behind them. */
  cause: 'powers' | 'zeros';
  /** 1 for the different cells that have it. */
  broken: Uint8Array;
}

/** A long number as a spreadsheet shows it in a narrow column. */
const POWER = /^['"=\s]*\d(?:[.,]\d{1,15})?E\+\d{1,3}["\s]*$/i;
const LONG = /^['"=\s]*(\d{16,40})(?:\.0)?["\s]*$/;
/** Excel keeps 15 digits of a number and writes zeros for the others (Microsoft support, "Last digits are changed to zeros"). */
const KEPT_DIGITS = 15;
/** Numbers that end in zeros are believed to be broken when chance would bring about as many in less than one file of a thousand. */
const RARE = 1e-3;
/** Ids written as powers of ten are believed to be broken from one in a thousand on. */
const FEW = 1000;

/**
 * Ids that a spreadsheet program rounded, so that different ones cannot be told apart any more; null where there are none.
 *
 * A number of 16 digits ends in 0 by chance one time in ten, so zeros count only where there are far more of them than chance brings.
 * Cost: one pass over the letters of the different cells.
 */
export function brokenIds(texts: Dictionary): BrokenIds | null {
  const powers = marking(texts, couldBePower, (text) => POWER.test(text));
  // One round number that a program wrote as 4e+10 among tens of thousands tells nothing of the others.
  if (powers && count(powers) * FEW >= texts.size) return { cause: 'powers', broken: powers };
  let found = 0;
  let byChance = 0;
  const broken = marking(texts, isLong, (text) => {
    const digits = LONG.exec(text)?.[1];
    if (!digits) return false;
    byChance += 10 ** (KEPT_DIGITS - digits.length);
    if (!/^0+$/.test(digits.slice(KEPT_DIGITS))) return false;
    found++;
    return true;
  });
  return broken && chanceOf(found, byChance) < RARE ? { cause: 'zeros', broken } : null;
}

function count(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}

/** Most that chance gives so many events where `expected` are, by Chernoff's bound for a Poisson count. */
function chanceOf(events: number, expected: number): number {
  return events <= expected ? 1 : Math.exp(events - expected - events * Math.log(events / expected));
}

/** The different cells that pass both tests, the first of which needs no text; null when none does. */
function marking(texts: Dictionary, first: typeof isLong, second: (text: string) => boolean): Uint8Array | null {
  let marks: Uint8Array | null = null;
  let code = 0;
  texts.every((units, from, end) => {
    if (first(units, from, end) && second(texts.get(code))) {
      marks ??= new Uint8Array(texts.size);
      marks[code] = 1;
    }
    code++;
    return true;
  });
  return marks;
}

function couldBePower(units: Units, from: number, end: number): boolean {
  if (end - from > 32) return false;
  for (let i = from; i < end; i++) if (units[i] === 43) return true;
  return false;
}

function isLong(_: Units, from: number, end: number): boolean {
  return end - from > KEPT_DIGITS && end - from < 48;
}
