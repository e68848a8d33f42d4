import { describe, expect, it } from 'vitest';
import { coverage } from './recovery';

// Two hundred shops for each of the three models: recovery.long.ts.
describe.each(['mbg-nbd', 'bg-nbd'] as const)('the %s', (model) => {
  it('is found again in shops that behave as it says: the intervals hold the true parameters in about 95 of 100', () => {
    const { fitted, shares } = coverage(model, 30);
    expect(fitted).toBe(30);
    // Of 30, fewer than 25 hold it once in a hundred times by chance.
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(25 / 30);
  });
});
