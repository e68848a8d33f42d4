import { isoFromDay } from '../terms/day';
import { FIELDS } from '../terms/fields';
import type { View } from '../terms/view';
import { NO_DAY, NONE } from '../core/columns/batch';
import { FLAG_UNKNOWN, FLAG_YES, type RecordField } from '../core/columns/records';
import { numbersOf, textsOf, type FieldValues, type RecordTable } from '../core/tables/record-table';
import { surveyQuestions } from '../core/metrics/voice/survey-questions';
import { inputBehind } from './figures';
import type { QuestionCard, RecordLine, RecordLines, Who } from './protocol';
import type { Session } from './session';

/** Records behind one input of one figure, the latest first; none when the figure is absent or counts no records. */
export function recordsBehind(session: Session, who: Who, view: View, offset: number, limit: number): RecordLines {
  const list = inputBehind(session, who, view)?.records;
  const table = session.tables(view).records(list?.kind ?? 'answers');
  const rows = list ? latestFirst(session, JSON.stringify([who, view]), table, list.rows) : new Uint32Array(0);
  const customers = new Set(rows.filter((row) => table.person[row]! < session.ledger.customers).map((row) => table.person[row]!));
  const lines = Array.from(rows.subarray(offset, offset + limit), (row) => lineOf(session, table, row));
  return { kind: table.kind, records: rows.length, customers: customers.size, offset, lines };
}

function latestFirst(session: Session, key: string, { day, second }: RecordTable, rows: Uint32Array): Uint32Array {
  return session.once('records', key, () => rows.slice().sort((a, b) => day[b]! - day[a]! || second[b]! - second[a]! || a - b));
}

function lineOf(session: Session, table: RecordTable, row: number): RecordLine {
  const importId = table.importId[row]!;
  const person = table.person[row]!;
  const day = table.day[row]!;
  return {
    file: session.imports.find((card) => card.id === importId)?.name ?? '',
    line: table.line[row]!,
    person: person === NONE ? null : { key: session.customerKey(person), bought: person < session.ledger.customers },
    day: day === NO_DAY ? null : day,
    second: table.second[row]!,
    said: table.kind === 'answers' ? saidIn(table, row) : [],
    cells: fieldsOf(table).flatMap((field) => {
      const value = valueOf(table.fields[field]!, row);
      return value === null ? [] : [{ field, value }];
    }),
  };
}

/** Fields in the order in which they are shown; an answer's scale stands after its score. */
function fieldsOf({ kind, fields }: RecordTable): RecordField[] {
  const told = (role: RecordField): boolean => role !== 'date' && !(kind === 'answers' && role === 'comment');
  const named = FIELDS[kind].flatMap(({ role }): RecordField[] => (!told(role) ? [] : role === 'score' ? [role, 'scale'] : [role]));
  return named.filter((field) => fields[field]);
}

/**
 * The free texts of the form that an answer stands in: its neighbours of the same file and line. Those from the answer on come first: the
 * reason for a score is asked after it.
 */
function saidIn(table: RecordTable, row: number): RecordLine['said'] {
  const [questions, comments] = [textsOf(table, 'question'), textsOf(table, 'comment')];
  if (!comments) return [];
  const isOfForm = (other: number): boolean => table.importId[other] === table.importId[row] && table.line[other] === table.line[row];
  let first = row;
  while (first > 0 && isOfForm(first - 1)) first--;
  const [said, before]: [RecordLine['said'], RecordLine['said']] = [[], []];
  for (let other = first; other < table.rows && isOfForm(other); other++) {
    const text = comments.texts[comments.codes[other]!];
    if (text) (other < row ? before : said).push({ question: questions?.texts[questions.codes[other]!] ?? '', text });
  }
  return [...said, ...before];
}

function valueOf(field: FieldValues, row: number): string | number | boolean | null {
  if (field.type === 'text') return field.codes[row] === NONE ? null : (field.texts[field.codes[row]!] ?? null);
  if (field.type === 'number') return Number.isNaN(field.values[row]!) ? null : field.values[row]!;
  if (field.type === 'day') return field.day[row] === NO_DAY ? null : isoFromDay(field.day[row]!);
  return field.values[row] === FLAG_UNKNOWN ? null : field.values[row] === FLAG_YES;
}

/** The questions of the shop's surveys, the most answered first. */
export function questionCards(session: Session, view: View): QuestionCard[] {
  const table = session.tables(view).records('answers');
  const scores = numbersOf(table, 'score');
  const cards = surveyQuestions(table).map(({ text, scale, asks, rows }) => {
    const sum = rows.reduce((total, row) => total + scores![row]!, 0);
    return { text, scale, asks, answers: rows.length, mean: sum / rows.length };
  });
  return cards.sort((a, b) => b.answers - a.answers);
}
