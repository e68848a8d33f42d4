import { NONE, type Units } from '../../core/columns/batch';
import { Dictionary } from '../../core/columns/dictionary';
import { withoutInvisible } from '../decoding/invisible-letters';

/** Keys of a column after cleaning, by different cell of the file. */
export interface KeyColumn {
  keys: Dictionary;
  /** Code in `keys` of each different cell, NONE when the cell is empty or stands for nothing. */
  of: Uint32Array;
  /** Whether `.0` was taken off the numbers of the column. */
  decimalIds: boolean;
}

/** Order numbers: trimmed, what spreadsheets put before numbers taken off. `blank` has 1 for the cells that count as empty. */
export function orderKeys(texts: Dictionary, blank?: Uint8Array): KeyColumn {
  return keyColumn(texts, (text) => text, blank);
}

/** Customer keys: e-mails in small letters, forms of letters unified. Leading zeros stay. `blank` has 1 for the cells that count as empty. */
export function customerKeys(texts: Dictionary, blank?: Uint8Array): KeyColumn {
  return keyColumn(texts, (text) => (text.includes('@') ? text.toLowerCase() : text), blank);
}

function keyColumn(texts: Dictionary, tidy: (text: string) => string, blank?: Uint8Array): KeyColumn {
  const size = texts.size;
  if (size > 0 && !blank?.includes(1) && texts.every(isKeyAlready)) {
    return { keys: texts, of: Uint32Array.from({ length: size }, (_, code) => code), decimalIds: false };
  }
  const column: KeyColumn = { keys: new Dictionary(size), of: new Uint32Array(size).fill(NONE), decimalIds: areDecimalIds(texts, blank) };
  for (let code = 0; code < size; code++) {
    const text = blank?.[code] ? '' : cleanKey(texts.get(code));
    if (text === '') continue;
    column.of[code] = column.keys.add(tidy(column.decimalIds && DECIMAL_ID.test(text) ? text.slice(0, text.indexOf('.')) : text));
  }
  return column;
}

/**
 * Whether a text is its own key, told by its letters: letters and digits of ASCII with `-`, `_`, `#` or `/`, and a digit among them,
 * which no word for nothing has. So are nearly all ids of tills and shop systems, and nothing needs to be made anew for them.
 */
function isKeyAlready(units: Units, from: number, end: number): boolean {
  let digit = false;
  for (let i = from; i < end; i++) {
    const unit = units[i]!;
    if (unit >= 48 && unit <= 57) digit = true;
    else if (!((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 45 || unit === 95 || unit === 35 || unit === 47))
      return false;
  }
  return digit;
}

const DECIMAL_ID = /^\d+\.0+$/;

/** Ids that went through a program which holds numbers with a point: some end in `.0`, and none has another fraction. */
function areDecimalIds(texts: Dictionary, blank?: Uint8Array): boolean {
  let cut = 0;
  let numbers = 0;
  let others = 0;
  for (let code = 0; code < texts.size; code++) {
    const cell = blank?.[code] ? '' : texts.get(code);
    // A longer one is a sentence.
    const text = cell.length > 60 ? 'x' : cleanKey(cell);
    if (text === '') continue;
    if (DECIMAL_ID.test(text)) cut++;
    else if (/^\d+$/.test(text)) numbers++;
    else if (/^\d+\.\d+$/.test(text)) return false;
    else others++;
  }
  return cut > 0 && cut + numbers >= others;
}

const ASCII = /^[\x21-\x7e]+$/;

/** An id as it is meant: blanks, TABs, letters without ink and the signs with which spreadsheets are told that it is text are taken off. */
function cleanKey(text: string): string {
  const plain = ASCII.test(text) ? text : withoutInvisible(text.normalize('NFKC')).trim();
  const formula = /^="(.*)"$/s.exec(plain);
  if (formula) return formula[1]!.trim();
  return /^['’`‘]./su.test(plain) ? plain.slice(1).trim() : plain;
}
