/** Bytes from here on may stand inside a character; smaller ones (blank, comma, quote, line end) end a character in every encoding. */
const INSIDE = 0x30;
/** Bytes of words that are kept: enough for a firm answer, few enough to be decoded many times. */
const ENOUGH = 2048;
/** A longer word is a paragraph; its beginning says as much as the whole. */
const LONGEST = 120;

/**
 * The different words of some samples that hold bytes above ASCII, each ended by a line feed; empty when all is ASCII.
 *
 * A word is a run without ASCII marks, so no character is cut and damage in one word cannot reach the next. Words at the edges of the
 * further samples may be cut and are left out. Digits and other ASCII cells say nothing and are not kept. Cost: linear.
 */
export function nonAsciiWords(samples: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const words = new Map<string, Uint8Array>();
  const share = ENOUGH / Math.max(1, samples.length);
  samples.forEach((sample, n) => collect(sample, n > 0, words, share));
  return joined([...words.values()]);
}

/** Adds the words of a sample until `most` bytes of it are kept. */
function collect(bytes: Uint8Array, cutEdges: boolean, words: Map<string, Uint8Array>, most: number): void {
  let kept = 0;
  let start = 0;
  let high = false;
  for (let i = 0; i <= bytes.length && kept < most; i++) {
    const byte = i < bytes.length ? bytes[i]! : 0;
    if (byte > 0x7f) high = true;
    if (byte >= INSIDE) continue;
    if (high && !(cutEdges && (start === 0 || i === bytes.length)))
      kept += keep(bytes.subarray(start, Math.min(i, start + LONGEST)), words);
    start = i + 1;
    high = false;
  }
}

function keep(word: Uint8Array, words: Map<string, Uint8Array>): number {
  const key = String.fromCharCode(...word);
  if (words.has(key)) return 0;
  words.set(key, word);
  return word.length;
}

function joined(words: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(words.reduce((sum, word) => sum + word.length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const word of words) {
    all.set(word, at);
    at += word.length + 1;
  }
  return all;
}
