import type { Dialect } from '../../terms/plan';

/** Cells that must open with a mark and never close before it is taken for a letter. */
const ENOUGH = 3;

/**
 * The mark around cells that hold delimiters. A mark counts when it both opens and closes cells, so `'123` as spreadsheets protect
 * numbers does not; a double quote that often opens cells and never closes one is a letter too.
 */
export function sniffQuote(text: string, delimiter: Dialect['delimiter']): Dialect['quote'] {
  const double = marks(text, delimiter, '"');
  const single = marks(text, delimiter, "'");
  if (Math.min(single.opens, single.closes) > Math.min(double.opens, double.closes)) return "'";
  return double.opens >= ENOUGH && double.closes === 0 ? '' : '"';
}

/** How many cells a double quote both opens and closes under a delimiter. */
export function quotedCells(text: string, delimiter: Dialect['delimiter']): number {
  const { opens, closes } = marks(text, delimiter, '"');
  return Math.min(opens, closes);
}

/**
 * Whether quotes inside quoted cells are escaped by a backslash: there is one before a quote that ends no cell, nowhere are quotes doubled
 * inside a cell, and few stand there bare.
 */
export function isEscaped(text: string, { delimiter, quote }: Pick<Dialect, 'delimiter' | 'quote'>): boolean {
  if (quote === '' || !text.includes(`\\${quote}`)) return false;
  let escaped = 0;
  let bare = 0;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const before = letterBefore(text, at, delimiter);
    const behind = text[at + 1];
    if (isEdge(before, delimiter) || isEdge(behind, delimiter)) continue;
    if (before === '\\') escaped++;
    else if (behind !== quote) bare += before === quote ? 0 : 1;
    else if (!isEdge(text[at + 2], delimiter)) return false;
  }
  return escaped > bare;
}

/** How many cells a mark opens and how many it closes. */
function marks(text: string, delimiter: Dialect['delimiter'], mark: string): { opens: number; closes: number } {
  let opens = 0;
  let closes = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (isEdge(letterBefore(text, at, delimiter), delimiter)) opens++;
    if (isEdge(text[at + 1], delimiter)) closes++;
  }
  return { opens, closes };
}

/** The letter before a mark, past the blanks that belong to the delimiter. */
function letterBefore(text: string, at: number, delimiter: Dialect['delimiter']): string | undefined {
  let before = at - 1;
  // Many blanks are no delimiter, and looking past them again and again would take long.
  if (delimiter === ', ') while (text[before] === ' ' && before > at - 8) before--;
  return text[before];
}

/** Whether a letter can stand beside a cell: a delimiter, a line end, or none. */
function isEdge(letter: string | undefined, delimiter: Dialect['delimiter']): boolean {
  return letter === undefined || letter === '\n' || letter === delimiter[0] || (delimiter === ' ' && letter === '\t');
}
