import type { ImportPlan } from '../terms/plan';
import type { Preview, Question } from '../terms/preview';
import { CommandError, type Options } from './parse-options';
import { REFUSAL_SENTENCES } from './refusal-sentences';

/** The guessed plan with what the command line says about columns, dates and numbers. Mappings of columns that this file lacks do not touch it. */
export function planWith(plan: ImportPlan, { map, dates, decimal }: Pick<Options, 'map' | 'dates' | 'decimal'>): ImportPlan {
  const roles = plan.roles.slice();
  for (const { column, role } of map) {
    const index = columnIndex(plan.header, column);
    if (index < 0) continue;
    // A meaning belongs to one column: the guess gives way.
    for (let i = 0; i < roles.length; i++) if (roles[i] === role) roles[i] = 'ignore';
    roles[index] = role;
  }
  const changed = map.some(({ column }) => columnIndex(plan.header, column) >= 0);
  const said = decimal === null ? {} : { decimal, decimalSaid: true };
  return { ...plan, ...said, roles, kind: changed ? 'orders' : plan.kind, dateOrder: dates ?? plan.dateOrder };
}

/** Position of a column by its name, without regard to case if need be, or by its number from 1; -1 when the file has no such column. */
export function columnIndex(header: readonly string[], column: string): number {
  const exact = header.indexOf(column);
  if (exact >= 0) return exact;
  const loose = header.findIndex((name) => name.trim().toLowerCase() === column.trim().toLowerCase());
  if (loose >= 0) return loose;
  const number = /^\d+$/.test(column) ? Number(column) : 0;
  return number >= 1 && number <= header.length ? number - 1 : -1;
}

/** Throws CommandError 3 with all that has to be decided before the file can be read. */
export function refuseOpenQuestions({ file, questions, plan, dates, refusal }: Preview): void {
  // Records have no order lines: what is open in them does not matter here.
  const open: readonly Question[] = plan.kind === 'orders' ? questions : ['refused'];
  if (open.length === 0) return;
  const columns = plan.header.map((name, i) => `${i + 1} ${name} (${plan.roles[i]})`).join(', ');
  const readings = dates.filter((reading) => reading.possible).map((reading) => `--dates ${reading.order}`);
  const kind = plan.kind === 'orders' ? 'a report of another kind' : plan.kind;
  const sentence: Record<Question, string> = {
    'date-order': `its dates can be read in more than one way. Say how: ${readings.join(' or ')}.`,
    'role-date': 'no column is known to hold the date. Name it: --map COLUMN=date.',
    'role-amount': 'no column is known to hold the money. Name it: --map COLUMN=amount, or unit-price and quantity.',
    'role-customer': 'no column is known to hold the customer. Name it: --map COLUMN=customer.',
    'decimal-mark': 'its numbers, such as 1.234, can be read in two ways. Say how: --decimal point or --decimal comma.',
    'broken-ids':
      'a spreadsheet program rounded its order numbers or customer numbers, so that different ones are the same. Export it again with these columns as text.',
    'role-score': 'no column is known to hold an answer. Name it: --map COLUMN=score.',
    'role-points': 'no column is known to hold points. Name it: --map COLUMN=points.',
    'role-contact': 'no column is known to hold a campaign or what became of it. Name it: --map COLUMN=campaign.',
    refused: refusal
      ? REFUSAL_SENTENCES[refusal]
      : `it seems to hold ${kind}, not orders. If it holds orders, name its columns with --map.`,
    'no-usable-rows': 'not one of its rows can be used.',
  };
  throw new CommandError(3, `${file.name}: ${open.map((question) => sentence[question]).join(' ')} Its columns: ${columns}.`);
}
