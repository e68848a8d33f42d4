import type { Encoding } from '../../terms/plan';
import { encodingProfiles, type Profile } from './encoding-profiles';
import { nonAsciiWords } from './non-ascii-words';
import { wordBits } from './word-bits';

const HEADER_WORD = 8;
/** More than all header words together can win back: a profile so far behind is out. */
const HOPELESS = 150;

/**
 * The likeliest encoding of bytes above ASCII. ASCII alone is taken for windows-1252.
 *
 * @param unicode  whether UTF-8 is a candidate too: the bytes are valid, but so few that chance may have made them so
 */
export function likeliestEncoding(samples: readonly Uint8Array[], unicode = false): Encoding {
  const words = nonAsciiWords(samples);
  const texts = new Map<Encoding, string>();
  let best: Encoding = 'windows-1252';
  let least = Infinity;
  for (const profile of encodingProfiles()) {
    const { encoding } = profile;
    if (encoding === 'utf-8' && !unicode) continue;
    // Told that more follows: Node 20 takes the last bytes of windows-1252 for latin1, and a line feed ends the words anyway.
    const text = texts.get(encoding) ?? new TextDecoder(encoding).decode(words, { stream: true });
    texts.set(encoding, text);
    const bits = textBits(text, profile, least + HOPELESS);
    if (bits >= least) continue;
    best = encoding;
    least = bits;
  }
  return best;
}

/** How surprising some lines are under a profile, in bits; reading stops above `most`. */
function textBits(text: string, profile: Profile, most: number): number {
  let bits = profile.start;
  for (const word of text.split('\n')) {
    bits += wordBits(word, profile);
    if (bits > most) return bits;
  }
  for (const word of profile.words) if (text.includes(word)) bits -= HEADER_WORD;
  return bits;
}
