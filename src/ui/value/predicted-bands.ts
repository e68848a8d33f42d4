import { isTable, type Answer } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

/** Bands of `expected-value-bands` by evidence, the best known first. */
export const EVIDENCE_BANDS = ['well-known', 'little-known', 'once'] as const;

/** A row of `expected-value-bands`. */
export interface PredictedBand {
  name: string;
  customers: number;
  expectedMinor: number;
  /** null where nothing is expected of anybody. */
  share: number | null;
  expectedOrders: number;
  soFarMinor: number;
  /** Of them in the tenth that brought most so far; null where there is no such tenth. */
  bestSoFar: number | null;
  /** What is expected of the well known, those known a little and those who ordered once. */
  parts: [number, number, number];
}

/** Rows of `expected-value-bands`; none when the answer is no table. */
export function predictedBands(answer: Answer): PredictedBand[] {
  if (!isTable(answer)) return [];
  return tableRecords(answer, answer.rows).map((record) => ({
    name: String(record.band),
    customers: numberIn(record, 'customers'),
    expectedMinor: numberIn(record, 'expected-value'),
    share: typeof record['expected-value-share'] === 'number' ? record['expected-value-share'] : null,
    expectedOrders: numberIn(record, 'expected-orders'),
    soFarMinor: numberIn(record, 'net-so-far'),
    bestSoFar: typeof record['best-so-far'] === 'number' ? record['best-so-far'] : null,
    parts: EVIDENCE_BANDS.map((name) => numberIn(record, `from-${name}`)) as [number, number, number],
  }));
}
