import {
  type Absent,
  type Answer,
  type Cell,
  type Interval,
  type Scalar,
  type Table,
  type TableColumn,
  type Unit,
  type Why,
} from '../terms/answer';
import { isoFromDay } from '../terms/day';
import { major, type Currency } from '../terms/money';
import type { Part, Reason } from '../terms/part';
import type { FileKind } from '../terms/role';
import type { Contract } from '../terms/contract';
import type { ImportCard } from '../terms/shop';
import type { RefundView, View } from '../terms/view';
import type { Provenance, SmallFigures } from './protocol';
import { withheld, type Withheld } from './withheld';

/** All answers of one view as the app and the command line write them. Money is in major units of `currency`, days are ISO dates. */
export interface AnswersDocument {
  app: 'liuke';
  version: string;
  /** The definitions under which everything below was computed; equal fingerprints are equal definitions. */
  contract: { version: number; fingerprint: string; terms: Contract };
  /** Equal fingerprints are equal data, read in the same way. */
  data: { fingerprint: string };
  /** [from, to): `to` is the first day that is not looked at any more; `asOf` is the last day known. */
  view: {
    from: string;
    to: string;
    asOf: string;
    grain: View['grain'];
    refunds: RefundView;
    lapseDays: number | null;
    weekStart: number;
    yearStart: number;
  };
  currency: string;
  files: FileCount[];
  /** What rests on fewer than five is withheld: `why` is `suppressed`. */
  answers: Record<string, ScalarJson | TableJson | AbsentJson>;
}

/** Every row of a file is used, or rejected for one reason, or stands in another file too. */
export interface FileCount {
  name: string;
  kind: FileKind;
  rowsRead: number;
  rowsUsed: number;
  /** Rows that another file has too, and refunds whose order no file has; absent when there is none. */
  rowsElsewhere?: number;
  rowsRejected: number;
  rejectedBy: Partial<Record<Reason, number>>;
}

export interface ScalarJson {
  value: number;
  n: number;
  unit: Unit;
  interval?: Interval;
  inputs: Record<string, number>;
  variants?: Record<string, ScalarJson | AbsentJson>;
  trend?: TableJson;
  note?: string;
}

/** Why there is no value; `n` where it is withheld because so few stand behind it. */
export type AbsentJson = { value: null; why: Why } | Withheld;

export interface TableJson {
  columns: TableColumn[];
  rows: Cell[][];
  foot?: Cell[][];
}

/** One file behind the answers; `counted` of its used rows count. */
export type SourceFile = Pick<ImportCard, 'name' | 'kind' | 'rows' | 'used' | 'leftOut' | 'parts'> & { counted: number };

/** What the document is made of. */
export interface AnswersSource {
  provenance: Provenance;
  /** Whether figures that rest on fewer than five are given too. */
  small: SmallFigures;
  view: View;
  files: readonly SourceFile[];
  currency: Currency;
  answers: readonly { id: string; unit: Unit; answer: Answer }[];
}

/** The answers of one view as one plain object, the same from the app's download and from the command line. Pure. */
export function answersDocument({ provenance, small, view, files, currency, answers }: AnswersSource): AnswersDocument {
  const { contract, contractFingerprint, dataFingerprint } = provenance;
  return {
    app: 'liuke',
    version: provenance.version,
    contract: { version: contract.version, fingerprint: contractFingerprint, terms: contract },
    data: { fingerprint: dataFingerprint },
    view: {
      from: isoFromDay(view.from),
      to: isoFromDay(view.to),
      asOf: isoFromDay(view.asOf),
      grain: view.grain,
      refunds: view.refunds,
      lapseDays: view.lapseDays,
      weekStart: view.calendar.weekStart,
      yearStart: view.calendar.yearStart,
    },
    currency: currency.code,
    files: files.map(fileCount),
    answers: Object.fromEntries(
      answers.map(({ id, unit, answer }) => [id, answerJson(small === 'given' ? answer : withheld(answer, unit), unit, currency)]),
    ),
  };
}

function fileCount({ name, kind, rows, counted, used, leftOut, parts }: SourceFile): FileCount {
  const usedCodes: readonly Part['code'][] = ['sale', 'refund', 'record'];
  const rejected = parts.filter((part): part is Part & { code: Reason } => !usedCodes.includes(part.code));
  const elsewhere = counted < used ? { rowsElsewhere: used - counted } : {};
  const rejectedBy = Object.fromEntries(rejected.filter((part) => part.rows > 0).map((part) => [part.code, part.rows]));
  return { name, kind, rowsRead: rows, rowsUsed: counted, ...elsewhere, rowsRejected: leftOut, rejectedBy };
}

function answerJson(answer: Answer | Withheld, unit: Unit, currency: Currency): ScalarJson | TableJson | AbsentJson {
  return 'rows' in answer ? tableJson(answer, currency) : figureJson(answer, unit, currency);
}

function figureJson(figure: Scalar | Absent | Withheld, unit: Unit, currency: Currency): ScalarJson | AbsentJson {
  if (figure.value === null) return figure.why === 'suppressed' ? figure : { value: null, why: figure.why };
  const { value, n, interval, inputs, variants, trend, note } = figure;
  const inUnit = (amount: number): number => (unit === 'money' ? major(amount, currency) : amount);
  return {
    value: inUnit(value),
    n,
    unit,
    ...(interval ? { interval: { ...interval, low: inUnit(interval.low), high: inUnit(interval.high) } } : {}),
    inputs: Object.fromEntries(inputs.map((input) => [input.key, input.unit === 'money' ? major(input.value, currency) : input.value])),
    ...(variants
      ? { variants: Object.fromEntries(Object.entries(variants).map(([name, v]) => [name, figureJson(v, unit, currency)])) }
      : {}),
    ...(trend ? { trend: tableJson(trend, currency) } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function tableJson({ columns, rows, foot }: Table, currency: Currency): TableJson {
  const rowJson = (row: Cell[]): Cell[] =>
    row.map((cell, i) => (columns[i]!.unit === 'money' && typeof cell === 'number' ? major(cell, currency) : cell));
  // A foot row of shares stands under columns of money and is none itself.
  const footJson = (row: Cell[]): Cell[] => (String(row[0]).endsWith('-share') ? row : rowJson(row));
  return { columns, rows: rows.map(rowJson), ...(foot ? { foot: foot.map(footJson) } : {}) };
}
