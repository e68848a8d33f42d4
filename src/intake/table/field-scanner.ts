import type { ByteFields } from '../../core/columns/dictionary';
import { FIRST_HASH, mixed, nextHash } from '../../core/columns/text-hash';

const LF = 10;
const CR = 13;
/** Fields that are found before they are given on. */
const FIELDS = 1 << 14;

/** Why the scanner stopped: the bytes end inside a row, there is no more room for fields, a row has another width, a row is not regular. */
export type Stop = 'end' | 'full' | 'other-width' | 'irregular';

/**
 * Finds the fields of whole rows in bytes, without making texts.
 *
 * Regular is what every reader of CSV takes for the same: fields without a quote at their beginning; or in quotes, with quotes inside
 * doubled, a delimiter or line end following at once. Anything else stops the scanner before the row, for a parser to decide.
 */
export class FieldScanner implements ByteFields {
  bytes: Uint8Array = new Uint8Array(0);
  readonly from = new Int32Array(FIELDS);
  readonly end = new Int32Array(FIELDS);
  readonly hash = new Int32Array(FIELDS);
  /** Line of the file on which each row begins, 1 first. */
  readonly lines = new Uint32Array(FIELDS);
  /** Rows found by the last scan, each `width` fields long. */
  rows = 0;
  /** Fields of the row after them, when it has another width. */
  others = 0;
  /** Line of the file on which the next row begins. */
  line = 1;
  stopped: Stop = 'end';
  readonly #delimiter: number;
  /** The quote's byte, -1 without one. */
  readonly #quote: number;
  /** Fields found, up to the end of the row found last. */
  #found = 0;

  constructor(delimiter: string, quote: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
  }

  /**
   * Finds rows of `width` fields from `at` up to `stop`, where a line feed has to stand that is none of the file's; gives the place after
   * the last row found. A row of another width is the last one.
   * @param last  whether the file ends at `stop`, which ends a row too
   */
  scan(at: number, stop: number, width: number, last: boolean): number {
    this.rows = 0;
    this.others = 0;
    this.stopped = 'end';
    while (at < stop) {
      const first = this.rows * width;
      const begin = this.line;
      const next = this.#row(at, stop, first, last);
      if (next < 0) {
        this.line = begin;
        return at;
      }
      at = next;
      this.lines[this.rows] = begin;
      if (this.#found - first !== width) {
        this.others = this.#found - first;
        this.stopped = 'other-width';
        return at;
      }
      this.rows++;
    }
    return at;
  }

  /** Finds the fields of one row; the place after its end, or -1 after saying in `stopped` why there is none. */
  #row(at: number, stop: number, first: number, last: boolean): number {
    const { bytes, from, end, hash } = this;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const highest = Math.max(delimiter, CR);
    for (let n = first; n < FIELDS; n++) {
      let byte = bytes[at]!;
      if (byte === quote) {
        at = this.#quoted(at, n, stop, last);
        if (at < 0) return -1;
        byte = bytes[at]!;
      } else {
        const begin = at;
        let h = FIRST_HASH;
        let high = 0;
        // Most letters stand above all bytes that end a field, so that one comparison tells them.
        while (byte > highest || (byte !== delimiter && byte !== LF && byte !== CR)) {
          h = nextHash(h, byte);
          high |= byte;
          byte = bytes[++at]!;
        }
        from[n] = high < 0x80 ? begin : ~begin;
        end[n] = at;
        hash[n] = mixed(h);
      }
      if (byte === delimiter) {
        at++;
        continue;
      }
      this.#found = n + 1;
      return this.#pastLineEnd(at, stop, last);
    }
    this.stopped = first === 0 ? 'irregular' : 'full';
    return -1;
  }

  /** Place after the line end at `at`; -1 when it, or the second half of it, may only come with the next bytes. */
  #pastLineEnd(at: number, stop: number, last: boolean): number {
    if (!last && (at === stop || (this.bytes[at] === CR && at + 1 === stop))) {
      this.stopped = 'end';
      return -1;
    }
    this.line++;
    return this.bytes[at] === CR && this.bytes[at + 1] === LF ? at + 2 : at + 1;
  }

  /** Finds the end of a field in quotes; the place after it, or -1. */
  #quoted(open: number, n: number, stop: number, last: boolean): number {
    const bytes = this.bytes;
    const quote = this.#quote;
    let at = open + 1;
    let h = FIRST_HASH;
    let high = 0;
    let made = false;
    for (; ; at++) {
      const byte = bytes[at]!;
      if (byte > quote) high |= byte;
      else if (byte === quote) {
        if (bytes[at + 1] !== quote) break;
        made = true;
        at++;
      } else if (byte === LF || byte === CR) {
        if (at >= stop) return this.#endless(last);
        if (byte === CR) made = true;
        if (byte === LF || bytes[at + 1] !== LF) this.line++;
      }
      h = nextHash(h, byte);
    }
    // Whether a quote at the end of the bytes is doubled can only be seen in the next ones.
    if (at + 1 >= stop && !last) return this.#endless(false);
    const next = bytes[at + 1]!;
    if (next !== this.#delimiter && next !== LF && next !== CR) return this.#endless(true);
    this.end[n] = at;
    this.from[n] = made ? ~open : high < 0x80 ? open + 1 : ~(open + 1);
    this.hash[n] = made ? hashOfBytes(bytes, open, at) : mixed(h);
    return at + 1;
  }

  #endless(irregular: boolean): number {
    this.stopped = irregular ? 'irregular' : 'end';
    return -1;
  }
}

function hashOfBytes(bytes: Uint8Array, from: number, end: number): number {
  let h = FIRST_HASH;
  for (let k = from; k < end; k++) h = nextHash(h, bytes[k]!);
  return mixed(h);
}
