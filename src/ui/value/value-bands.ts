import { isTable, type Answer } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

/** A row of `value-concentration`. */
export interface ValueBand {
  name: string;
  customers: number;
  netMinor: number;
  /** null where all together brought nothing. */
  share: number | null;
  eachMinor: number;
  leastMinor: number;
}

/** Rows of `value-concentration`; none when the answer is no table. */
export function bandsOf(answer: Answer): ValueBand[] {
  if (!isTable(answer)) return [];
  return tableRecords(answer, answer.rows).map((record) => ({
    name: String(record.band),
    customers: numberIn(record, 'customers'),
    netMinor: numberIn(record, 'net-revenue'),
    share: typeof record['revenue-share'] === 'number' ? record['revenue-share'] : null,
    eachMinor: numberIn(record, 'spend-per-customer'),
    leastMinor: numberIn(record, 'least-spend'),
  }));
}
