import { describe, expect, it } from 'vitest';
import { LIFETIME_MODEL_LIST } from '../../../src/core/models/lifetime/lifetime-models';
import { hostileShops } from './hostile-shops';
import { surviveShop } from './hostile-trial';
import { climbFromAnywhere } from './random-starts';

describe.each(LIFETIME_MODEL_LIST)('the $id', (model) => {
  it('has a status and no number that is none for 500 shops', () => {
    const found: Record<string, number> = {};
    for (const shop of hostileShops(500)) {
      const status = surviveShop(model, shop);
      found[status] = (found[status] ?? 0) + 1;
    }
    console.log(model.id, JSON.stringify(found));
    expect(Object.values(found).reduce((sum, n) => sum + n, 0)).toBe(500);
  });

  it('climbs to the same summit from 200 random starts, or does not call it one', () => {
    const { notNumbers, same, elsewhere } = climbFromAnywhere(model, 200);
    console.log(model.id, `${same} of 200 starts at the one summit`);
    expect(notNumbers).toBe(0);
    expect(same).toBeGreaterThan(190);
    expect(elsewhere).toEqual([]);
  });
});
