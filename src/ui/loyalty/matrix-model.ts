import { isTable, type Answer } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

/** What a cell of the matrix is called; words stand in i18n under `loyalty.kind.<kind>`. */
export type MatrixKind = 'true' | 'forced' | 'price-only' | 'at-risk' | 'silent';

export interface MatrixCell {
  key: string;
  kind: MatrixKind;
  customers: number;
  share: number;
}

/** The eight cells and those who are in none; counts that are not there are 0. */
export interface MatrixModel {
  cells: Map<string, MatrixCell>;
  respondents: number;
  noAnswer: number;
  neverBought: number;
  unknown: number;
}

/** The matrix; null where nobody who ever bought has answered. */
export function matrixModel(answer: Answer): MatrixModel | null {
  if (!isTable(answer) || answer.rows.length === 0) return null;
  const cells = tableRecords(answer, answer.rows).map((record): [string, MatrixCell] => {
    const key = String(record.cell);
    return [
      key,
      { key, kind: String(record.kind) as MatrixKind, customers: numberIn(record, 'customers'), share: numberIn(record, 'share') },
    ];
  });
  const foot = tableRecords(answer, answer.foot ?? []);
  const count = (key: string): number => numberIn(foot.find((record) => record.cell === key) ?? {}, 'customers');
  return {
    cells: new Map(cells),
    respondents: count('respondents'),
    noAnswer: count('no-answer'),
    neverBought: count('never-bought'),
    unknown: count('unknown'),
  };
}

/** Customers of all cells of a kind. */
export function ofKind({ cells }: MatrixModel, kind: MatrixKind): number {
  return [...cells.values()].filter((cell) => cell.kind === kind).reduce((sum, cell) => sum + cell.customers, 0);
}
