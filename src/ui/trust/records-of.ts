import { isTable, type Answer, type Cell } from '../../terms/answer';
import { tableRecords } from '../reading/table-records';

/** A row of a table by column key. */
export type Rec = Record<string, Cell>;

/** Rows of an answer that is a table. */
export function recordsOf(answer: Answer): Rec[] {
  if (!isTable(answer)) throw new Error('a figure where a table was asked for');
  return tableRecords(answer, answer.rows);
}
