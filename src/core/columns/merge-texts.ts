import type { PackedStrings } from './batch';
import { Dictionary } from './dictionary';
import { packedSize, unpack } from './packed-strings';

/** Different texts of several lists, and the number of each text of each list. */
export interface MergedTexts {
  texts: Dictionary;
  maps: (Uint32Array | null)[];
}

/** Texts of several imports under one numbering: `maps[b][code]` is the common code of import b's text; none for a list that is not there. */
export function mergeTexts(lists: readonly (PackedStrings | undefined)[]): MergedTexts {
  const texts = new Dictionary();
  const maps = lists.map((list) => (list ? Uint32Array.from({ length: packedSize(list) }, (_, i) => texts.add(unpack(list, i))) : null));
  return { texts, maps };
}
