import { describe, expect, it } from 'vitest';
import { bgNbd } from '../../../src/core/models/bg-nbd';
import { mbgNbd } from '../../../src/core/models/mbg-nbd';
import { hostileShops } from './hostile-shops';
import { surviveShop } from './hostile-trial';

// Five hundred shops and two hundred starts: hostile.long.ts.
describe.each([mbgNbd, bgNbd])('the $id', (model) => {
  it.each(hostileShops(60))('has a status and no number that is none for $title', (shop) => {
    expect(surviveShop(model, shop)).toBeTruthy();
  });
});
