import type { Skipped, SkippedWhy } from '../../terms/preview';

/** A line that is kept as an example. */
interface SkippedLine {
  line: number;
  cells: readonly string[];
  why: SkippedWhy;
}

/** Lines kept as they are: more than any header has, and all of most preambles. */
const KEPT = 64;
const SHOWN = 5;
const LONGEST_TEXT = 200;

/** The lines above the rows of a table: all are counted, the first ones kept. */
export class SkippedLines {
  /** The first lines that say something and all rows of names, in the order of the file. */
  readonly kept: SkippedLine[] = [];
  readonly #counts = new Map<SkippedWhy, number>();

  add(line: number, cells: readonly string[], why: SkippedWhy): void {
    this.#counts.set(why, this.count(why) + 1);
    // Names are few and told apart from rows by them later; of the others those without words are only counted.
    if (why !== 'preamble' || (this.kept.length < KEPT && says(cells))) this.kept.push({ line, cells, why });
  }

  /** Takes over what another one has counted and kept. */
  addAll(other: SkippedLines): void {
    for (const [why, lines] of other.#counts) this.#counts.set(why, this.count(why) + lines);
    this.kept.push(...other.kept);
  }

  count(why: SkippedWhy): number {
    return this.#counts.get(why) ?? 0;
  }

  /** Counts by reason with the first lines that say something, for the preview. */
  summary(): Skipped[] {
    return [...this.#counts].map(([why, lines]) => ({ why, lines, examples: this.#examples(why) }));
  }

  #examples(why: SkippedWhy): Skipped['examples'] {
    return this.kept
      .filter((kept) => kept.why === why && says(kept.cells))
      .slice(0, SHOWN)
      .map(({ line, cells }) => ({ line, text: textOf(cells) }));
  }
}

function says(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/** The cells that say something, joined as a person would read them. */
function textOf(cells: readonly string[]): string {
  const text = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ');
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} …` : text;
}
