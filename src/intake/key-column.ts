import { NONE } from '../core/columns/batch';
import { Dictionary } from '../core/columns/dictionary';

/** Texts that programs write where there is nobody. */
const NOBODY = new Set([
  '(blank)',
  'blank',
  'n/a',
  'na',
  'n.a.',
  'null',
  'none',
  'nil',
  'nan',
  '#n/a',
  'undefined',
  'guest',
  '(none)',
  '(null)',
  'unknown',
  'anonymous',
  '游客',
  '匿名',
  '訪客',
  '无',
  '無',
  '匿名用户',
]);

/** Keys of a column after cleaning, by different cell of the file. */
export interface KeyColumn {
  keys: Dictionary;
  /** Code in `keys` of each different cell, NONE when the cell names nobody. */
  of: Uint32Array;
  /** Cells with a placeholder such as `(blank)`. */
  placeholder: Uint8Array;
  /** Whether `.0` was taken off all numbers of the column. */
  decimalIds: boolean;
}

/** Order numbers: trimmed, quotes that spreadsheets put before numbers taken off. */
export function orderKeys(texts: Dictionary): KeyColumn {
  return keyColumn(texts, (text) => text);
}

/** Customer keys: e-mails in small letters, forms of letters unified, placeholders are nobody. Leading zeros stay. */
export function customerKeys(texts: Dictionary): KeyColumn {
  return keyColumn(texts, (text) => (text.includes('@') ? text.toLowerCase() : text), true);
}

function keyColumn(texts: Dictionary, tidy: (text: string) => string, people = false): KeyColumn {
  const size = texts.size;
  if (size > 0 && texts.every(isKeyAlready)) {
    return { keys: texts, of: Uint32Array.from({ length: size }, (_, code) => code), placeholder: new Uint8Array(size), decimalIds: false };
  }
  const column: KeyColumn = {
    keys: new Dictionary(size),
    of: new Uint32Array(size).fill(NONE),
    placeholder: new Uint8Array(size),
    decimalIds: allDecimalIds(texts),
  };
  for (let code = 0; code < size; code++) {
    const text = clean(texts.get(code));
    if (text === '') continue;
    if (people && isNobody(text)) {
      column.placeholder[code] = 1;
      continue;
    }
    column.of[code] = column.keys.add(tidy(column.decimalIds ? text.replace(/\.0+$/, '') : text));
  }
  return column;
}

/**
 * Whether a text is its own key, told by its letters: letters and digits of ASCII with `-`, `_`, `#` or `/`, and a digit among them,
 * which no placeholder has. So are nearly all ids of tills and shop systems, and nothing needs to be made anew for them.
 */
function isKeyAlready(units: Uint16Array, from: number, end: number): boolean {
  let digit = false;
  for (let i = from; i < end; i++) {
    const unit = units[i]!;
    if (unit >= 48 && unit <= 57) digit = true;
    else if (!((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 45 || unit === 95 || unit === 35 || unit === 47))
      return false;
  }
  return digit;
}

/** Ids that went through a program which holds numbers with a point: all of them end in `.0`. */
function allDecimalIds(texts: Dictionary): boolean {
  let found = false;
  for (let code = 0; code < texts.size; code++) {
    const text = clean(texts.get(code));
    if (text === '' || isNobody(text)) continue;
    if (!/^\d+\.0+$/.test(text)) return false;
    found = true;
  }
  return found;
}

function isNobody(text: string): boolean {
  return NOBODY.has(text.toLowerCase()) || /^[-–—_.?]+$/.test(text);
}

const ASCII = /^[\x21-\x7e]+$/;

function clean(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize('NFKC').trim();
  return plain.startsWith("'") && plain.length > 1 ? plain.slice(1) : plain;
}
