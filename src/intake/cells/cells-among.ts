import { headerWords } from './header-words';
import type { Readings } from './readings';

/** Rows whose cell in a column is one of some words in the form of `headerWords`; null when the file has no such column. */
export function rowsAmong(readings: Readings, column: string, words: readonly string[]): ((row: number) => boolean) | null {
  const at = readings.columnNamed(column);
  if (at < 0) return null;
  const wanted = new Set(words);
  const { texts, codes } = readings.table.columns[at]!;
  const among = Uint8Array.from({ length: texts.size }, (_, code) => (wanted.has(headerWords(texts.get(code))) ? 1 : 0));
  const view = codes.view();
  return (row) => among[view[row]!] === 1;
}
