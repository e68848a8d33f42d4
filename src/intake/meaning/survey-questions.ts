import type { ImportPlan, Scale } from '../../terms/plan';
import { headerWords } from '../cells/header-words';
import { columnOf } from './plan-columns';
import type { Codes, Readings } from '../cells/readings';
import { scoreOfCell } from '../cells/score-of-cell';
import { guessScale, isOnScale, type ScaleGuess } from './score-scale';
import { isNoAnswer, wordPoints, type WordPoints } from '../cells/score-words';

/** What a cell of answers is to its question. */
export const SCORE = 0;
export const TEXT = 1;
export const NOTHING = 2;
/** A number that is not on the scale. */
export const OUTSIDE = 3;
/** No number where one is wanted. */
export const NO_NUMBER = 4;

/** One question with the reading of its answers. */
export interface Question {
  text: string;
  /** Column of the answers. */
  column: number;
  guess: ScaleGuess;
  /** The scale in force: the user's, else the guess. */
  scale: Scale;
  words: WordPoints | null;
  /** By code of a cell: SCORE, TEXT, NOTHING, OUTSIDE or NO_NUMBER, and the score. Codes that the question does not have are NOTHING. */
  sort: (code: number) => number;
  score: (code: number) => number;
}

/** The questions of a plan, and which one a row answers in a column. */
export interface Questions {
  list: Question[];
  /** By row: index in `list` of the question in a column of answers; -1 where the row names none. */
  of: (row: number, column: number) => number;
}

/**
 * A column of scores or texts is a question, called by its name; beside a column of questions each different cell of that is one.
 * Cost: one pass over the different cells, or over the rows where there is a column of questions.
 */
export function surveyQuestions(readings: Readings, plan: ImportPlan): Questions {
  const columns = plan.roles.flatMap((role, i) => (role === 'score' || role === 'comment' ? [i] : []));
  const named = plan.kind === 'answers' ? columnOf(plan, 'question') : -1;
  return named < 0 ? byColumn(readings, plan, columns) : byCell(readings, plan, columns, named);
}

function byColumn(readings: Readings, plan: ImportPlan, columns: readonly number[]): Questions {
  const at = new Map(columns.map((column, i) => [column, i]));
  const list = columns.map((column) => {
    const counts = readings.counts(column);
    const cells = Array.from(counts, (rows, code) => ({ code, rows }));
    return question(readings, plan, readings.table.columns[column]!.name || `${column + 1}`, column, cells);
  });
  return { list, of: (_, column) => at.get(column) ?? -1 };
}

/** The same question may have its scores in one column and its texts in another. */
function byCell(readings: Readings, plan: ImportPlan, columns: readonly number[], named: number): Questions {
  const { texts, codes } = readings.table.columns[named]!;
  const blank = readings.blanks(named);
  const asked = codes.view();
  const list: Question[] = [];
  const at = columns.map((column) => {
    const rows = cellsByQuestion(asked, readings.table.columns[column]!.codes.view(), texts.size);
    return Int32Array.from({ length: texts.size }, (_, code) => {
      if (blank[code] || rows[code]!.size === 0) return -1;
      const cells = Array.from(rows[code]!, ([cell, count]) => ({ code: cell, rows: count }));
      return list.push(question(readings, plan, texts.get(code).trim(), column, cells)) - 1;
    });
  });
  return { list, of: (row, column) => at[columns.indexOf(column)]![asked[row]!]! };
}

/** For each question the cells that answer it, with their rows. */
function cellsByQuestion(asked: Codes, answers: Codes, questions: number): Map<number, number>[] {
  const cells = Array.from({ length: questions }, () => new Map<number, number>());
  for (let row = 0; row < asked.length; row++) {
    const of = cells[asked[row]!]!;
    of.set(answers[row]!, (of.get(answers[row]!) ?? 0) + 1);
  }
  return cells;
}

interface Cell {
  code: number;
  rows: number;
}

function question(readings: Readings, plan: ImportPlan, text: string, column: number, cells: readonly Cell[]): Question {
  const { texts } = readings.table.columns[column]!;
  const blank = readings.blanks(column);
  const filled = cells.filter(({ code }) => !blank[code]);
  if (plan.roles[column] === 'comment') return inWords(text, column, (code) => (blank[code] ? NOTHING : TEXT));
  const answered = filled.filter(({ code }) => !isNoAnswer(texts.get(code)));
  const words = wordPoints(answered.map(({ code }) => texts.get(code)));
  const scores = new Map(answered.map(({ code }) => [code, scoreOf(texts.get(code), words, plan.decimal)]));
  const guess = guessOf(text, answered, scores, words);
  const scale = plan.scales?.[text] ?? guess.scale;
  if (scale === 'text') return { ...inWords(text, column, (code) => (scores.has(code) ? TEXT : NOTHING)), guess };
  const sort = (code: number): number => {
    const score = scores.get(code);
    if (score === undefined) return NOTHING;
    return Number.isNaN(score.value) ? NO_NUMBER : isOnScale(score.value, scale) ? SCORE : OUTSIDE;
  };
  return { text, column, guess, scale, words, sort, score: (code) => scores.get(code)?.value ?? NaN };
}

function inWords(text: string, column: number, sort: Question['sort']): Question {
  return { text, column, guess: { scale: 'text', ask: false, fits: ['text'] }, scale: 'text', words: null, sort, score: () => NaN };
}

interface Score {
  value: number;
  outOf: number;
}

function scoreOf(cell: string, words: WordPoints | null, mark: '.' | ','): Score {
  const points = words?.of.get(headerWords(cell));
  if (points !== undefined) return { value: points, outOf: 0 };
  return (words ? null : scoreOfCell(cell, mark)) ?? { value: NaN, outOf: 0 };
}

/** Below this share of numbers a column of answers is one of texts. */
const MOSTLY = 0.6;

function guessOf(text: string, cells: readonly Cell[], scores: ReadonlyMap<number, Score>, words: WordPoints | null): ScaleGuess {
  if (words) return { scale: words.highest === 7 ? '1-7' : '1-5', ask: false, fits: [words.highest === 7 ? '1-7' : '1-5', 'text'] };
  const counts = new Map<number, number>();
  let all = 0;
  let numbers = 0;
  let outOf = 0;
  for (const { code, rows } of cells) {
    const score = scores.get(code)!;
    all += rows;
    if (Number.isNaN(score.value)) continue;
    numbers += rows;
    outOf = Math.max(outOf, score.outOf);
    counts.set(score.value, (counts.get(score.value) ?? 0) + rows);
  }
  if (all > 0 && numbers < all * MOSTLY) return { scale: 'text', ask: false, fits: ['text'] };
  const guess = guessScale(text, counts, outOf);
  return { ...guess, fits: [...guess.fits.filter((scale) => scale !== 'text'), 'text'] };
}
