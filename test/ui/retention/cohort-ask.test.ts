import { describe, expect, it } from 'vitest';
import { BLOCK_DAYS, cohortAsk, cohortParams } from '../../../src/ui/retention/cohort-ask';

describe('what the address says of the cohort table', () => {
  it('is customers in each very period of the calendar where it says nothing, and then asks for nothing else', () => {
    expect(cohortAsk({})).toEqual({ kind: 'exact', measure: 'customers', clock: 'calendar', from: 1, to: 3 });
    expect(cohortParams(cohortAsk({}))).toBeNull();
  });

  it('is taken as it stands, and what means nothing is left out', () => {
    const ask = cohortAsk({ kind: 'bracket', measure: 'orders', clock: 'elapsed', bracket: '2-6' });
    expect(cohortParams(ask)).toEqual({
      kind: 'bracket',
      measure: 'orders',
      clock: 'elapsed',
      blockDays: BLOCK_DAYS,
      bracketFrom: 2,
      bracketTo: 6,
    });
    expect(cohortAsk({ kind: 'constructor', measure: 'x', clock: '', bracket: '0-4' })).toEqual(cohortAsk({}));
  });

  it('a span that ends before it begins ends where it begins', () => {
    expect(cohortAsk({ kind: 'bracket', bracket: '5-2' })).toMatchObject({ from: 5, to: 5 });
  });
});
