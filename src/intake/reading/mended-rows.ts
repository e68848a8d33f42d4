import { Dictionary } from '../../core/columns/dictionary';
import { CodeColumn } from '../../core/columns/growing-column';
import { REASONS } from '../../terms/part';
import type { Dialect, ImportPlan } from '../../terms/plan';
import { headerSignature } from '../meaning/header-signature';
import { ownPlan } from '../meaning/own-plan';
import { RawTable, type RawColumn } from '../table/raw-table';

/** The two columns before those of the file in a list of rows that were left out. */
const MARKS = ['line', 'reason'] as const;

/** Header of a list of rows that were left out: columns of their own file. Those without names get some that no reader takes for data. */
export function headerOfLeftOut(plan: ImportPlan): string[] {
  const { header, dialect } = ownPlan(plan);
  return [...MARKS, ...(dialect.header ? header : header.map((name) => UNNAMED + name))];
}
const UNNAMED = 'column ';

/** Text that a spreadsheet would take for a formula, also behind blanks and in full width. */
const FORMULA = /^[\s\0\uFEFF]*[=+\-@＝＋－＠\t\r\n]/;
/** A signed number begins like a formula and is none. */
const NUMBER = /^[+-]?\d[\d.,' ]*$/;

/** A cell that opens as text in every spreadsheet: formula starters get an apostrophe. Numbers are left alone. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/**
 * The rows of a file that this app wrote when it left them out, as they stood in the file that they came from: without the line and the
 * reason, and without the apostrophes. Null for any other file.
 */
export function mendedRows(table: RawTable): RawTable | null {
  const [line, reason, ...own] = table.columns;
  if (own.length === 0 || line!.name !== MARKS[0] || reason!.name !== MARKS[1]) return null;
  const reasons = new Set<string>(REASONS);
  if (!textsOf(reason!).some((text) => reasons.has(text))) return null;
  const unnamed = own.every(({ name }, i) => name === `${UNNAMED}${i + 1}`);
  return table.behind(own.map((column, i) => unguarded(unnamed ? { ...column, name: String(i + 1) } : column)));
}

function textsOf({ texts }: RawColumn): string[] {
  return Array.from({ length: texts.size }, (_, code) => texts.get(code));
}

function unguarded(column: RawColumn): RawColumn {
  const texts = textsOf(column);
  const plain = texts.map((text) => (text.startsWith("'") && guarded(text.slice(1)) === text ? text.slice(1) : text));
  if (plain.every((text, code) => text === texts[code])) return column;
  const made: RawColumn = { name: column.name, texts: new Dictionary(), codes: new CodeColumn() };
  const codes = plain.map((text) => made.texts.add(text));
  for (let row = 0; row < column.codes.rows; row++) made.codes.push(codes[column.codes.at(row)!]!);
  return made;
}

/** Signatures under which the plan of the file that mended rows came from may be remembered; that file may have had no header. */
export function signaturesOf(header: readonly string[], dialect: Dialect): string[] {
  const named = headerSignature(header, dialect);
  if (!header.every((name, i) => name === String(i + 1))) return [named];
  const delimiters: Dialect['delimiter'][] = [',', ';', '\t', '|', ' '];
  return [named, ...delimiters.map((delimiter) => headerSignature(header, { ...dialect, delimiter, header: false }))];
}

/** A plan for mended rows: the columns that other files had brought stand in the file itself by now. */
export function planForMended(plan: ImportPlan): ImportPlan {
  const { brought: _, ...rest } = plan;
  return { ...rest, mended: true };
}
