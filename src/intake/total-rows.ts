import type { ImportPlan } from '../terms/plan';
import { columnOf } from './plan-columns';
import type { Readings } from './readings';

const TOTAL = /^(?:(?:grand |sub ?)?totals?|sum|总计|合计|总额|小计|總計|合計|小計|gesamt|gesamtsumme|summe|total général)\s*[:：]?$/i;

/** Rows that sum up others: the first cell, or the cell of the order, the date or the customer, says "total". */
export function totalRows(readings: Readings, plan: ImportPlan): (row: number) => boolean {
  const columns = new Set([0, columnOf(plan, 'order'), columnOf(plan, 'date'), columnOf(plan, 'customer')].filter((c) => c >= 0));
  const named = [...columns]
    .map((c) => ({ codes: readings.table.columns[c]!.codes.view(), total: readings.matching(c, TOTAL) }))
    .filter(({ total }) => total.includes(1));
  return named.length === 0 ? () => false : (row) => named.some(({ codes, total }) => total[codes[row]!] === 1);
}
