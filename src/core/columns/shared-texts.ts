import type { PackedStrings } from './batch';
import { Dictionary } from './dictionary';
import { packedSize, unpack } from './packed-strings';

/** How many texts of a list, each different, stand in at least one of the others too. Cost: one pass over all texts. */
export function sharedTexts(texts: PackedStrings, others: readonly PackedStrings[]): number {
  const size = packedSize(texts);
  const own = new Dictionary(size);
  for (let i = 0; i < size; i++) own.add(unpack(texts, i));
  const found = new Uint8Array(own.size);
  let shared = 0;
  for (const other of others) {
    for (let i = 0; i < packedSize(other); i++) {
      const code = own.indexOf(unpack(other, i));
      if (code >= 0 && found[code] === 0) shared += found[code] = 1;
    }
  }
  return shared;
}
