import { describe, expect, it } from 'vitest';
import { bgNbd } from '../../../src/core/models/lifetime/bg-nbd';
import { mbgNbd } from '../../../src/core/models/lifetime/mbg-nbd';
import { hostileShops } from './hostile-shops';
import { surviveShop } from './hostile-trial';
import { climbFromAnywhere } from './random-starts';

// Five hundred shops and two hundred starts, for all three models: hostile.long.ts.
describe.each([mbgNbd, bgNbd])('the $id', (model) => {
  it.each(hostileShops(60))('has a status and no number that is none for $title', (shop) => {
    expect(surviveShop(model, shop)).toBeTruthy();
  });

  it('climbs to the same summit from random starts, or does not call it one', () => {
    const { notNumbers, same, elsewhere } = climbFromAnywhere(model, 10);
    expect(notNumbers).toBe(0);
    expect(same).toBeGreaterThan(8);
    expect(elsewhere).toEqual([]);
  });
});
