import { curvature } from '../../../src/core/models/fitting/curvature';
import { fitObjective, PRIOR_SD } from '../../../src/core/models/lifetime/fit-objective';
import { inverseOfPositive } from '../../../src/core/models/fitting/inverse-of-positive';
import type { LifetimeModel } from '../../../src/core/models/lifetime/lifetime-model';
import { maximise, type Summit } from '../../../src/core/models/fitting/maximise';
import { steadyDice } from '../../../src/core/stats/steady-dice';
import { recoverable } from './recovery';
import { simulatedTriples } from './simulate';

/** Where climbs from random starts within a factor of 55 end, on a shop that behaves as the model says. */
export function climbFromAnywhere(model: LifetimeModel, starts: number): { notNumbers: number; same: number; elsewhere: Summit[] } {
  const shop = recoverable(model.id, 1);
  const raw = simulatedTriples(shop);
  const triples = { ...raw, recency: raw.recency.map((t) => t / shop.days), age: raw.age.map((t) => t / shop.days) };
  const objective = fitObjective(model, triples, false);
  const dice = steadyDice(99);
  const summits = Array.from({ length: starts }, () =>
    maximise(
      objective,
      Float64Array.from({ length: 4 }, () => 8 * dice() - 4),
    ),
  );
  const top = Math.max(...summits.map(({ value }) => value));
  // Far out the ground is level (nobody leaves), and a climb may come to rest there; a fit tells by the curvature that this is no summit.
  const isSummit = ({ at, settled }: Summit): boolean =>
    settled && (inverseOfPositive(curvature(objective, at).map((value) => -value))?.every((v, k) => k % 5 || v <= PRIOR_SD ** 2) ?? false);
  const isTop = ({ value }: Summit): boolean => value > top - 1e-4;
  return {
    notNumbers: summits.filter(({ value, at }) => Number.isNaN(value) || at.some(Number.isNaN)).length,
    same: summits.filter((one) => isTop(one) && isSummit(one)).length,
    elsewhere: summits.filter((one) => !isTop(one) && isSummit(one)),
  };
}
