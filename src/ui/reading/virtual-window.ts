/** Which rows of a long list stand on screen, and how tall the space before and after them is, in pixels. */
export interface VirtualWindow {
  first: number;
  /** First row not drawn. */
  end: number;
  before: number;
  after: number;
}

/** Taller elements are cut off or drawn wrongly by browsers; longer lists scroll faster instead. */
const TALLEST = 8_000_000;
const SPARE = 6;

/** Height of everything that scrolls. */
export function scrolledHeight(rows: number, rowHeight: number): number {
  return Math.min(rows * rowHeight, TALLEST);
}

/** Rows to draw at a scroll position, with a few spare ones on both sides. */
export function virtualWindow(rows: number, rowHeight: number, viewport: number, scrollTop: number): VirtualWindow {
  const height = scrolledHeight(rows, rowHeight);
  const room = Math.max(1, height - viewport);
  const reach = Math.max(0, rows * rowHeight - viewport);
  const position = (Math.min(Math.max(0, scrollTop), room) / room) * reach;
  const top = Math.floor(position / rowHeight);
  const first = Math.max(0, top - SPARE);
  const end = Math.min(rows, Math.ceil((position + viewport) / rowHeight) + SPARE);
  // The drawn rows stand where they would in a list of full height, moved to where the scroll bar is.
  const before = Math.max(0, first * rowHeight - position + Math.min(Math.max(0, scrollTop), room));
  return { first, end, before, after: Math.max(0, height - before - (end - first) * rowHeight) };
}

/** Scroll position at which a row is wholly on screen, as near to the present one as can be. */
export function scrollToShow(row: number, rows: number, rowHeight: number, viewport: number, scrollTop: number): number {
  const height = scrolledHeight(rows, rowHeight);
  const room = Math.max(1, height - viewport);
  const reach = Math.max(1, rows * rowHeight - viewport);
  const position = (scrollTop / room) * reach;
  const wanted = Math.max(Math.min(position, row * rowHeight), (row + 1) * rowHeight - viewport);
  return wanted === position ? scrollTop : Math.min(room, Math.max(0, (wanted / reach) * room));
}

/** The row that a key leads to from another; null for keys that mean nothing here. */
export function rowAfterKey(key: string, row: number, rows: number, page: number): number | null {
  const to = { ArrowDown: row + 1, ArrowUp: row - 1, PageDown: row + page, PageUp: row - page, Home: 0, End: rows - 1 }[key];
  return to === undefined ? null : Math.min(rows - 1, Math.max(0, to));
}
