import type { Encoding } from '../../terms/plan';
import { likeliestEncoding } from './encoding-scores';
import { utf8Damage } from './utf8-damage';

/** So many valid UTF-8 characters and fewer may be other letters by chance: 联通 in GB18030 is one such case. */
const CHANCE = 8;

/**
 * Encoding of a file from samples of its bytes: mark, UTF-16 by its zeros, (mostly) valid UTF-8, then the likeliest of the older ones.
 *
 * @param samples  head of the file first, then further pieces, which may begin and end inside a character
 */
export function detectEncoding(samples: readonly Uint8Array[]): Encoding {
  const head = samples[0] ?? new Uint8Array(0);
  const certain = encodingOfMark(head) ?? utf16WithoutMark(head);
  if (certain) return certain;
  const { whole, invalid } = damageOf(samples);
  // A few broken characters among many whole ones are damage, not another encoding: they are counted and shown.
  const valid = invalid * 2 <= whole;
  return valid && (whole === 0 || whole > CHANCE) ? 'utf-8' : likeliestEncoding(samples, valid);
}

/** Bytes that open a file and name its encoding; the decoder drops them. */
function encodingOfMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: digits, commas and line ends are a zero beside an ASCII byte, always on the same side. Where nearly all bytes are
 * ASCII and a zero stands here and there, the text is no UTF-16 but damaged.
 */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
  let little = 0;
  let big = 0;
  let plain = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    const first = isText(head[i]!);
    const second = isText(head[i + 1]!);
    if (first && second) plain++;
    else if (first && head[i + 1] === 0) little++;
    else if (second && head[i] === 0) big++;
  }
  const units = head.length >> 1;
  if (little + big < 2 || (little + big) * 50 < units || plain * 4 > units * 3) return null;
  if (little > big * 4) return 'utf-16le';
  return big > little * 4 ? 'utf-16be' : null;
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function damageOf(samples: readonly Uint8Array[]): { whole: number; invalid: number } {
  const each = samples.map((sample) => utf8Damage(sample));
  return { whole: each.reduce((sum, d) => sum + d.whole, 0), invalid: each.reduce((sum, d) => sum + d.invalid, 0) };
}
