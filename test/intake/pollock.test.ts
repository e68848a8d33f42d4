import { describe, expect, it } from 'vitest';
import { bytesOfData, filesOf, readTableOf, textOfData } from './corpus-reader';
import { hasData } from './helpers';
import { cleanRows, MEASURES, overall, scoreOf, total, type Score } from './pollock-score';

const FOLDER = 'csv/pollock';

interface Scored {
  file: string;
  score: Score;
  weight: number;
}

/** Scores of all files, read without any hint. Names that stand in several rows are joined, as the clean files have them. */
async function scoresOfAll(): Promise<Scored[]> {
  const weights = JSON.parse(textOfData(`${FOLDER}/pollock_weights.json`)) as Record<string, number>;
  const scored: Scored[] = [];
  for (const file of filesOf(`${FOLDER}/csv`)) {
    const { names, rows } = await readTableOf(bytesOfData(`${FOLDER}/csv/${file}`));
    const header = names.length === 0 ? [] : [names[0]!.map((_, column) => names.map((row) => row[column] ?? '').join(' '))];
    const score = scoreOf(cleanRows(textOfData(`${FOLDER}/clean/${file}`)), [...header, ...rows]);
    scored.push({ file, score, weight: weights[file] ?? 0 });
  }
  return scored;
}

/** What is lost by kind of damage, the most first: `kind: files, of the simple score, of the weighted one`. */
function losses(scored: readonly Scored[]): string[] {
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  const kinds = new Map<string, { files: number; simple: number; weighted: number }>();
  for (const { file, score, weight } of scored) {
    const kind = kindOf(file);
    const loss = kinds.get(kind) ?? { files: 0, simple: 0, weighted: 0 };
    loss.files++;
    loss.simple += (10 - total(score)) / scored.length;
    loss.weighted += ((10 - total(score)) * weight) / weights;
    kinds.set(kind, loss);
  }
  return [...kinds]
    .filter(([, { simple }]) => simple > 0)
    .sort(([, a], [, b]) => b.simple - a.simple)
    .map(([kind, { files, simple, weighted }]) => `  ${kind} (${files}): ${simple.toFixed(5)}, ${weighted.toFixed(5)}`);
}

function kindOf(file: string): string {
  if (!file.startsWith('row_')) return file;
  const inNames = /^row_(?:field_delimiter_0_|less_sep_row0_|more_sep_row0_|extra_quote0_)/.test(file);
  return `${file.replace(/_?(row)?\d.*$/, '')}${inNames ? ' in the row of names' : ''}`;
}

describe('Pollock: 2,290 files, each damaged in its own way', () => {
  it('the measures are those of the benchmark: exact, in part, not at all', () => {
    const clean = [
      ['a', 'b'],
      ['1', 'x'],
      ['2', 'y'],
    ];
    expect(total(scoreOf(clean, clean))).toBe(10);
    // One record of two is there, and four cells of the six; a cell too many lowers what they call recall.
    const part = scoreOf(clean, [
      ['a', 'b'],
      ['1', 'x', 'more'],
      ['2', 'Y'],
    ]);
    expect([part.headerF, part.recordP, part.recordR, part.cellP, part.cellR]).toEqual([1, 0.5, 0.5, 5 / 6, 5 / 7]);
    expect(total(scoreOf(clean, []))).toBe(1);
    expect(total(scoreOf([], [['x']]))).toBe(10);
    expect(
      overall([
        { score: scoreOf(clean, clean), weight: 3 },
        { score: scoreOf(clean, []), weight: 1 },
      ]),
    ).toBe(7.75);
  });

  it.runIf(hasData(`${FOLDER}/scores_of_18_systems.csv`))(
    'the simple score of each of 18 systems is the sum of its ten means',
    async () => {
      const { names, rows } = await readTableOf(bytesOfData(`${FOLDER}/scores_of_18_systems.csv`));
      const at = (name: string): number => names[0]!.indexOf(name);
      expect(rows).toHaveLength(18);
      for (const row of rows) {
        const sum = MEASURES.reduce((all, _, i) => all + Number(row[at('success') + i]), 0);
        expect(sum).toBeCloseTo(Number(row[at('pollock_simple')]), 9);
      }
    },
  );

  it.runIf(hasData(`${FOLDER}/pollock_weights.json`))(
    'are read without hints for 9.96 points of 10, and 9.85 when weighed by how often such damage is met',
    { timeout: 300_000 },
    async () => {
      const scored = await scoresOfAll();
      const simple = overall(scored.map(({ score }) => ({ score, weight: 1 })));
      const weighted = overall(scored);
      console.info(`Pollock, ${scored.length} files: ${simple.toFixed(4)} simple, ${weighted.toFixed(4)} weighted. Lost:`);
      console.info(losses(scored).join('\n'));
      expect(scored).toHaveLength(2290);
      expect(simple).toBeGreaterThanOrEqual(9.96);
      expect(weighted).toBeGreaterThanOrEqual(9.85);
    },
  );
});
