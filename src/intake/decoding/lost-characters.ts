const LINES = 5;
const LOST = '\ufffd';

/** Counts characters that no encoding could give back, and keeps the first lines that they stand on. */
export class LostCharacters {
  /** Characters lost so far; those that were lost before the file was written (U+FFFD in it) count too. */
  count = 0;
  /** Lines of the first rows with such a character, 1 first; at most five. */
  readonly lines: number[] = [];
  #inLast = false;
  #near = false;

  /** Takes a piece of text before its rows; says how many characters of it are lost. Cost: one search. */
  takeText(text: string): number {
    let lost = 0;
    for (let at = text.indexOf(LOST); at >= 0; at = text.indexOf(LOST, at + 1)) lost++;
    this.count += lost;
    // The last row of a piece is only whole with the next one.
    this.#near = lost > 0 || this.#inLast;
    this.#inLast = lost > 0;
    return lost;
  }

  /** Takes a row of the text that was taken last. Costs nothing where no character is lost nearby. */
  takeRow(cells: readonly string[], line: number): void {
    if (this.#near && this.lines.length < LINES && cells.some((cell) => cell.includes(LOST))) this.lines.push(line);
  }
}
