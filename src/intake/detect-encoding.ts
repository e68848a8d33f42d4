import type { Encoding } from '../terms/plan';

/** Bytes that open a file and name its encoding; the decoder drops them. */
function encodingOfMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * Encoding of a file from samples of its bytes: mark, pattern of zero bytes, (mostly) valid UTF-8, then GB18030 against windows-1252.
 *
 * @param samples  head of the file first, then further pieces, which may begin and end inside a character
 */
export function detectEncoding(samples: readonly Uint8Array[]): Encoding {
  const head = samples[0] ?? new Uint8Array(0);
  const certain = encodingOfMark(head) ?? encodingOfZeros(head);
  if (certain) return certain;
  return isMostlyUtf8(samples) ? 'utf-8' : legacyEncoding(samples);
}

/** A few broken characters among many whole ones are damage, not another encoding: they are counted and shown. */
function isMostlyUtf8(samples: readonly Uint8Array[]): boolean {
  const damage = samples.map((sample) => utf8Damage(sample));
  const whole = damage.reduce((sum, d) => sum + d.whole, 0);
  const invalid = damage.reduce((sum, d) => sum + d.invalid, 0);
  return invalid * 4 < whole || invalid === 0;
}

/** UTF-16 without a mark: letters, commas and line ends leave a zero in every second byte, always on the same side. */
function encodingOfZeros(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] === 0) {
      if (i % 2) odd++;
      else even++;
    }
  }
  if (even + odd < 2 || (even + odd) * 50 < head.length) return null;
  if (odd > even * 10) return 'utf-16le';
  return even > odd * 10 ? 'utf-16be' : null;
}

/** How many multi-byte characters of a sample are whole, and how many bytes fit nowhere; cut characters at both ends are forgiven. */
export function utf8Damage(bytes: Uint8Array): { whole: number; invalid: number } {
  let whole = 0;
  let invalid = 0;
  let i = 0;
  while (i < 3 && i < bytes.length && (bytes[i]! & 0xc0) === 0x80) i++;
  while (i < bytes.length) {
    const length = utf8Length(bytes, i);
    if (length < 0) break;
    if (length === 0) invalid++;
    else if (length > 1) whole++;
    i += length || 1;
  }
  return { whole, invalid };
}

/** Length of the character at i, 0 when there is none, -1 when the sample ends inside it. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) {
    if (i + k >= bytes.length) return -1;
    if ((bytes[i + k]! & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/**
 * GB18030 or windows-1252, for bytes that are not UTF-8. Almost every byte string decodes as GB18030, so the pairs decide: in Chinese text
 * high bytes stand side by side (or in fours with digits between them), while an accented Latin letter stands alone between ASCII letters.
 */
export function legacyEncoding(samples: readonly Uint8Array[]): Encoding {
  let hanzi = 0;
  let pairs = 0;
  for (const bytes of samples) {
    for (let i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i]! < 0x80) continue;
      pairs++;
      const four = isDigit(bytes[i + 1]!) && bytes[i + 2]! >= 0x81 && isDigit(bytes[i + 3] ?? 0);
      if (four || (bytes[i]! >= 0x81 && bytes[i]! <= 0xfe && bytes[i + 1]! >= 0x80 && bytes[i + 1]! <= 0xfe)) hanzi++;
      i += four ? 3 : 1;
    }
  }
  return pairs > 0 && hanzi / pairs > 0.6 ? 'gb18030' : 'windows-1252';
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
