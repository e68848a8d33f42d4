/** Bytes from here on may stand inside a character; smaller ones (blank, comma, quote, line end) end a character in every encoding. */
const INSIDE = 0x30;
/** Bytes of words that are kept: enough for a firm answer, few enough to be decoded many times. */
const ENOUGH = 8192;
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
  const share = ENOUGH / samples.length;
  samples.forEach((sample, n) => collect(sample, n > 0, words, Math.ceil(share * (n + 1))));
  return joined([...words.values()]);
}

function collect(bytes: Uint8Array, cutEdges: boolean, words: Map<string, Uint8Array>, until: number): void {
  let held = 0;
  for (const word of words.values()) held += word.length;
  let start = cutEdges ? endOfWord(bytes, 0) : 0;
  while (start < bytes.length && held < until) {
    const end = endOfWord(bytes, start);
    if (end === bytes.length && cutEdges) return;
    const word = bytes.subarray(start, Math.min(end, start + LONGEST));
    start = end + 1;
    if (!word.some((byte) => byte > 0x7f)) continue;
    const key = String.fromCharCode(...word);
    if (words.has(key)) continue;
    words.set(key, word);
    held += word.length;
  }
}

function endOfWord(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && bytes[i]! >= INSIDE) i++;
  return i;
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
