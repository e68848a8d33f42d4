import { withoutInvisible } from '../decoding/invisible-letters';

/** Text that stands around the number in nearly every cell of a column, such as `/__ ` and ` \LotaltyScore`. */
export interface NumberWrapping {
  before: string;
  after: string;
}

/** Longer cells are sentences, not numbers with a word around them. */
const LONGEST = 120;
/** Cells of which one may have the text of the column, and the share of cells that must have it. */
const TRIED = 5;
const NEARLY_ALL = 0.95;

/** What stands before or behind the digits of an id, a share or a multiple, not of a number with a word: `INV-7`, `A7`, `7-A`, `7%`, `7k`. */
const NO_START = /[^\s:=([/\\|~≈\p{Sc}]$/u;
const NO_END = /^[^\s)\]/\\|\p{L}\p{Sc}]|^\s*(?:k|m|mio|mrd|bn|mn|tsd|e|x|万|萬|亿|億|千)(?!\p{L})/iu;

/**
 * The text that nearly all cells share around exactly one number each, or null. Shares (`%`) and multiples (`k`, 万) are none: what is
 * left without the word would be another number. Cost: one pass over the cells for each of the first few that differ.
 */
export function numberWrapping(cells: readonly string[]): NumberWrapping | null {
  const tried = new Set<string>();
  for (const cell of cells) {
    if (tried.size === TRIED) return null;
    const wrapping = wrappingOf(cell);
    if (!wrapping || tried.has(keyOf(wrapping))) continue;
    tried.add(keyOf(wrapping));
    const sharing = cells.filter((other) => unwrapped(other, wrapping) !== null).length;
    if (sharing >= cells.length * NEARLY_ALL) return wrapping;
  }
  return null;
}

/** What stands inside the text that a column shares, or null where a cell has another or no number inside. */
export function unwrapped(cell: string, { before, after }: NumberWrapping): string | null {
  const text = tidy(cell);
  if (text.length <= before.length + after.length || !text.startsWith(before) || !text.endsWith(after)) return null;
  const inside = text.slice(before.length, text.length - after.length).trim();
  return /^[+-]?\d(?:[\d., '’]*\d)?$/.test(inside) ? inside : null;
}

function wrappingOf(cell: string): NumberWrapping | null {
  const text = tidy(cell);
  const digit = text.search(/\d/);
  if (digit < 0) return null;
  const end = digit + /^\d(?:[\d., '’]*\d)?/.exec(text.slice(digit))![0].length;
  const signed = digit > 0 && /(?:^|\s)[+-]$/.test(text.slice(0, digit)) ? digit - 1 : digit;
  const wrapping = { before: text.slice(0, signed), after: text.slice(end) };
  if (wrapping.before + wrapping.after === '' || /[\d%‰]/.test(wrapping.before + wrapping.after)) return null;
  return NO_START.test(wrapping.before) || NO_END.test(wrapping.after) ? null : wrapping;
}

function tidy(cell: string): string {
  return cell.length > LONGEST ? '' : withoutInvisible(cell.normalize('NFKC')).replace(/\s+/g, ' ').trim();
}

function keyOf({ before, after }: NumberWrapping): string {
  return `${before}\n${after}`;
}
