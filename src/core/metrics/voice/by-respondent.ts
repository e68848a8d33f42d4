import { periodOf } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NO_DAY, NONE } from '../../columns/batch';
import { textsOf, type RecordTable } from '../../tables/record-table';

/**
 * When an answer is given twice it counts once in its wave: the period of the view's grain, or the survey by its name. Answers without a
 * day, or without the name of a survey, are a wave of their own.
 */
export type Wave = 'period' | 'survey';

/** Above every index of a person. */
const RESPONDENTS = 2 ** 32;
/** Above every number of a respondent. */
const FORMS = 2 ** 50;

/**
 * A thing for each respondent in each wave, asked for by any of their answers.
 *
 * A respondent is the person, else the respondent of the survey by number, else nobody but the form, which is a line of a file.
 */
export class ByRespondent<T> {
  readonly #table: RecordTable;
  readonly #respondent: ReturnType<typeof textsOf>;
  readonly #survey: ReturnType<typeof textsOf>;
  readonly #waveOf: (row: number) => number;
  readonly #kept = new Map<number, Map<number, T>>();

  constructor(table: RecordTable, view: View, wave: Wave) {
    this.#table = table;
    this.#respondent = textsOf(table, 'respondent');
    this.#survey = textsOf(table, 'survey');
    this.#waveOf = wave === 'survey' ? (row) => this.#survey?.codes[row] ?? NONE : periodsByDay(table, view);
  }

  get(row: number): T | undefined {
    return this.#kept.get(this.#waveOf(row))?.get(this.#key(row));
  }

  set(row: number, thing: T): void {
    const wave = this.#waveOf(row);
    let own = this.#kept.get(wave);
    if (!own) this.#kept.set(wave, (own = new Map()));
    own.set(this.#key(row), thing);
  }

  values(): T[] {
    return [...this.#kept.values()].flatMap((own) => [...own.values()]);
  }

  #key(row: number): number {
    const person = this.#table.person[row]!;
    if (person !== NONE) return person;
    const code = this.#respondent?.codes[row] ?? NONE;
    if (code === NONE) return FORMS + this.#formOf(row);
    const survey = this.#survey?.codes[row] ?? NONE;
    // Surveys number their respondents each for itself.
    return RESPONDENTS + (survey === NONE ? 0 : survey + 1) * this.#respondent!.texts.length + code;
  }

  /** First record of the form; the records of a line stand together. */
  #formOf(row: number): number {
    const { importId, line } = this.#table;
    let first = row;
    while (first > 0 && line[first - 1] === line[row] && importId[first - 1] === importId[row]) first--;
    return first;
  }
}

/** Period of a row's day, NO_DAY where it has none; each day is looked up in the calendar once. */
function periodsByDay({ day }: RecordTable, { grain, calendar }: View): (row: number) => number {
  const known = new Map<number, number>([[NO_DAY, NO_DAY]]);
  return (row) => {
    let period = known.get(day[row]!);
    if (period === undefined) known.set(day[row]!, (period = periodOf(day[row]!, grain, calendar)));
    return period;
  };
}
