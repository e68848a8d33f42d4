import type { SqlColumn, SqlTable } from '../core/sql/sql-tables';

/** `c000123` for person 122: the same in every table of one export, and in every export of the same data. */
export function pseudonym(person: number): string {
  return numbered('c', person);
}

function numbered(letter: string, index: number): string {
  return `${letter}${String(index + 1).padStart(6, '0')}`;
}

/** Columns whose texts name a person or an order elsewhere, with the letter of their pseudonyms. */
const NAMED: Record<string, string> = { order_number: 'o', referrer: 'r', respondent: 'a' };
/** Columns that may say who somebody is: the day of birth is left out, and of a text only that there was one, which tells a case from none. */
const TELLING: Record<string, string | null> = { comment: '(left out)', birthday: null, birthday_second: null };

/**
 * The tables with pseudonyms for order numbers, referrers and respondents, the same text always under the same one, and without free text
 * and birthdays. Persons have theirs already. Pseudonymous, not anonymous: whoever holds the files can find people again.
 */
export function pseudonymous(tables: readonly SqlTable[]): SqlTable[] {
  const known = new Map<string, Map<string, string>>();
  const hidden = (column: SqlColumn): SqlColumn => {
    const telling = TELLING[column.name];
    if (telling !== undefined) return { ...column, value: (row) => (column.value(row) === null ? null : telling) };
    const letter = NAMED[column.name];
    if (!letter) return column;
    const names = known.get(letter) ?? new Map<string, string>();
    known.set(letter, names);
    return { ...column, value: (row) => named(column.value(row) as string | null, letter, names) };
  };
  return tables.map((table) => ({ ...table, columns: table.columns.map(hidden) }));
}

function named(text: string | null, letter: string, names: Map<string, string>): string | null {
  if (text === null) return null;
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = numbered(letter, names.size)));
  return name;
}
