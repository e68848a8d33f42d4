import { describe, expect, it } from 'vitest';
import { LIFETIME_MODELS } from '../../../src/terms/prediction';
import { coverage } from './recovery';

describe.each(LIFETIME_MODELS)('the %s', (model) => {
  it('is found again in 200 shops that behave as it says: each interval of 95 % holds the true parameter in 90 to 98 %', () => {
    const { fitted, shares } = coverage(model, 200);
    console.log(model, `${fitted} of 200 fitted; coverage ${shares.map((share) => share.toFixed(3)).join(' ')}`);
    expect(fitted).toBe(200);
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0.9);
      expect(share).toBeLessThanOrEqual(0.98);
    }
  });
});
