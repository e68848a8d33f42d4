import type { Encoding } from '../terms/plan';
import { encodingProfiles, type Profile } from './encoding-profiles';
import { nonAsciiWords } from './non-ascii-words';
import { scriptOf, type Script } from './script-of';

const BROKEN = 24;
const ASCII = 5;
/** A character of a script that the language does not write. */
const FOREIGN = 24;
const WORD_FOUND = 8;

/** The likeliest encoding of bytes that are not Unicode. ASCII is taken for windows-1252. */
export function legacyEncoding(samples: readonly Uint8Array[]): Encoding {
  const words = nonAsciiWords(samples);
  let best: Encoding = 'windows-1252';
  let least = Infinity;
  for (const { encoding, bits } of encodingScores(words)) {
    if (bits >= least) continue;
    best = encoding;
    least = bits;
  }
  return best;
}

/**
 * How surprising some words are under each profile, in bits; the least is the likeliest.
 *
 * @param words  lines of bytes, as `nonAsciiWords` gives them
 */
export function encodingScores(words: Uint8Array<ArrayBuffer>): { encoding: Encoding; bits: number }[] {
  const texts = new Map<Encoding, string[]>();
  return encodingProfiles().map((profile) => {
    const { encoding } = profile;
    if (!texts.has(encoding)) texts.set(encoding, new TextDecoder(encoding).decode(words, { stream: true }).split('\n'));
    return { encoding, bits: bitsOf(texts.get(encoding)!, profile) };
  });
}

function bitsOf(words: readonly string[], profile: Profile): number {
  let bits = profile.start;
  for (const word of words) bits += Math.min(bitsOfWord(word, profile), 30 + 10 * word.length);
  const text = words.join('\n');
  for (const word of profile.words) if (text.includes(word)) bits -= WORD_FOUND;
  return bits;
}

function bitsOfWord(word: string, profile: Profile): number {
  let bits = 0;
  let before: Script = 'digit';
  let wasLower = false;
  for (const character of word) {
    const code = character.codePointAt(0)!;
    const script = scriptOf(code);
    bits += code < 0x80 ? ASCII : script === 'broken' ? BROKEN : (profile.known.get(code) ?? profile.other[script] ?? FOREIGN);
    bits += joint(before, script);
    const isLower = character !== character.toUpperCase();
    if (wasLower && !isLower && character !== character.toLowerCase()) bits += 6;
    wasLower = isLower;
    before = script;
  }
  return bits;
}

/** Bits for two characters side by side: scripts rarely meet inside a word, and accented letters stand between plain ones. */
function joint(before: Script, script: Script): number {
  if (before === 'digit' || script === 'digit' || before === 'mark' || script === 'mark') return 0;
  if (before === script) return script === 'latin' ? 3 : 0;
  if (before === 'half-kana' || script === 'half-kana') return 6;
  if (before === 'kana' || script === 'kana') return before === 'han' || script === 'han' ? 0 : 3;
  if (before === 'latin' || script === 'latin') return before === 'ascii' || script === 'ascii' ? 0 : 6;
  return 4;
}
