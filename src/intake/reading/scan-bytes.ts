import type { Dialect, Encoding } from '../../terms/plan';
import { FieldScanner } from '../table/field-scanner';
import { FieldTexts } from '../table/field-texts';
import type { RawTable } from '../table/raw-table';
import { goesOn } from '../decoding/text-source';

const LF = 10;
const CR = 13;
/** A row that is not at its end after so many bytes is left to the parser, which knows when to refuse it. */
const LONGEST_ROW = 1 << 20;

/** Encodings in which every byte below 0x80 is a letter of ASCII. */
const ONE_BYTE: readonly Encoding[] = ['utf-8', 'windows-1252', 'windows-1250', 'windows-1251'];
/** Encodings in which such a byte may be the second half of a letter, but never a comma, semicolon, tab, quote or line end. */
const TWO_BYTE: readonly Encoding[] = ['gb18030', 'big5', 'shift_jis', 'euc-kr'];

/** Whether rows can be found in the bytes of a file without decoding them. */
export function canScan(encoding: Encoding, { delimiter, escape }: Dialect): boolean {
  if (escape !== undefined) return false;
  if (ONE_BYTE.includes(encoding)) return [',', ';', '\t', '|'].includes(delimiter);
  return TWO_BYTE.includes(encoding) && [',', ';', '\t'].includes(delimiter);
}

/** Where in a file the scanner and the parser hand over to each other: always at the beginning of a row. */
export interface Place {
  /** Line of the file on which the next row begins, 1 first. */
  line: number;
  /** Cells of the row before. */
  width: number;
}

/**
 * The direct way from the bytes of a file into a table, for the rows that every reader of CSV takes for the same. It gives a table what
 * the parser would give it; what is not regular, not whole or not decodable it gives back, from the beginning of that row on.
 */
export class ByteReader {
  readonly #encoding: Encoding;
  readonly #fields: FieldScanner;
  readonly #texts: FieldTexts;
  #table: RawTable | null = null;
  #width = 0;
  /** Bytes of a row that is not whole yet, at the beginning. */
  #buffer = new Uint8Array(0);
  #held = 0;

  constructor(encoding: Encoding, { delimiter, quote }: Dialect) {
    this.#encoding = encoding;
    this.#fields = new FieldScanner(delimiter, quote);
    this.#texts = new FieldTexts(this.#fields, encoding, quote);
  }

  /** Whether it is reading; else the bytes are the parser's. */
  get reading(): boolean {
    return this.#table !== null;
  }

  /** Where the parser has to go on after bytes were given back. */
  get place(): Place {
    return { line: this.#fields.line, width: this.#width };
  }

  /** Begins to read into a table after the row that the parser has read last; `held` are bytes of the next row. */
  begin(table: RawTable, { line, width }: Place, held: Uint8Array): void {
    this.#table = table;
    this.#fields.line = line;
    this.#width = width;
    this.#hold(held);
  }

  /** Reads the rows of the next bytes; gives back those from the first row on that it must not read, null when there is none. */
  take(bytes: Uint8Array, last: boolean): Uint8Array | null {
    const length = this.#held + bytes.length;
    this.#reserve(length);
    this.#buffer.set(bytes, this.#held);
    this.#buffer[length] = LF;
    this.#fields.bytes = this.#buffer;
    const sound = this.#isSound(length, last);
    const row = this.#buffer.subarray(sound ? this.#rows(length, last) : 0, length);
    if (sound && this.#fields.stopped === 'end' && row.length <= LONGEST_ROW && (!last || row.length === 0)) {
      this.#hold(row);
      return null;
    }
    this.#table = null;
    this.#held = 0;
    return row;
  }

  /** Reads rows up to `length`; the place of the first that was not read. */
  #rows(length: number, last: boolean): number {
    const fields = this.#fields;
    const table = this.#table!;
    const width = table.columns.length;
    let at = 0;
    do {
      at = fields.scan(at, length, width, last);
      if (fields.rows > 0) {
        table.pushFields(fields, this.#texts);
        this.#width = width;
      }
      if (fields.stopped === 'other-width') this.#giveOther(table, fields.rows * width, fields.others);
    } while (fields.stopped === 'full' || fields.stopped === 'other-width');
    return Math.min(at, length);
  }

  /** Gives a row of another width than the table's. */
  #giveOther(table: RawTable, first: number, count: number): void {
    const cells = Array.from({ length: count }, (_, i) => this.#texts.text(first + i));
    table.push(cells, this.#fields.lines[this.#fields.rows]!);
    this.#width = count;
  }

  /** Whether all bytes can be decoded and none is 0. Where all are ASCII they need not be decoded to know. */
  #isSound(length: number, last: boolean): boolean {
    const kinds = kindsOfBytes(this.#buffer, length);
    if (kinds.zero || kinds.ascii) return !kinds.zero;
    const bytes = this.#buffer.subarray(0, length);
    const text = new TextDecoder(this.#encoding, { ignoreBOM: true }).decode(bytes, { stream: goesOn(this.#encoding, last) });
    return !text.includes('\ufffd');
  }

  #hold(row: Uint8Array): void {
    const { length } = row;
    if (row.buffer === this.#buffer.buffer) this.#buffer.copyWithin(0, row.byteOffset, row.byteOffset + length);
    else {
      this.#reserve(length);
      this.#buffer.set(row);
    }
    this.#held = length;
  }

  /** Makes room for so many bytes, a line feed behind them, and a multiple of four. */
  #reserve(length: number): void {
    if (length < this.#buffer.length) return;
    const bigger = new Uint8Array((length + (length >> 2) + 8) & ~3);
    bigger.set(this.#buffer.subarray(0, this.#held));
    this.#buffer = bigger;
  }
}

/** Whether a byte is 0 and whether all are ASCII, four at a time. The bytes behind the end become line feeds. */
function kindsOfBytes(bytes: Uint8Array, length: number): { zero: boolean; ascii: boolean } {
  // What is left of an earlier row behind the end must not be taken for a part of this one.
  const whole = (length + 3) & ~3;
  bytes.fill(LF, length, whole);
  const fours = new Int32Array(bytes.buffer, 0, whole >> 2);
  let high = 0;
  let zero = 0;
  for (let i = 0; i < fours.length; i++) {
    const four = fours[i]!;
    high |= four;
    zero |= (four - 0x01010101) & ~four;
  }
  return { zero: (zero & 0x80808080) !== 0, ascii: (high & 0x80808080) === 0 };
}

/**
 * Where the row begins in bytes of which the parser has not read the end.
 *
 * @param rest  the text of that row so far, every line end as \n
 * @param held  whether a carriage return near the end may be half of a line end, so that the parser has not seen it yet
 * @returns     -1 when the row began in earlier bytes
 */
export function startOfRest(bytes: Uint8Array, rest: string, held: boolean): number {
  let lineEnds = rest.split('\n').length;
  for (let at = held ? bytes.lastIndexOf(CR) : bytes.length; at > 0; at--) {
    const byte = bytes[at - 1];
    if (byte !== LF && byte !== CR) continue;
    if (--lineEnds === 0) return at;
    if (byte === LF && at > 1 && bytes[at - 2] === CR) at--;
  }
  return -1;
}
