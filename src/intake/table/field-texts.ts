import { Dictionary } from '../../core/columns/dictionary';
import { textOf } from '../../core/columns/text-of';
import type { Encoding } from '../../terms/plan';
import type { FieldScanner } from './field-scanner';
import { withNewlines } from '../decoding/text-source';

/** Different fields of a column that are remembered by their bytes; then it begins anew, so that names of millions are not held twice. */
const REMEMBERED = 1 << 17;

/** Bytes of fields that are no plain ASCII, and the code that each has in its column. */
interface Known {
  bytes: Dictionary;
  codes: number[];
}

/** Makes the texts of fields that a scanner found: of those that are no plain ASCII, each different one once. */
export class FieldTexts {
  readonly #fields: FieldScanner;
  readonly #decoder: TextDecoder;
  readonly #quote: string;
  readonly #known: Known[] = [];

  /** @param quote  as in the dialect */
  constructor(fields: FieldScanner, encoding: Encoding, quote: string) {
    this.#fields = fields;
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
    this.#quote = quote;
  }

  /** Text of a field. */
  text(field: number): string {
    const { bytes, from, end } = this.#fields;
    const begin = from[field]!;
    if (begin >= 0) return textOf(bytes, begin, end[field]!);
    // Told that more follows, no decoder takes the end of a field for the end of the file; the field itself is known to be whole.
    const text = this.#decoder.decode(bytes.subarray(~begin, end[field]!), { stream: true });
    const quote = this.#quote;
    return quote !== '' && text.startsWith(quote) ? withNewlines(text.slice(1)).replaceAll(quote + quote, quote) : text;
  }

  /** Code of a field that is no plain ASCII among the texts of its column. */
  code(field: number, texts: Dictionary, column: number): number {
    const { bytes, from, end, hash } = this.#fields;
    let known = this.#known[column];
    if (!known || known.bytes.size >= REMEMBERED) known = this.#known[column] = { bytes: new Dictionary(), codes: [] };
    const at = known.bytes.addBytes(bytes, ~from[field]!, end[field]!, hash[field]!);
    return (known.codes[at] ??= texts.add(this.text(field)));
  }
}
