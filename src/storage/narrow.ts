import { ARRAYS, type ArrayType, type Column } from './column';

/** Integer arrays from the narrowest, with what they hold. */
const INTEGERS: readonly [ArrayType, number, number][] = [
  ['u8', 0, 0xff],
  ['i8', -0x80, 0x7f],
  ['u16', 0, 0xffff],
  ['i16', -0x8000, 0x7fff],
  ['u32', 0, 0xffffffff],
  ['i32', -0x80000000, 0x7fffffff],
];

/**
 * A piece of a column in the narrowest array that gives back every value, -0 and NaN included; always an array of its own.
 *
 * A piece whose values are all the same becomes one value. Most columns of a shop are narrow (few products, no refund, no time), so
 * this halves what is written, checked and read.
 */
export function narrow(piece: Column): Column {
  if (piece.length > 1 && isConstant(piece)) return piece.slice(0, 1);
  const range = piece instanceof Float64Array ? wholeRange(piece) : piece.BYTES_PER_ELEMENT > 1 ? rangeOf(piece) : null;
  const fitting = range && INTEGERS.find(([, low, high]) => range.low >= low && range.high <= high);
  if (!fitting || ARRAYS[fitting[0]].BYTES_PER_ELEMENT >= piece.BYTES_PER_ELEMENT) return piece.slice();
  const narrowed = new ARRAYS[fitting[0]](piece.length);
  narrowed.set(piece);
  return narrowed;
}

/** Puts a narrowed piece of `rows` values back into its column, from row `at` on. */
export function widenInto(column: Column, at: number, piece: Column, rows: number): void {
  // A new column holds 0 already, and what is never written to costs no memory.
  if (piece.length === 1 && !Object.is(piece[0], 0)) column.fill(piece[0]!, at, at + rows);
  else if (piece.length > 1) column.set(piece, at);
}

function isConstant(piece: Column): boolean {
  const first = piece[0]!;
  for (let i = 1; i < piece.length; i++) if (!Object.is(piece[i], first)) return false;
  return true;
}

/** Smallest and largest value, and 0. */
function rangeOf(piece: Column): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (let i = 0; i < piece.length; i++) {
    const value = piece[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
}

/** The same for numbers that are all whole and fit 32 bits, else null. Apart because one loop over every type of array is slow. */
function wholeRange(piece: Float64Array): { low: number; high: number } | null {
  let low = 0;
  let high = 0;
  for (let i = 0; i < piece.length; i++) {
    const value = piece[i]!;
    if ((value | 0) !== value || (value === 0 && 1 / value < 0)) return null;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
}
