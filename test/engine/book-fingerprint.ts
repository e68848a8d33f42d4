import { customerColumns } from '../../src/core/customers/customer-columns';
import { customerRow } from '../../src/core/customers/select-customers';
import { countedBatches, type CountingBatch } from '../../src/core/columns/counted-batches';
import { buildLedger } from '../../src/core/columns/ledger';
import { findPeople } from '../../src/core/people/find-people';
import { ShopBook } from '../../src/core/tables/shop-tables';
import { DEFAULT_PEOPLE_RULES } from '../../src/terms/people';
import { METRICS } from '../../src/core/metrics/registry';
import { ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';

/**
 * All that a page could show of some imports: every answer with the customers behind its inputs by name, and the list of customers, under
 * every refund view. Equal texts mean equal shops.
 */
export function bookFingerprint(counting: readonly CountingBatch[]): string {
  const { batches, orders } = countedBatches(counting);
  const ledger = buildLedger(batches, orders);
  const name = (customer: number): string => ledger.codes.customerText(customer);
  const parts: unknown[] = [ledger.codes.customer.length, ledger.orders, ledger.customers, ledger.firstDay, ledger.lastDay];
  for (const refunds of ['behaviour', 'accounting', 'ignore'] as const) {
    const { firstDay, lastDay } = ledger;
    const view: View = { from: firstDay, to: lastDay + 1, asOf: lastDay, grain: 'week', refunds, lapseDays: 14, calendar: ISO_CALENDAR };
    const tables = new ShopBook({ ledger, people: findPeople([], DEFAULT_PEOPLE_RULES), records: [] }).tables(view);
    const table = tables.orders;
    for (const metric of METRICS) parts.push(metric.id, metric.compute(tables, view, metric.defaults));
    const columns = customerColumns(ledger, table, view, 14);
    const book = { table, columns, key: name, name: null, country: null };
    const rows = Array.from({ length: columns.count }, (_, row) => customerRow(book, row));
    parts.push(rows.sort((a, b) => (a.key < b.key ? -1 : 1)));
  }
  return JSON.stringify(parts, (_, value: unknown) => {
    if (value instanceof Uint32Array) return Array.from(value, name).sort();
    return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
  });
}
