import { AppError } from '../../terms/app-error';

/** Bytes that one dropped file may unpack to, whatever is packed in what. */
const MOST_BYTES = 2 * 1024 ** 3;
/** How often more than it was packed in a thing may become; only what grows past `FREE_BYTES` is measured. Real tables shrink 5 to 50 times. */
const MOST_TIMES = 100;
const FREE_BYTES = 16 * 1024 ** 2;
/** Chunks are handed to a blob in groups, so that the browser can move them out of memory. */
const GROUP = 8 * 1024 ** 2;

/** What is left of the room that one dropped file may take when it is unpacked. */
export class Allowance {
  #bytes: number;

  constructor(bytes = MOST_BYTES) {
    this.#bytes = bytes;
  }

  /** Refuses a thing by what it says of itself. Throws `intake/unpacks-too-large`. */
  check(unpacked: number, packed: number): void {
    if (unpacked > this.#bytes || (unpacked > FREE_BYTES && unpacked > packed * MOST_TIMES)) throw this.#tooLarge();
  }

  /** Counts bytes that came out of a thing so far: `more` now, `unpacked` in all. Throws `intake/unpacks-too-large`. */
  take(more: number, unpacked: number, packed: number): void {
    this.#bytes -= more;
    if (this.#bytes < 0 || (unpacked > FREE_BYTES && unpacked > packed * MOST_TIMES)) throw this.#tooLarge();
  }

  /** Gives back what a thing took that is not kept. */
  giveBack(bytes: number): void {
    this.#bytes += bytes;
  }

  #tooLarge(): AppError {
    return new AppError('intake/unpacks-too-large', { most: MOST_BYTES / 1024 ** 3 });
  }
}

/** What comes out of a packed thing, counted while it comes. */
export class Unpacked {
  readonly #allowance: Allowance;
  readonly #packed: number;
  #bytes = 0;
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;
  #groups: Blob[] = [];

  /** @param packed  bytes that it takes packed */
  constructor(allowance: Allowance, packed: number) {
    this.#allowance = allowance;
    this.#packed = packed;
  }

  add(chunk: Uint8Array<ArrayBuffer>): void {
    this.#bytes += chunk.length;
    this.#allowance.take(chunk.length, this.#bytes, this.#packed);
    this.#chunks.push(chunk);
    this.#waiting += chunk.length;
    if (this.#waiting >= GROUP) this.#group();
  }

  /** Forgets what came out, which then does not count. */
  giveBack(): void {
    this.#allowance.giveBack(this.#bytes);
    this.#bytes = this.#waiting = 0;
    this.#chunks = [];
    this.#groups = [];
  }

  blob(): Blob {
    this.#group();
    return new Blob(this.#groups);
  }

  #group(): void {
    this.#groups.push(new Blob(this.#chunks));
    this.#chunks = [];
    this.#waiting = 0;
  }
}
