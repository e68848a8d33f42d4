import type { ImportPlan } from '../../terms/plan';
import { columnOf } from '../meaning/plan-columns';
import type { RawTable } from '../table/raw-table';
import type { Readings } from '../cells/readings';

const TOTAL =
  /^(?:(?:grand |sub-? ?|report )?totals?|sum|总计|合计|总额|小计|共计|总共|本页合计|本页小计|總計|合計|總額|小計|共計|總共|本頁合計|本頁小計|総計|합계|총계|gesamt|gesamtsumme|summe|zwischensumme|total g[eé]n[eé]ral|sous-total|totale|totaal|suma|итого)\s*[:：]?$/i;
/** Rows at the end that are looked at cell by cell. */
const LAST = 12;

/**
 * Rows that sum up others: the first cell, or the cell of the order, the date or the customer, says "total"; at the end of the table the
 * first cell in which something stands.
 */
export function totalRows(readings: Readings, plan: ImportPlan): (row: number) => boolean {
  const columns = new Set([0, columnOf(plan, 'order'), columnOf(plan, 'date'), columnOf(plan, 'customer')].filter((c) => c >= 0));
  const named = [...columns]
    .map((c) => ({ codes: readings.table.columns[c]!.codes.view(), total: readings.matching(c, TOTAL) }))
    .filter(({ total }) => total.includes(1));
  const closing = closingTotals(readings.table);
  return (row) => closing.has(row) || named.some(({ codes, total }) => total[codes[row]!] === 1);
}

function closingTotals(table: RawTable): Set<number> {
  const rows = new Set<number>();
  for (let row = table.rows - 1; row >= 0 && row >= table.rows - LAST; row--) {
    const first = table.cells(row).find((cell) => cell.trim() !== '') ?? '';
    if (TOTAL.test(first.trim())) rows.add(row);
  }
  return rows;
}
