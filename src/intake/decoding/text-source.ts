import { AppError } from '../../terms/app-error';
import type { Encoding } from '../../terms/plan';

/** Bytes read at a time: 1 MiB is where the parser is fastest and a refusal still comes at once. */
const SLICE = 1 << 20;

/** Some bytes of a file. A file that was moved or locked since it was chosen fails here, as `intake/unreadable`. */
export async function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(from, Math.min(to, blob.size)).arrayBuffer());
  } catch (cause) {
    throw new AppError('intake/unreadable', {}, cause);
  }
}

/** A piece of a file. */
export interface Piece {
  bytes: Uint8Array;
  /** Bytes of the file read so far. */
  read: number;
  last: boolean;
}

/** The bytes of a file piece by piece. */
export async function* piecesOf(blob: Blob, size = SLICE): AsyncGenerator<Piece> {
  let next = bytesOf(blob, 0, size);
  for (let from = 0; from < blob.size; from += size) {
    const bytes = await next;
    const last = from + size >= blob.size;
    // The next piece is fetched while this one is read; should nobody come for it, its failure is nobody's.
    if (!last) (next = bytesOf(blob, from + size, from + 2 * size)).catch(() => undefined);
    yield { bytes, read: from + bytes.length, last };
  }
}

/** Text of the pieces of a file, every line end as \n. One decoder for all pieces, so no character is cut. */
export class PieceDecoder {
  readonly #encoding: Encoding;
  readonly #decoder: TextDecoder;
  #held = '';

  /** @param fromStart  whether the first piece begins with the file, whose mark of the encoding is no text */
  constructor(encoding: Encoding, fromStart = true) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: !fromStart });
  }

  /** Whether a carriage return is held back because it may be the first half of a line end. */
  get holds(): boolean {
    return this.#held !== '';
  }

  next(bytes: Uint8Array, last: boolean): string {
    const text = this.#held + this.#decoder.decode(bytes, { stream: goesOn(this.#encoding, last) });
    // A \r at the end may be the first half of \r\n.
    this.#held = !last && text.endsWith('\r') ? '\r' : '';
    return withNewlines(this.#held ? text.slice(0, -1) : text);
  }
}

/**
 * Whether a decoder is told that more bytes follow. With one byte a letter there is nothing to wait for, and Node 20 takes the last bytes
 * of windows-1252 for latin1: its € and curly quotes become control characters.
 */
export function goesOn(encoding: Encoding, last: boolean): boolean {
  return !last || encoding.startsWith('windows-');
}

/** \r\n and \r become \n. */
export function withNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
