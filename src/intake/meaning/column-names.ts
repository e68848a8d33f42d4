import { headerWords } from '../cells/header-words';

/** A name that says nothing by itself: a letter or three with a number, as in Q1, v7, QID12_3. */
const CODE = /^[\p{L}#]{0,3}[\d_.\-#]+\w*$/u;
/** A cell that a program wrote for itself, as in `{"ImportId":"startDate"}`. */
const MACHINE = /^[{[].*[}\]]$/s;

/**
 * Names of the columns from one to three rows.
 *
 * The first row names a column where it can. Words of the rows below are added where it is blank, a mere code, or the same in several
 * columns; a group's name counts for the columns behind it that the first row leaves blank.
 * @returns  `apart`: positions of the rows that belong to no name, such as blank ones and those that a program wrote for itself
 */
export function columnNames(rows: readonly (readonly string[])[]): { names: string[]; apart: number[] } {
  const apart = rows.flatMap((row, i) => (rows.length > 1 && row.every((cell) => isMute(cell)) ? [i] : []));
  const said = rows.filter((_, i) => !apart.includes(i)).map((row) => row.map((cell) => cell.trim()));
  const width = Math.max(0, ...said.map((row) => row.length));
  const top = said.length > 1 ? groupsFilled(said[0]!, said[1]!) : (said[0] ?? []);
  const counts = new Map<string, number>();
  for (const name of top) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = Array.from({ length: width }, (_, c) => {
    const first = top[c] ?? '';
    const enough = first !== '' && counts.get(first) === 1 && !CODE.test(first);
    return enough ? first : joined([first, ...said.slice(1).map((row) => row[c] ?? '')]);
  });
  return { names, apart };
}

/**
 * Names of groups stand over their first column only; the others get them too, as far as the row below has names there. A name with
 * nothing below it is no group's.
 */
function groupsFilled(top: readonly string[], below: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(top.length, below.length) }, (_, c) => {
    const name = top[c] ?? '';
    const under = below[c] ?? '';
    if (name !== '') group = under === '' ? '' : name;
    return under === '' ? name : group;
  });
}

/** Words of one column from the top down, none twice. */
function joined(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (isMute(part)) continue;
    const words = headerWords(part) || part;
    if (!kept.some((other) => (headerWords(other) || other) === words)) kept.push(part);
  }
  return kept.join(' ');
}

function isMute(cell: string): boolean {
  return cell.trim() === '' || MACHINE.test(cell.trim());
}
