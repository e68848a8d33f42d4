import type { CustomerRow } from '../../engine/protocol';

/** Rows are fetched in blocks of this many. */
export const BLOCK = 100;

/** Rows of one list in one order, fetched block by block as they come on screen. A new list is a new window. */
export class RowWindow {
  #blocks = $state.raw<ReadonlyMap<number, CustomerRow[]>>(new Map());
  #asked = new Set<number>([0]);
  #fetch: (offset: number, limit: number) => Promise<CustomerRow[]>;

  /** @param first  the rows of block 0, which came with the totals */
  constructor(first: CustomerRow[], fetch: (offset: number, limit: number) => Promise<CustomerRow[]>) {
    this.#blocks = new Map([[0, first]]);
    this.#fetch = fetch;
  }

  /** The row at a position; undefined while it is on its way. */
  row(index: number): CustomerRow | undefined {
    return this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  /** Fetches what is missing of the rows [first, end). A block that could not be fetched is asked for again when it is needed next. */
  need(first: number, end: number): void {
    for (let block = Math.floor(first / BLOCK); block * BLOCK < end; block++) {
      if (this.#asked.has(block)) continue;
      this.#asked.add(block);
      this.#fetch(block * BLOCK, BLOCK).then(
        (rows) => (this.#blocks = new Map(this.#blocks).set(block, rows)),
        () => this.#asked.delete(block),
      );
    }
  }
}
