/** Cells of one line, and whether one of them goes on in the next line. */
export interface SplitLine {
  cells: string[];
  open: boolean;
}

/**
 * Cells of one line where quotes may make no sense: one that does not close before a delimiter or the end is a letter, as in `"Big" box`.
 * A cell that begins with a quote and has an odd number of them is open: it may go on in the next line.
 */
export function splitLine(line: string, delimiter: string, quote: string): SplitLine {
  const cells: string[] = [];
  let open = false;
  for (let from = 0; from <= line.length;) {
    const quoted = line[from] === quote;
    const close = quoted ? closing(line, from + 1, delimiter, quote) : -1;
    const next = close < 0 ? line.indexOf(delimiter, from) : close + 1;
    const end = next < 0 ? line.length : next;
    const raw = line.slice(from, end);
    if (quoted && close < 0 && raw.split(quote).length % 2 === 0) open = true;
    cells.push(close < 0 ? raw : raw.slice(1, -1).replaceAll(quote + quote, quote));
    from = end + 1;
  }
  return { cells, open };
}

/** Position of the quote that ends a cell; -1 when the first one that is not doubled stands inside it. */
function closing(line: string, from: number, delimiter: string, quote: string): number {
  let at = line.indexOf(quote, from);
  while (at >= 0 && line[at + 1] === quote) at = line.indexOf(quote, at + 2);
  return at >= 0 && (at + 1 === line.length || line[at + 1] === delimiter) ? at : -1;
}
