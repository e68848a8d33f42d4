import type { KeepMode } from '../../../src/terms/shop';
import type { RowLiteral } from './ledger-fixture';

/** An import written out for a test. */
export interface ImportLiteral {
  rows: readonly RowLiteral[];
  mode: KeepMode;
  perOrder?: boolean;
  mended?: boolean;
  /** Numbers of orders that it says were cancelled. */
  cancelled?: readonly string[];
}

interface Standing {
  file: number;
  at: number;
  row: RowLiteral;
}

/** What `withoutRepeats` does, row by row and without any hurry: lines of the file that count, and what each row is to earlier imports. */
export function slowRepeats(imports: readonly ImportLiteral[]) {
  let book: Standing[] = [];
  const relations = imports.map(({ rows }) => rows.map(() => 'fresh' as 'fresh' | 'unchanged' | 'changed'));
  const cancels: number[] = [];
  imports.forEach((one, file) => {
    const rows = one.rows.map((row, at): Standing => ({ file, at, row }));
    const cancelled = book.filter(({ row }) => !row.refund && row.order !== undefined && one.cancelled?.includes(row.order));
    cancels.push(cancelled.length);
    if (one.mode === 'update') book = book.filter((s) => !cancelled.includes(s));
    const relate = (list: readonly Standing[], relation: 'unchanged' | 'changed') => {
      for (const { at } of list) relations[file]![at] = relation;
    };
    for (const unit of unitsOf(rows)) {
      const there = book.filter((s) => unitOf(s.row) === unit).sort((a, b) => a.file - b.file || a.at - b.at);
      const here = rows.filter((s) => unitOf(s.row) === unit);
      const whole = one.perOrder || there.some((s) => imports[s.file]!.perOrder || (!one.mended && named(imports[s.file]!) !== named(one)));
      if (there.length === here.length && there.every((s, i) => same(s.row, here[i]!.row))) relate(here, 'unchanged');
      else if (unit.startsWith('order') && whole) {
        const again = here.filter((s) => there.some((t) => related(t.row, s.row)));
        const told = there.filter((t) => here.some((s) => related(t.row, s.row)));
        if (again.length === 0) book.push(...here);
        else if (sameOrder(told, again, imports)) {
          relate(again, 'unchanged');
          book.push(...here.filter((s) => !again.includes(s)));
        } else {
          relate(again, 'changed');
          if (one.mode === 'update') book = book.filter((s) => !told.includes(s));
          book.push(...here.filter((s) => one.mode === 'update' || !again.includes(s)));
        }
      } else {
        const left = [...there];
        const rest = takeAll(here, left, same, (s) => relate([s], 'unchanged'));
        if (unit.startsWith('day')) {
          const timed = one.rows.some((row) => row.second !== undefined);
          const open = left.filter((s) => !timed || s.row.second === undefined);
          book.push(...takeAll(rest, open, sameButTime, (s) => relate([s], 'unchanged')));
          continue;
        }
        const versions = left.filter((s) => !one.mended || imports[s.file]!.mended);
        const change = (s: Standing, older: Standing) => {
          relate([s], 'changed');
          if (one.mode === 'update') book = [...book.filter((b) => b !== older), s];
        };
        const unnamed = takeAll(
          rest,
          versions,
          (a, b) => line(a, b) && !b.refund && a.customer !== null && a.customer === b.customer,
          change,
        );
        const fresh = takeAll(unnamed, versions, (a, b) => line(a, b) && a.day === b.day, change);
        book.push(...fresh);
      }
    }
  });
  const counted = imports.map((_, file) =>
    book
      .filter((s) => s.file === file)
      .map((s) => s.at)
      .sort((a, b) => a - b),
  );
  return { relations, counted, cancels };
}

/** Gives each row the first partner that the test allows; rows without one come back. */
function takeAll(
  rows: readonly Standing[],
  left: Standing[],
  fits: (older: RowLiteral, newer: RowLiteral) => boolean,
  taken: (row: Standing, older: Standing) => void,
): Standing[] {
  return rows.filter((row) => {
    const at = left.findIndex((older) => fits(older.row, row.row));
    if (at < 0) return true;
    const [older] = left.splice(at, 1);
    taken(row, older!);
    return false;
  });
}

function unitsOf(rows: readonly Standing[]): string[] {
  return [...new Set(rows.map(({ row }) => unitOf(row)))];
}

/** A day's rows without a number are compared with each other, an order's sales with its sales and its refunds with its refunds. */
function unitOf(row: RowLiteral): string {
  return row.order === undefined ? `day ${row.day}` : `order ${row.order} ${row.refund ?? false}`;
}

const named = ({ rows }: ImportLiteral): boolean => rows.some((row) => row.product !== undefined);
const line = (a: RowLiteral, b: RowLiteral): boolean => a.product === b.product;
const minute = ({ second }: RowLiteral): number => (second === undefined ? -1 : Math.floor(second / 60));

function sameButTime(a: RowLiteral, b: RowLiteral): boolean {
  const facts = (r: RowLiteral) =>
    JSON.stringify([r.customer, r.day, r.amount, r.refund ?? false, r.givenBack ?? 0, r.product, r.quantity]);
  return facts(a) === facts(b);
}

function same(a: RowLiteral, b: RowLiteral): boolean {
  return sameButTime(a, b) && minute(a) === minute(b);
}

function related(a: RowLiteral, b: RowLiteral): boolean {
  return a.day === b.day || (!a.refund && a.customer !== null && a.customer === b.customer);
}

function sameOrder(told: readonly Standing[], again: readonly Standing[], imports: readonly ImportLiteral[]): boolean {
  const sum = (list: readonly Standing[], of: (row: RowLiteral) => number) => list.reduce((total, { row }) => total + of(row), 0);
  const items = (list: readonly Standing[]) =>
    list.map(({ row: r }) => JSON.stringify([r.product, r.quantity, r.customer, r.day, minute(r)])).sort();
  return (
    told.every((s) => (imports[s.file]!.perOrder ?? false) === (imports[again[0]!.file]!.perOrder ?? false)) &&
    sum(told, (row) => row.amount) === sum(again, (row) => row.amount) &&
    sum(told, (row) => row.givenBack ?? 0) === sum(again, (row) => row.givenBack ?? 0) &&
    items(told).join() === items(again).join()
  );
}
