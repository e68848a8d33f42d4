import { isoFromDay } from '../terms/day';
import type { Currency, Minor } from '../terms/money';
import { REASONS } from '../terms/part';
import type { ImportCard } from '../terms/shop';
import type { LeftOut } from '../core/columns/batch';
import { unpack } from '../core/columns/packed-strings';
import type { CustomerPage } from '../core/customers/customer-page';
import type { CustomerRow } from '../core/customers/customer-table';
import { cellsOfRecord } from '../intake/table/csv-record';
import { guarded, headerOfLeftOut } from '../intake/reading/mended-rows';
import { likelyCells, likelyHeader, type LikelyCells } from './likely-cells';

/** A cell that opens as text everywhere: formula starters get an apostrophe, quotes are doubled (RFC 4180). Numbers are left alone. */
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = guarded(cell);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as the bytes of a CSV file: UTF-8 with a mark so that spreadsheets read Chinese, CRLF. */
function csvFile(header: readonly string[], rows: Iterable<readonly (string | number)[]>): Uint8Array {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

const KNOWN_HEADER = [
  'customer',
  'name',
  'country',
  'stage',
  'orders',
  'order_days',
  'sales',
  'refunds',
  'net',
  'currency',
  'usual_gap_days',
  'longest_gap_days',
  'silent_days',
  'first_order',
  'last_order',
];

/** A list of customers as CSV; money in major units with a point, dates ISO: the same in every language. */
export function customersCsv(rows: Iterable<CustomerRow>, currency: Currency, likely?: LikelyCells): Uint8Array {
  const money = (minor: Minor) => Number((minor / 10 ** currency.digits).toFixed(currency.digits));
  const predicted = likely?.rows[Symbol.iterator]();
  function* cells(): Generator<(string | number)[]> {
    for (const r of rows) {
      const gaps = [r.usualGap ?? '', r.longestGap ?? ''];
      const sums = [money(r.grossMinor), money(-r.refundMinor), money(r.netMinor), currency.code];
      const known = [r.key, r.name, r.country, r.stage, r.orders, r.orderDays, ...sums, ...gaps, r.silent];
      const days = [isoFromDay(r.firstDay), isoFromDay(r.lastDay)];
      const next = predicted?.next();
      yield [...known, ...days, ...(likely && next ? likelyCells(r, next.done ? null : next.value, likely, money) : [])];
    }
  }
  return csvFile(likely ? [...KNOWN_HEADER, ...likelyHeader(likely)] : KNOWN_HEADER, cells());
}

/** Everything the files hold on one customer, row by row; sums in major units with a point. */
export function customerCsv({ row, entries }: CustomerPage, fileName: (importId: number) => string, { digits }: Currency): Uint8Array {
  const rows = entries.flatMap((entry) =>
    entry.items.map((item) => [
      row.key,
      entry.kind,
      entry.label,
      isoFromDay(entry.day),
      item.product,
      item.name,
      item.quantity ?? '',
      (item.amountMinor / 10 ** digits).toFixed(digits),
      fileName(item.importId),
      item.line,
    ]),
  );
  return csvFile(['customer', 'kind', 'order', 'day', 'product', 'name', 'quantity', 'amount', 'file', 'line'], rows);
}

/**
 * The rows of an import that were left out: line, reason, and their cells, so that they can be mended and read again. Cells that a
 * spreadsheet would take for a formula get an apostrophe, which the intake takes off again.
 */
export function leftOutCsv(card: ImportCard, leftOut: LeftOut): Uint8Array {
  function* rows(): Generator<(string | number)[]> {
    for (let row = 0; row < leftOut.rows; row++)
      yield [leftOut.line[row]!, REASONS[leftOut.reason[row]!]!, ...cellsOfRecord(unpack(leftOut.cells, row))];
  }
  return csvFile(headerOfLeftOut(card.plan), rows());
}
