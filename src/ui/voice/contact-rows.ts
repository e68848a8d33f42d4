import type { Table } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

export const STEPS = ['delivered', 'opened', 'clicked', 'converted'] as const;
export type Step = (typeof STEPS)[number];

/** What became of one campaign; a step is null where no file tells it. */
export interface ContactRow {
  campaign: string;
  arm: 'sent' | 'held-out';
  sent: number;
  steps: Record<Step, { count: number; rate: number } | null>;
  /** Whether orders told who ordered. */
  byOrders: boolean;
}

/** Rows of `contact-response`. */
export function contactRows(table: Table, arm: ContactRow['arm'], rows = table.rows): ContactRow[] {
  return tableRecords(table, rows).map((record) => {
    const step = (name: Step) =>
      typeof record[name] === 'number' && typeof record[`${name}-rate`] === 'number'
        ? { count: numberIn(record, name), rate: numberIn(record, `${name}-rate`) }
        : null;
    return {
      campaign: String(record.campaign),
      arm,
      sent: numberIn(record, 'sent'),
      steps: { delivered: step('delivered'), opened: step('opened'), clicked: step('clicked'), converted: step('converted') },
      byOrders: record['by-orders'] === 1,
    };
  });
}

/** Campaigns with most people first, each followed by those held out of it. */
export function sortedRows(sent: readonly ContactRow[], heldOut: readonly ContactRow[]): ContactRow[] {
  return [...sent].sort((a, b) => b.sent - a.sent).flatMap((row) => [row, ...heldOut.filter(({ campaign }) => campaign === row.campaign)]);
}
