import { describe, expect, it } from 'vitest';
import { curvature } from '../../../src/core/models/curvature';
import { fitObjective, PRIOR_SD } from '../../../src/core/models/fit-objective';
import { inverseOfPositive } from '../../../src/core/models/inverse-of-positive';
import { LIFETIME_MODEL_LIST } from '../../../src/core/models/lifetime-models';
import { maximise, type Summit } from '../../../src/core/models/maximise';
import { steadyDice } from '../../../src/core/stats/steady-dice';
import { hostileShops } from './hostile-shops';
import { surviveShop } from './hostile-trial';
import { recoverable } from './recovery';
import { simulatedTriples } from './simulate';

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
    const shop = recoverable(model.id, 1);
    const raw = simulatedTriples(shop);
    const triples = { ...raw, recency: raw.recency.map((t) => t / shop.days), age: raw.age.map((t) => t / shop.days) };
    const objective = fitObjective(model, triples, false);
    const dice = steadyDice(99);
    const summits = Array.from({ length: 200 }, () =>
      maximise(
        objective,
        Float64Array.from({ length: 4 }, () => 8 * dice() - 4),
      ),
    );
    expect(summits.some(({ value, at }) => Number.isNaN(value) || at.some(Number.isNaN))).toBe(false);
    const top = Math.max(...summits.map(({ value }) => value));
    const same = summits.filter(({ value }) => value > top - 1e-4);
    // Far out the ground is level (nobody leaves), and a climb may come to rest there; a fit tells by the curvature that this is no summit.
    const known = ({ at }: Summit) => inverseOfPositive(curvature(objective, at).map((value) => -value));
    const isSummit = (one: Summit): boolean => known(one)?.every((value, k) => k % 5 !== 0 || value <= PRIOR_SD ** 2) ?? false;
    const elsewhere = summits.filter((one) => one.value <= top - 1e-4 && one.settled && isSummit(one));
    console.log(model.id, `${same.length} of 200 starts at the one summit`);
    expect(same.every(isSummit)).toBe(true);
    expect(same.length).toBeGreaterThan(190);
    expect(elsewhere).toEqual([]);
  });
});
