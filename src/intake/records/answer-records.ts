import { NONE } from '../../core/columns/batch';
import type { RecordColumn } from '../../core/columns/records';
import { Dictionary } from '../../core/columns/dictionary';
import { PART_CODES } from '../orders/interpret';
import type { Readings } from '../cells/readings';
import { Growing, type RecordRows } from './record-rows';
import { NO_NUMBER, OUTSIDE, SCORE, TEXT, type Question, type Questions } from '../meaning/survey-questions';
import type { ImportPlan } from '../../terms/plan';

const OUT_OF_RANGE = PART_CODES.indexOf('score-out-of-range');
const BAD_NUMBER = PART_CODES.indexOf('bad-number');
const NO_ANSWER = PART_CODES.indexOf('no-answer');

/** Codes of the texts that answers have in common. */
class Texts {
  readonly dictionary = new Dictionary();
  readonly codes: Growing;

  constructor(expected: number) {
    this.codes = new Growing(expected);
  }

  push(text: string | null): void {
    this.codes.push(text === null ? NONE : this.dictionary.add(text));
  }

  column(): RecordColumn {
    return { type: 'text', codes: this.codes.codes(), texts: this.dictionary.pack() };
  }
}

/**
 * An answer to each question that a row answers. A row that answers none, or none on its scale, gives no record; its reason is the
 * gravest one among its cells. With a column of questions a row is one answer, its score and its text together.
 *
 * @param early  why a row cannot be used at all, as in PART_CODES; 0 when it can
 */
export function answerRecords(readings: Readings, plan: ImportPlan, questions: Questions, early: (row: number) => number): RecordRows {
  const columns = [...new Set(questions.list.map((question) => question.column))].sort((a, b) => a - b);
  const views = columns.map((column) => readings.table.columns[column]!.codes.view());
  const made = new AnswerColumns(readings, readings.table.rows);
  const together = plan.roles.includes('question');
  const problem = new Uint8Array(readings.table.rows);
  for (let row = 0; row < problem.length; row++) {
    problem[row] = early(row);
    if (problem[row]) continue;
    const cells: Answered[] = [];
    columns.forEach((column, i) => {
      const question = questions.list[questions.of(row, column)];
      const code = views[i]![row]!;
      if (question) cells.push({ question, code, sort: question.sort(code) });
    });
    problem[row] = made.take(row, cells, together);
  }
  return { problem, rows: made.rows.codes(), own: made.columns(), dropped: made.dropped };
}

interface Answered {
  question: Question;
  code: number;
  sort: number;
}

class AnswerColumns {
  readonly rows: Growing;
  readonly dropped: RecordRows['dropped'] = {};
  readonly #question: Texts;
  readonly #comment: Texts;
  readonly #scale: Texts;
  readonly #score: Growing;
  readonly #readings: Readings;

  constructor(readings: Readings, expected: number) {
    this.#readings = readings;
    this.rows = new Growing(expected);
    this.#question = new Texts(expected);
    this.#comment = new Texts(expected);
    this.#scale = new Texts(expected);
    this.#score = new Growing(expected);
  }

  /** Takes the answers of a row; 0 when there was one, else the reason why not. */
  take(row: number, cells: readonly Answered[], together: boolean): number {
    const good = cells.filter(({ sort }) => sort === SCORE || sort === TEXT);
    const outside = cells.filter(({ sort }) => sort === OUTSIDE).length;
    const bad = cells.filter(({ sort }) => sort === NO_NUMBER).length;
    if (good.length === 0) return outside > 0 ? OUT_OF_RANGE : bad > 0 ? BAD_NUMBER : NO_ANSWER;
    if (outside > 0) this.dropped['score-out-of-range'] = (this.dropped['score-out-of-range'] ?? 0) + outside;
    if (bad > 0) this.dropped['bad-number'] = (this.dropped['bad-number'] ?? 0) + bad;
    if (together) this.#push(row, good.find(({ sort }) => sort === SCORE) ?? null, good.find(({ sort }) => sort === TEXT) ?? null);
    else for (const cell of good) this.#push(row, cell.sort === SCORE ? cell : null, cell.sort === TEXT ? cell : null);
    return 0;
  }

  #push(row: number, score: Answered | null, text: Answered | null): void {
    this.rows.push(row);
    this.#question.push((score ?? text)!.question.text);
    this.#score.push(score ? score.question.score(score.code) : NaN);
    this.#scale.push(score ? score.question.scale : null);
    this.#comment.push(text ? this.#readings.table.columns[text.question.column]!.texts.get(text.code).trim() : null);
  }

  columns(): RecordRows['own'] {
    return {
      question: this.#question.column(),
      score: { type: 'number', values: this.#score.numbers() },
      scale: this.#scale.column(),
      comment: this.#comment.column(),
    };
  }
}
