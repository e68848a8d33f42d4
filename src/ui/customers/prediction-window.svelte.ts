import type { CustomerPrediction, CustomerRow } from '../../engine/protocol';
import { BLOCK } from './row-window.svelte';

type Known = CustomerPrediction | null;

/** Predictions for the rows of one list, asked for block by block after the rows themselves: a list never waits for them. */
export class PredictionWindow {
  #blocks = $state.raw<ReadonlyMap<number, readonly Known[]>>(new Map());
  #asked = new Set<number>();
  #fetch: (keys: string[]) => Promise<readonly Known[]>;

  constructor(fetch: (keys: string[]) => Promise<readonly Known[]>) {
    this.#fetch = fetch;
  }

  /** The prediction for the row at a position; undefined while it is on its way, null where there is none. */
  of(index: number): Known | undefined {
    return this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  /**
   * Asks for what is missing of the rows [first, end). A block that could not be told is asked for again when it is needed next.
   * @param row  the row at a position; a block whose first row is not there yet is left for later
   */
  need(first: number, end: number, row: (index: number) => CustomerRow | undefined): void {
    for (let block = Math.floor(first / BLOCK); block * BLOCK < end; block++) {
      const rows = rowsOf(block, row);
      if (rows.length === 0 || this.#asked.has(block)) continue;
      this.#asked.add(block);
      this.#fetch(rows.map(({ key }) => key)).then(
        (known) => (this.#blocks = new Map(this.#blocks).set(block, known)),
        () => this.#asked.delete(block),
      );
    }
  }
}

function rowsOf(block: number, row: (index: number) => CustomerRow | undefined): CustomerRow[] {
  const rows: CustomerRow[] = [];
  for (let i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
    const one = row(i);
    if (!one) break;
    rows.push(one);
  }
  return rows;
}
