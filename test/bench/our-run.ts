import { readFile } from 'node:fs/promises';
import { buildLedger } from '../../src/core/columns/ledger';
import { orderTableFor } from '../../src/core/columns/order-table-for';
import { stageFile } from '../../src/intake/stage-file';
import { orderLines } from '../../src/intake/staged-import';
import { dayFromYmd } from '../../src/terms/day';
import { benchView, ourAggregates, type Aggregates } from './aggregates';

export const PHASES = ['stage', 'build', 'ledger', 'order table', 'answers'] as const;

/** One run of ours from the file to the six. */
export interface OurRun {
  aggregates: Aggregates;
  rows: number;
  used: number;
  bytes: number;
  /** Milliseconds by phase, in the order of PHASES; together the whole. */
  phases: number[];
}

/** Reads a file as the app does and computes the six. Throws when the file cannot be read without a question. */
export async function ourRun(path: string): Promise<OurRun> {
  const phases: number[] = [];
  let last = performance.now();
  const lap = (): void => {
    const now = performance.now();
    phases.push(now - last);
    last = now;
  };
  const quiet = (): void => undefined;
  const staged = await stageFile(new Blob([await readFile(path)]), path, dayFromYmd(2026, 1, 1), () => Promise.resolve(undefined), quiet);
  lap();
  const batch = orderLines(staged.build(staged.plan, quiet));
  lap();
  const ledger = buildLedger([{ ...batch, importId: 1 }]);
  lap();
  const view = benchView(ledger);
  const orders = orderTableFor(ledger, view.refunds, view.asOf);
  lap();
  const aggregates = ourAggregates(orders, view);
  lap();
  return { aggregates, rows: staged.rows, used: batch.lines.rows, bytes: staged.bytes, phases };
}
