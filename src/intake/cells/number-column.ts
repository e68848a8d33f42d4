import type { Dictionary } from '../../core/columns/dictionary';
import { notedRefund } from './noted-refund';
import { numberWrapping, unwrapped, type NumberWrapping } from './number-wrapping';
import { parseDecimal, type Decimal } from './parse-decimal';

export const OK = 0;
export const MISSING = 1;
export const BAD = 2;

/** The numbers of a column, one entry per different cell: exact, as `mantissa / 10^scale`. */
export interface NumberColumn {
  mantissa: Float64Array;
  scale: Uint8Array;
  /** OK, MISSING or BAD. */
  state: Uint8Array;
  /** Different cells by what told their decimal mark. */
  points: number;
  commas: number;
  unsure: number;
  /** Mark with which cells such as 1.234 were read: that of the column's other cells where they agree, else the one asked for. */
  mark: '.' | ',';
  /** Text around the number in nearly all cells; null in most columns. */
  wrapping: NumberWrapping | null;
  /** What cells note to have been given back of their sum, Infinity for all of it; null where no cell does. */
  back: { mantissa: Float64Array; scale: Uint8Array } | null;
}

/**
 * Reads each different cell of a column as a number. Cells such as 1.234 are read as the column's other cells tell; `hint` decides where
 * none does. `blank` has 1 for the cells that count as empty.
 */
export function numberColumn(texts: Dictionary, hint: '.' | ',', blank?: Uint8Array): NumberColumn {
  const column = readCells(texts, hint, blank);
  const own = ownMark(column);
  const settled = own !== null && own !== hint && column.unsure > 0 ? readCells(texts, own, blank) : column;
  if (settled.state.includes(BAD)) readOddCells(settled, texts);
  return settled;
}

/** The decimal mark that a column's cells agree on; null where none tells, or where they contradict each other. */
export function ownMark({ points, commas }: Pick<NumberColumn, 'points' | 'commas'>): '.' | ',' | null {
  return points > 0 === commas > 0 ? null : points > 0 ? '.' : ',';
}

function readCells(texts: Dictionary, mark: '.' | ',', blank?: Uint8Array): NumberColumn {
  const size = texts.size;
  const cells = { mantissa: new Float64Array(size), scale: new Uint8Array(size), state: new Uint8Array(size) };
  const column: NumberColumn = { ...cells, points: 0, commas: 0, unsure: 0, mark, wrapping: null, back: null };
  for (let code = 0; code < size; code++) {
    const decimal = blank?.[code] ? null : parseDecimal(texts.get(code), mark);
    if (decimal) put(column, code, decimal);
    else column.state[code] = decimal === null ? MISSING : BAD;
  }
  return column;
}

function put(column: NumberColumn, code: number, decimal: Decimal): void {
  column.mantissa[code] = decimal.mantissa;
  column.scale[code] = decimal.scale;
  column.state[code] = OK;
  if (decimal.mark === '.') column.points++;
  else if (decimal.mark === ',') column.commas++;
  else if (decimal.mark === 'unsure') column.unsure++;
}

/** Cells that are no plain numbers: with a note of a refund behind the sum, or with a text around it that the whole column has. */
function readOddCells(column: NumberColumn, texts: Dictionary): void {
  const { state } = column;
  for (let code = 0; code < state.length; code++) {
    const noted = state[code] === BAD ? notedRefund(texts.get(code), column.mark) : null;
    if (!noted) continue;
    put(column, code, noted.sum);
    column.back ??= { mantissa: new Float64Array(state.length), scale: new Uint8Array(state.length) };
    column.back.mantissa[code] = noted.back ? Math.abs(noted.back.mantissa) : Infinity;
    column.back.scale[code] = noted.back?.scale ?? 0;
  }
  column.wrapping = wrappingOf(column, texts);
  if (!column.wrapping) return;
  for (let code = 0; code < state.length; code++) {
    const inside = state[code] === BAD ? unwrapped(texts.get(code), column.wrapping) : null;
    const decimal = inside === null ? null : parseDecimal(inside, column.mark);
    if (decimal) put(column, code, decimal);
  }
}

/** Cells looked at for a text that all share. */
const SAMPLE = 200;

/** The text around the numbers of a column, where hardly any cell is a plain one. */
function wrappingOf({ state }: NumberColumn, texts: Dictionary): NumberWrapping | null {
  const cells: string[] = [];
  const step = Math.max(1, Math.floor(state.length / SAMPLE));
  for (let code = 0; code < state.length; code += step) if (state[code] !== MISSING) cells.push(texts.get(code));
  return numberWrapping(cells);
}
