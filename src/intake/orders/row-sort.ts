import type { ImportPlan } from '../../terms/plan';
import { rowsAmong } from '../cells/cells-among';
import { CANCELLED, PARTLY_REFUNDED, REFUNDED, REFUND_ROW } from '../cells/order-status';
import { presetNamed } from '../meaning/preset-of';
import type { Readings } from '../cells/readings';

const YES = ['true', 'yes', 'y', '1', '是'];

/** What a known export says of a row by other columns than its status. */
export interface RowSort {
  /** The status of a row, given what its own column says. */
  status: (row: number, own: number) => number;
  /** Whether the row is a sale or a refund at all, and no fee, payout or hold. */
  counts: (row: number) => boolean;
  /** Whether the row gives money back by its sort. */
  refund: (row: number) => boolean;
}

/** Null where the plan's preset knows nothing of the kind, which is so for most files. */
export function rowSort(readings: Readings, plan: ImportPlan): RowSort | null {
  const preset = presetNamed(plan.preset);
  if (!preset) return null;
  const { only, refundRows, furtherStatus, refundedWhenTrue } = preset;
  const sold = only ? rowsAmong(readings, only.column, only.values) : null;
  const back = refundRows ? rowsAmong(readings, refundRows.column, refundRows.values) : null;
  const whole = refundedWhenTrue === undefined ? null : rowsAmong(readings, refundedWhenTrue, YES);
  const further = furtherStatus === undefined ? null : statusesOf(readings, furtherStatus);
  if (!sold && !back && !whole && !further) return null;
  const refund = back ?? (() => false);
  return {
    refund,
    counts: sold ? (row) => sold(row) || refund(row) : () => true,
    status: (row, own) => {
      if (refund(row)) return own === CANCELLED ? CANCELLED : REFUND_ROW;
      if (own === CANCELLED || own === REFUND_ROW) return own;
      if (whole?.(row)) return REFUNDED;
      const other = further?.(row);
      return other === CANCELLED || other === REFUNDED || (other === PARTLY_REFUNDED && own !== REFUNDED) ? other : own;
    },
  };
}

function statusesOf(readings: Readings, name: string): ((row: number) => number) | null {
  const column = readings.columnNamed(name);
  if (column < 0) return null;
  const statuses = readings.statuses(column);
  const codes = readings.table.columns[column]!.codes.view();
  return (row) => statuses[codes[row]!]!;
}
