import Papa from 'papaparse';

/**
 * The measures of the Pollock benchmark (Vitagliano, Hameed, Jiang, Reisener, Wu, Naumann: VLDB 16, 2023), from its definition: a file is
 * loaded or not; header, records and cells are multisets, compared by precision, recall and F1. Cells of the header count among the cells.
 *
 * Left out: that numbers and dates written in two ways are the same. Nothing here rewrites cells, so it could only lower a score.
 */
export const MEASURES = ['success', 'headerP', 'headerR', 'headerF', 'recordP', 'recordR', 'recordF', 'cellP', 'cellR', 'cellF'] as const;
export type Score = Record<(typeof MEASURES)[number], number>;

/** Score of a loaded table, its header first, against the clean one. */
export function scoreOf(clean: readonly string[][], loaded: readonly string[][]): Score {
  if (clean.length === 0) return scoreFrom([1, 1, 1], [1, 1, 1], [1, 1, 1]);
  const record = (row: readonly string[]): string => row.map(alike).join('');
  return scoreFrom(
    compare(clean[0]!.map(alike), (loaded[0] ?? []).map(alike)),
    compare(clean.slice(1).map(record), loaded.slice(1).map(record)),
    compare(clean.flat(), loaded.flat()),
  );
}

/** The simple score of files: the sum of the means, 10 at best. The weighted one takes files as often as they were met in the wild. */
export function overall(scores: readonly { score: Score; weight: number }[]): number {
  const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
  return scores.reduce((sum, { score, weight }) => sum + (weight / weights) * total(score), 0);
}

export function total(score: Score): number {
  return MEASURES.reduce((sum, measure) => sum + score[measure], 0);
}

/** Rows of a clean file: commas, double quotes, doubled. */
export function cleanRows(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/\n$/, ''), { delimiter: ',', newline: '\n' }).data.filter(
    (row) => row.length > 1 || row[0] !== '',
  );
}

type Triple = [precision: number, recall: number, f1: number];

function scoreFrom(header: Triple, record: Triple, cell: Triple): Score {
  return Object.fromEntries(MEASURES.map((name, i) => [name, [1, ...header, ...record, ...cell][i]])) as Score;
}

/** How much of two multisets is common. What is not there at all cannot be wrong. */
function compare(clean: readonly string[], loaded: readonly string[]): Triple {
  if (clean.length === 0) return [1, 1, 1];
  const left = new Map<string, number>();
  for (const one of clean) left.set(one, (left.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of loaded) {
    const there = left.get(one) ?? 0;
    if (there > 0) common++;
    left.set(one, there - 1);
  }
  if (common === 0) return [0, 0, 0];
  const precision = common / clean.length;
  const recall = common / loaded.length;
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

function alike(cell: string): string {
  return cell.toLowerCase();
}
