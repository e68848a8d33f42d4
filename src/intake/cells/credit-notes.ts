import type { Dictionary } from '../../core/columns/dictionary';

/**
 * Which order numbers are those of credit notes: the letter C before digits, where most numbers are digits only.
 *
 * @returns 1 by code of the key; null when the numbers of this file have another form
 */
export function creditNotes(keys: Dictionary): Uint8Array | null {
  const notes = new Uint8Array(keys.size);
  let plain = 0;
  let found = 0;
  for (let code = 0; code < keys.size; code++) {
    const key = keys.get(code);
    if (/^\d+$/.test(key)) plain++;
    else if (/^[Cc]\d+$/.test(key)) {
      notes[code] = 1;
      found++;
    }
  }
  return found > 0 && plain * 2 >= keys.size ? notes : null;
}
