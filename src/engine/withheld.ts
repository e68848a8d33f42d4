import { isAbsent, isTable, type Answer, type Cell, type Scalar, type Absent, type Table, type Unit } from '../terms/answer';
import { SMALL_N } from '../terms/contract';

/** A figure that rests on too few to be handed on; how few stays. */
export interface Withheld {
  value: null;
  why: 'suppressed';
  n: number;
}

/** What is worked out per head or per case. Counts stay, and so do sums of money and what they are divided into: the counts beside them tell it. */
const RATES: readonly Unit[] = ['ratio', 'score', 'times', 'orders-per-customer', 'days', 'hours'];

/**
 * An answer as it may be handed on: a rate of fewer than five is withheld with all that it was made from; a row of a table that rests on
 * fewer than five keeps its heading and that number. Counts and sums stay.
 */
export function withheld(answer: Answer, unit: Unit): Answer | Withheld {
  if (isAbsent(answer)) return answer;
  return isTable(answer) ? withheldRows(answer) : withheldFigure(answer, unit);
}

function withheldFigure(figure: Scalar, unit: Unit): Scalar | Withheld {
  const trend = figure.trend ? { trend: withheldRows(figure.trend) } : {};
  if (RATES.includes(unit) && figure.n < SMALL_N.suppressedBelow) return { value: null, why: 'suppressed', n: figure.n };
  if (!figure.variants) return { ...figure, ...trend };
  const variants = Object.entries(figure.variants).map(([name, one]) => [name, withheld(one, unit) as Scalar | Absent] as const);
  return { ...figure, ...trend, variants: Object.fromEntries(variants) };
}

function withheldRows({ columns, rows, foot }: Table): Table {
  const base = columns.findIndex(({ unit }) => PEOPLE.includes(unit as Unit));
  const few = (count: Cell | undefined): boolean => typeof count === 'number' && count < SMALL_N.suppressedBelow;
  const kept = base < 0 ? rows : rows.map((row) => (few(row[base]) ? row.map((cell, c) => (c <= base ? cell : null)) : row));
  if (!foot) return { columns, rows: kept };
  const bases = foot.find((row) => row[0] === 'weighted-base');
  return {
    columns,
    rows: kept,
    foot: foot.map((row) => (row === bases ? row : row.map((cell, c) => (bases && few(bases[c]) ? null : cell)))),
  };
}

/** What a row of a table rests on. */
const PEOPLE: readonly Unit[] = ['customers', 'people', 'answers', 'cases', 'messages', 'gaps', 'orders'];
