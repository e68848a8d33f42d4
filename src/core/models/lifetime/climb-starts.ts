import { coarserTriples } from './coarser-triples';
import { fitObjective } from './fit-objective';
import type { Fit, LifetimeModel } from './lifetime-model';
import { maximise, type Summit } from '../fitting/maximise';
import type { Triples } from './triples';

/** The best summit of several starts; null where none of them led anywhere. */
export interface Climb {
  best: Summit | null;
  starts: Fit['starts'];
}

/** Different histories that the starts are tried on. */
const COARSE = 300;
/** Summits this near to the best are the same one. */
const SAME = 1e-4;

/** Fixed starts climb on a coarser copy of the data; the best of them goes on with all of it. Right where there is one clear summit. */
export function climbCoarsely(model: LifetimeModel, triples: Triples, withPrior: boolean): Climb {
  const coarse = coarserTriples(triples, COARSE);
  const climb = climbStarts(model, coarse, withPrior);
  if (coarse === triples || !climb.best) return climb;
  const best = maximise(fitObjective(model, triples, withPrior), climb.best.at, climb.best.inverse);
  return { best: Number.isFinite(best.value) ? best : null, starts: climb.starts };
}

/** The fixed starts climb on all of the data. Ridges that go on for ever hide a summit from some of them. */
export function climbStarts(model: LifetimeModel, triples: Triples, withPrior: boolean): Climb {
  const objective = fitObjective(model, triples, withPrior);
  const summits = startsOf(model.parameters.length).map((start) => maximise(objective, start));
  const reached = summits.filter(({ value }) => Number.isFinite(value));
  const best = reached.reduce<Summit | null>((top, one) => (top && top.value >= one.value ? top : one), null);
  const agreed = reached.filter(({ value }) => value > best!.value - SAME).length;
  return { best, starts: { tried: summits.length, agreed } };
}

/** ln θ around 0, low, high, and two ways in between. */
function startsOf(n: number): Float64Array[] {
  const far = Math.log(4);
  const patterns = [() => 0, () => -far, () => far, (i: number) => (i % 2 ? far : -far), (i: number) => (i % 2 ? -far : far)];
  return patterns.map((at) => Float64Array.from({ length: n }, (_, i) => at(i)));
}
