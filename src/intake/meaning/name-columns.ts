import type { ImportPlan } from '../../terms/plan';
import { headerWords } from '../cells/header-words';
import type { Readings } from '../cells/readings';

const LAST = /\blast\b|\bsurname\b|\bfamily\b|nachname|nom de famille|^姓$|姓氏/;

/** Columns of names, those of the family last. */
export function nameColumns(readings: Readings, plan: Pick<ImportPlan, 'roles'>): number[] {
  const isLast = (column: number): boolean => LAST.test(headerWords(readings.table.columns[column]!.name));
  const columns = plan.roles.flatMap((role, i) => (role === 'customer-name' ? [i] : []));
  return [...columns.filter((column) => !isLast(column)), ...columns.filter(isLast)];
}

/** The parts of a name as one, the family name first and without a blank where all are in Han characters. */
export function joinedName(words: readonly string[]): string {
  return words.every((word) => /^\p{Script=Han}+$/u.test(word)) ? [...words].reverse().join('') : words.join(' ');
}
