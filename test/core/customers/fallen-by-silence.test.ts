import { describe, expect, it } from 'vitest';
import { fallenBySilence, type ToldByModel } from '../../../src/core/customers/fallen-by-silence';
import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import type { Fit } from '../../../src/core/models/lifetime/lifetime-model';
import type { Scores, Verdict } from '../../../src/core/models/predictions';
import { DEFAULT_PREDICTION as choice, type LifetimeModelId } from '../../../src/terms/prediction';

/** Histories (x, t_x, T) under a model: customer 10 + i has the i-th. */
function told(model: LifetimeModelId, theta: number[], histories: [number, number, number][], basis: 'model' | 'empirical' = 'model') {
  const column = (k: 0 | 1 | 2) => Uint32Array.from(histories, (one) => one[k]);
  const id = Uint32Array.from(histories, (_, i) => 10 + i);
  const alive = Float64Array.from(histories, ([x, recency, age]) =>
    basis === 'model' ? lifetimeModel(model).pAlive(Float64Array.from(theta), x, recency, age) : NaN,
  );
  const models: ToldByModel = {
    history: { count: histories.length, id, x: column(0), recency: column(1), age: column(2) },
    verdict: () => ({ basis, model, warnings: [] }) as Verdict,
    scores: () => ({ id, alive }) as Scores,
    fit: () => ({ model, theta: Float64Array.from(theta) }) as Fit,
  };
  const fallen = fallenBySilence(models, { ...choice, model });
  return { alive: [...alive], fallen: histories.map((_, i) => fallen(10 + i)) };
}

describe('who has fallen by silence', () => {
  // Most never come back: after the first order the likelihood is 0.39 (b / (a + b)), before any silence.
  const MOSTLY_ONCE = [0.5, 20, 1.22, 0.78];

  it('is nobody on the day of an order, however many in the shop never come back', () => {
    const { alive, fallen } = told('mbg-nbd', MOSTLY_ONCE, [
      [0, 0, 0],
      [0, 0, 7],
      [0, 0, 900],
    ]);
    expect(alive[0]).toBeCloseTo(0.39, 10);
    expect(alive[1]).toBeLessThan(0.5);
    expect(fallen).toEqual([false, false, true]);
  });

  it('is who has lost half of the likelihood that the last order left, and is below a half', () => {
    const { alive, fallen } = told('mbg-nbd', MOSTLY_ONCE, [
      [8, 80, 80],
      [8, 80, 110],
      [8, 80, 140],
    ]);
    expect(alive[0]).toBeGreaterThan(0.7);
    expect(alive.map((now) => now < 0.5 && now < alive[0]! / 2)).toEqual([false, true, true]);
    expect(fallen).toEqual([false, true, true]);
  });

  it('stays fallen while the silence goes on', () => {
    for (const model of ['mbg-nbd', 'pareto-nbd'] as const)
      for (const x of [0, 1, 4]) {
        const { fallen } = told(
          model,
          MOSTLY_ONCE,
          [0, 5, 20, 60, 200, 900, 4000].map((silent): [number, number, number] => [x, 30 * x, 30 * x + silent]),
        );
        expect(fallen[0]).toBe(false);
        expect(fallen).toEqual([...fallen].sort());
        expect(fallen.at(-1)).toBe(true);
      }
  });

  it('is nobody where rates tell, which know no likelihood of being a customer, and nobody of whom nothing is known', () => {
    expect(told('mbg-nbd', MOSTLY_ONCE, [[0, 0, 900]], 'empirical').fallen).toEqual([false]);
  });
});
