/** A label that wants to stand at a mark of a drawing. Pixels; y grows downwards. */
export interface Wanted {
  text: string;
  x: number;
  /** Ends of what is drawn at the mark: its range, or its dot. */
  top: number;
  bottom: number;
  width: number;
  height: number;
  /** Where it would rather stand. */
  side: 'above' | 'below';
}

/** A label with its place: centre and middle. */
export interface Placed extends Wanted {
  cx: number;
  cy: number;
}

/** What labels keep clear of: the drawing's line, and the edges of the paper. */
export interface Surroundings {
  /** Marks of the line, left to right, each with the ends of what is drawn there. */
  line: readonly { x: number; top: number; bottom: number }[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const CLEAR = 6;
/** A label further from its mark than this seems to belong to another. */
const FAR = 30;

/**
 * Places for labels so that none stands on the line, on another label or outside the paper; the first in the list chooses first.
 *
 * A label is left out when neither above nor below its mark has room: the table under the chart has its number.
 */
export function placeLabels(wanted: readonly Wanted[], around: Surroundings): Placed[] {
  const placed: Placed[] = [];
  for (const label of wanted) {
    const cx = Math.min(Math.max(label.x, around.left + label.width / 2), around.right - label.width / 2);
    const sides = label.side === 'above' ? (['above', 'below'] as const) : (['below', 'above'] as const);
    const place = sides.map((side) => ({ ...label, cx, cy: middleOf(label, cx, side, around) })).find((l) => isFree(l, around, placed));
    if (place) placed.push(place);
  }
  return placed;
}

/** Middle of a label that clears what is drawn over or under its width. */
function middleOf(label: Wanted, cx: number, side: 'above' | 'below', { line }: Surroundings): number {
  const under = line.filter((mark) => Math.abs(mark.x - cx) <= label.width / 2 + 2);
  const reach = label.height / 2 + CLEAR;
  if (side === 'above') return Math.min(label.top, ...under.map((mark) => mark.top)) - reach;
  return Math.max(label.bottom, ...under.map((mark) => mark.bottom)) + reach;
}

function isFree(label: Placed, { top, bottom }: Surroundings, placed: readonly Placed[]): boolean {
  const half = label.height / 2;
  if (label.cy - half < top || label.cy + half > bottom) return false;
  if (label.top - (label.cy + half) > FAR || label.cy - half - label.bottom > FAR) return false;
  return placed.every(
    (other) =>
      Math.abs(other.cx - label.cx) >= (other.width + label.width) / 2 + 4 || Math.abs(other.cy - label.cy) >= half + other.height / 2,
  );
}
