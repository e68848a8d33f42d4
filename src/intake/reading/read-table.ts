import { AppError } from '../../terms/app-error';
import type { Dialect, Encoding } from '../../terms/plan';
import type { Tell } from '../../terms/progress';
import { LostCharacters } from '../decoding/lost-characters';
import type { RawTable } from '../table/raw-table';
import { RowParser } from './row-parser';
import { RowTaker } from './row-taker';
import { ByteReader, canScan, startOfRest } from './scan-bytes';
import { PieceDecoder, piecesOf } from '../decoding/text-source';
import { utf8Damage } from '../decoding/utf8-damage';

const TELL_EVERY_MS = 100;

export interface ReadFile {
  table: RawTable;
  /** Characters that could not be decoded. */
  undecodable: number;
  /** Lines of the first rows with such a character, at most five. */
  undecodableLines: number[];
}

/** A piece of the file that is no UTF-8 at all although it was read as such; reading stopped there. */
export interface NotUtf8 {
  notUtf8: Uint8Array;
}

/** How a file is to be read. */
export interface HowToRead {
  encoding: Encoding;
  dialect: Dialect;
  /** Whether the encoding may turn out to be wrong. */
  guessed: boolean;
  /** Columns that most rows have, 0 when that is not known. */
  width: number;
  /** Bytes read at a time; absent: as many as is fastest. */
  slice?: number;
  /** Whether rows may be found in the bytes where that is possible; absent: yes. What is read is the same either way. */
  direct?: boolean;
}

/**
 * Reads a whole file into columns, once, in pieces.
 *
 * The parser reads what stands above the data and all that is irregular; where bytes and dialect allow it, the other rows go from the bytes
 * into the table without becoming texts. Stops early with `notUtf8` when `encoding` is a guess and a piece proves it wrong.
 * Cost: linear; about 0.6 s for 76 MB in V8, 2 s where everything has to be parsed.
 */
export async function readTable(blob: Blob, how: HowToRead, tell: Tell): Promise<ReadFile | NotUtf8> {
  const reading = new Reading(how);
  let told = 0;
  for await (const { bytes, read, last } of piecesOf(blob, how.slice)) {
    if (!reading.take(bytes, last)) return { notUtf8: bytes };
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) continue;
    told = now;
    const { rows } = reading.rows;
    tell({ phase: 'read', rows, rowsExpected: Math.round((rows / read) * blob.size), bytes: read, bytesTotal: blob.size });
  }
  const { rows } = reading.rows;
  tell({ phase: 'read', rows, rowsExpected: rows, bytes: blob.size, bytesTotal: blob.size });
  return { table: reading.rows.table(), undecodable: reading.lost.count, undecodableLines: reading.lost.lines };
}

/** A file while it is read, by the parser and by the reader of bytes in turns. */
class Reading {
  readonly rows: RowTaker;
  readonly lost = new LostCharacters();
  readonly #how: HowToRead;
  readonly #parser: RowParser;
  readonly #reader: ByteReader | null;
  #decoder: PieceDecoder;

  constructor(how: HowToRead) {
    this.#how = how;
    this.rows = new RowTaker(how.dialect, how.width);
    this.#parser = new RowParser(
      how.dialect,
      (cells, line) => {
        this.lost.takeRow(cells, line);
        this.rows.take(cells, line);
      },
      how.width,
    );
    this.#reader = how.direct !== false && canScan(how.encoding, how.dialect) ? new ByteReader(how.encoding, how.dialect) : null;
    this.#decoder = new PieceDecoder(how.encoding);
  }

  /** Takes the next piece; false when it is no UTF-8 although that was the guess. */
  take(bytes: Uint8Array, last: boolean): boolean {
    const reader = this.#reader;
    if (!reader?.reading) return this.#parse(bytes, bytes, last);
    const left = reader.take(bytes, last);
    if (left === null) return true;
    this.#parser.goOn(reader.place);
    this.#decoder = new PieceDecoder(this.#how.encoding, false);
    return this.#parse(left, bytes, last);
  }

  /** Parses the end of a piece, or all of it. */
  #parse(left: Uint8Array, piece: Uint8Array, last: boolean): boolean {
    const text = this.#decoder.next(left, last);
    refuseZeros(text);
    const lost = this.lost.takeText(text);
    if (lost > 0 && this.#how.guessed && this.#how.encoding === 'utf-8' && isNotUtf8(piece)) return false;
    this.#parser.push(text);
    if (last) this.#parser.finish();
    else this.#handOver(left);
    return true;
  }

  /** Lets the reader of bytes go on once the data have begun, from the beginning of the row that is not whole yet. */
  #handOver(left: Uint8Array): void {
    const table = this.rows.begun;
    if (!this.#reader || !table) return;
    const { rest } = this.#parser;
    const from = rest.includes('\ufffd') ? -1 : startOfRest(left, rest, this.#decoder.holds);
    if (from >= 0) this.#reader.begin(table, this.#parser.leave(), left.subarray(from));
  }
}

function refuseZeros(text: string): void {
  if (text.includes('\0')) throw new AppError('intake/not-text', { looksLike: 'binary' });
}

function isNotUtf8(bytes: Uint8Array): boolean {
  const { whole, invalid } = utf8Damage(bytes);
  return invalid > whole;
}
