import type { Progress, Tell } from '../terms/progress';

/**
 * Progress of several files as that of one: bytes are those that were dropped, whatever they unpack to, and rows are added up. Rows to
 * come are estimated from those of the files so far.
 */
export class SharedProgress {
  readonly #sources: readonly number[];
  readonly #tell: Tell;
  #source = -1;
  /** Rows of the files that are done. */
  #rows = 0;

  /** @param sources  bytes of what was dropped, in order */
  constructor(sources: readonly number[], tell: Tell) {
    this.#sources = sources;
    this.#tell = tell;
  }

  /** Says that the next thing that was dropped is being opened. */
  opening(): void {
    const [bytes, bytesTotal] = [sum(this.#sources.slice(0, this.#source + 1)), sum(this.#sources)];
    this.#tell({ phase: 'decode', rows: this.#rows, rowsExpected: 0, bytes, bytesTotal });
  }

  /** Tells for the files of the next thing that was dropped, given their bytes. */
  nextSource(files: readonly number[]): Tell[] {
    this.#source++;
    const all = files.reduce((sum, bytes) => sum + bytes, 0);
    let before = 0;
    return files.map((bytes) => {
      const share = { from: before / Math.max(1, all), width: bytes / Math.max(1, all) };
      before += bytes;
      return this.#teller(this.#source, share);
    });
  }

  #teller(source: number, { from, width }: { from: number; width: number }): Tell {
    const total = sum(this.#sources);
    const start = sum(this.#sources.slice(0, source)) + from * this.#sources[source]!;
    let base: number | null = null;
    return (progress) => {
      base ??= this.#rows;
      this.#rows = base + progress.rows;
      const done = progress.bytesTotal > 0 ? progress.bytes / progress.bytesTotal : 0;
      const bytes = start + done * width * this.#sources[source]!;
      this.#tell({ ...progress, bytes, bytesTotal: total, rows: this.#rows, rowsExpected: this.#expected(bytes, total, base, progress) });
    };
  }

  #expected(bytes: number, total: number, base: number, progress: Progress): number {
    if (this.#sources.length === 1 && base === 0 && bytes >= total) return progress.rowsExpected;
    return bytes > 0 ? Math.round((this.#rows / bytes) * total) : base + progress.rowsExpected;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
