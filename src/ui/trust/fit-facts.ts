import type { Rec } from './records-of';

/** Parameters of a fit with their ranges, and what they rest on. Numbers are null where the fit has none. */
export interface FitFacts {
  status: string;
  parameters: { name: string; value: number | null; low: number | null; high: number | null }[];
  of: Record<string, number | null>;
}

const FACTS = ['log-likelihood', 'customers', 'repeaters', 'histories', 'starts-tried', 'starts-agreed', 'mean-alive'];

/** The rows of the metric `lifetime-fit`, parameters apart from the rest. */
export function fitOf(rows: readonly Rec[]): FitFacts {
  const number = (row: Rec, key: string) => (typeof row[key] === 'number' ? row[key] : null);
  const isFact = (row: Rec) => FACTS.includes(String(row['of-fit']));
  return {
    status: String(rows[0]?.status ?? 'too-few'),
    parameters: rows
      .filter((row) => !isFact(row))
      .map((row) => ({ name: String(row['of-fit']), value: number(row, 'value'), low: number(row, 'low'), high: number(row, 'high') })),
    of: Object.fromEntries(rows.filter(isFact).map((row) => [String(row['of-fit']), number(row, 'value')])),
  };
}
