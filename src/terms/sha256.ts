/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K = firstPrimes(64).map((p) => fraction(Math.cbrt(p)));
/** The same of the square roots of the first eight. */
const START = firstPrimes(8).map((p) => fraction(Math.sqrt(p)));

/**
 * SHA-256 of a text's UTF-8 bytes, in hex (FIPS 180-4). At once and everywhere: the browser's own digest is asynchronous and missing on
 * pages that are not secure. For small documents; files go through the browser.
 */
export function sha256(text: string): string {
  const blocks = padded(new TextEncoder().encode(text));
  const hash = Int32Array.from(START);
  const w = new Int32Array(64);
  for (let at = 0; at < blocks.length; at += 16) {
    w.set(blocks.subarray(at, at + 16));
    for (let i = 16; i < 64; i++) w[i] = small1(w[i - 2]!) + w[i - 7]! + small0(w[i - 15]!) + w[i - 16]!;
    round(hash, w);
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function round(hash: Int32Array, w: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i]! += word));
}

/** The bytes as big-endian words, with a one, zeros and the length in bits behind them. */
function padded(bytes: Uint8Array): Int32Array {
  const view = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
  bytes.forEach((byte, i) => view.setUint8(i, byte));
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 4, bytes.length * 8);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  return Int32Array.from({ length: view.byteLength / 4 }, (_, i) => view.getInt32(i * 4));
}

const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
const small0 = (x: number): number => turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
const small1 = (x: number): number => turn(x, 17) ^ turn(x, 19) ^ (x >>> 10);

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
}
