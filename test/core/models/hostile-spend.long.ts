import { expect, it } from 'vitest';
import { fitSpend, drawSpendParameters } from '../../../src/core/models/spend/fit-spend';
import { fitShiftedBetaGeometric } from '../../../src/core/models/shifted-beta-geometric';
import { steadyDice } from '../../../src/core/stats/steady-dice';

/** Few or many customers, cents or millions, all alike or none. */
function randomSpend(seed: number) {
  const dice = steadyDice(seed * 7919);
  for (let i = 0; i < 30; i++) dice();
  const count = Math.floor(Math.exp(dice() * 6));
  const [span, size, most] = [20 * dice(), Math.exp(16 * dice()), Math.exp(12 * dice())];
  const allAlike = dice() < 0.2;
  const x = Uint32Array.from({ length: count }, () => Math.floor(most ** dice()) - (dice() < 0.3 ? 1 : 0));
  const mean = Float64Array.from(x, (n) => (n === 0 ? 0 : allAlike ? size : size * Math.exp(span * (dice() - 0.5))));
  return { count, id: new Uint32Array(count), x, mean, worthless: 0 };
}

it('has a status and no number that is none for the spend of 500 shops', () => {
  const found: Record<string, number> = {};
  for (let seed = 1; seed <= 500; seed++) {
    const fit = fitSpend(randomSpend(seed));
    found[fit.status] = (found[fit.status] ?? 0) + 1;
    const numbers = [
      ...fit.theta,
      fit.mean,
      fit.correlation ?? 0,
      ...(fit.covariance ?? []),
      ...drawSpendParameters(fit, 3, 1).flatMap((one) => [...one]),
    ];
    expect(numbers.every(Number.isFinite), `shop ${seed}: ${fit.status}`).toBe(true);
    expect(Number.isNaN(fit.logLikelihood)).toBe(false);
    expect(fit.theta[1]).toBeGreaterThan(1);
  }
  console.log('spend', JSON.stringify(found));
});

it('has a status and no number that is none for 500 cohorts', () => {
  const found: Record<string, number> = {};
  for (let seed = 1; seed <= 500; seed++) {
    const dice = steadyDice(seed * 104729);
    for (let i = 0; i < 30; i++) dice();
    const survivors = [Math.floor(Math.exp(18 * dice()))];
    const periods = Math.floor(40 * dice());
    const stays = dice() ** 0.2;
    for (let t = 0; t < periods; t++) survivors.push(Math.floor(survivors[t]! * (dice() < 0.3 ? 1 : stays)));
    const { status, theta, covariance } = fitShiftedBetaGeometric(survivors);
    found[status] = (found[status] ?? 0) + 1;
    expect([...theta, ...(covariance ?? [])].every(Number.isFinite), `${survivors}: ${status}`).toBe(true);
    expect(theta.every((value) => value > 0)).toBe(true);
  }
  console.log('cohorts', JSON.stringify(found));
});
