import { maximise, type Objective, type Summit } from './maximise';

/** The best summit of several starts, how many were tried, and how many ended there; null where none of them led anywhere. */
export interface Climb {
  best: Summit | null;
  starts: { tried: number; agreed: number };
}

/** Summits this near to the best are the same one. */
const SAME = 1e-4;

/** Fixed starts climb: ridges that go on for ever hide a summit from some of them. */
export function climbStarts(objective: Objective, parameters: number): Climb {
  const summits = startsOf(parameters).map((start) => maximise(objective, start));
  const reached = summits.filter(({ value }) => Number.isFinite(value));
  const best = reached.reduce<Summit | null>((top, one) => (top && top.value >= one.value ? top : one), null);
  const agreed = reached.filter(({ value }) => value > best!.value - SAME).length;
  return { best, starts: { tried: summits.length, agreed } };
}

/** The best of the climbs on something rougher goes on with the objective itself. Right where there is one clear summit. */
export function climbFurther(objective: Objective, { best, starts }: Climb): Climb {
  const further = best && maximise(objective, best.at, best.inverse);
  return { best: further && Number.isFinite(further.value) ? further : null, starts };
}

/** ln θ around 0, low, high, and two ways in between. */
function startsOf(n: number): Float64Array[] {
  const far = Math.log(4);
  const patterns = [() => 0, () => -far, () => far, (i: number) => (i % 2 ? far : -far), (i: number) => (i % 2 ? -far : far)];
  return patterns.map((at) => Float64Array.from({ length: n }, (_, i) => at(i)));
}
