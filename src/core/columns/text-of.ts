import type { Units } from './batch';

const of = String.fromCharCode;

/**
 * The text of the units from `from` up to, not with, `end`. Eight letters at a time: for texts as short as ids this is three times
 * as fast as `fromCharCode.apply` on a part of the array, which has to make that part first.
 */
export function textOf(units: Units, from: number, end: number): string {
  let text = '';
  let i = from;
  for (; i + 8 <= end; i += 8)
    text += of(units[i]!, units[i + 1]!, units[i + 2]!, units[i + 3]!, units[i + 4]!, units[i + 5]!, units[i + 6]!, units[i + 7]!);
  if (i + 4 <= end) {
    text += of(units[i]!, units[i + 1]!, units[i + 2]!, units[i + 3]!);
    i += 4;
  }
  for (; i < end; i++) text += of(units[i]!);
  return text;
}
