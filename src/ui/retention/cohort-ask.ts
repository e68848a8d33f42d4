import type { MetricQuestion } from '../../engine/protocol';

export const COHORT_KINDS = ['exact', 'on-or-after', 'cumulative', 'streak', 'bracket'] as const;
export const COHORT_MEASURES = ['customers', 'orders', 'net-revenue', 'value-per-customer'] as const;
export const COHORT_CLOCKS = ['calendar', 'elapsed'] as const;
export type CohortKind = (typeof COHORT_KINDS)[number];
export type CohortMeasure = (typeof COHORT_MEASURES)[number];
export type CohortClock = (typeof COHORT_CLOCKS)[number];

/** Days of a block where time is counted from each customer's first order. */
export const BLOCK_DAYS = 30;

/** What the cohort table shows. */
export interface CohortAsk {
  kind: CohortKind;
  measure: CohortMeasure;
  clock: CohortClock;
  /** The periods of a bracket, 1 or later; otherwise not looked at. */
  from: number;
  to: number;
}

/** What the address says of the cohort table; words that mean nothing are left out. */
export function cohortAsk({ kind, measure, clock, bracket }: Record<string, string>): CohortAsk {
  const ends = /^([1-9]\d?)-([1-9]\d?)$/.exec(bracket ?? '');
  const from = Number(ends?.[1] ?? 1);
  return {
    kind: COHORT_KINDS.find((one) => one === kind) ?? 'exact',
    measure: COHORT_MEASURES.find((one) => one === measure) ?? 'customers',
    clock: COHORT_CLOCKS.find((one) => one === clock) ?? 'calendar',
    from,
    to: Math.max(from, Number(ends?.[2] ?? 3)),
  };
}

/** The parameters of the metric that differ from its own; null for none. */
export function cohortParams({ kind, measure, clock, from, to }: CohortAsk): NonNullable<MetricQuestion['params']> | null {
  const params = {
    ...(kind === 'exact' ? {} : { kind }),
    ...(measure === 'customers' ? {} : { measure }),
    ...(clock === 'calendar' ? {} : { clock, blockDays: BLOCK_DAYS }),
    ...(kind === 'bracket' ? { bracketFrom: from, bracketTo: to } : {}),
  };
  return Object.keys(params).length > 0 ? params : null;
}
