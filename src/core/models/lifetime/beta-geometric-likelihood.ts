import { risingBetas, risingFactorial } from './rising-factorials';
import type { Triples } from './triples';

/** What of triples no parameter changes: runs of one x, and the different times with what belongs to each. */
interface Prepared {
  runs: { x: number; from: number; to: number; weight: number }[];
  /** All values of t_x and T, each once. */
  times: Float64Array;
  /** For each triple the place of its t_x and of its T among them. */
  recencyAt: Uint32Array;
  ageAt: Uint32Array;
  /** Customers, and their repeat orders, whose T is this time. */
  customersAt: Float64Array;
  ordersAt: Float64Array;
}

/** Odds beyond which 1 + odds is the odds to the last bit, as a logarithm. */
const CERTAIN = 40;

/**
 * Σ weight · log L, where somebody with x repeat orders has had k = x + `chances` opportunities to leave:
 * ln L = ln Γ(r+x)/Γ(r) − x ln α + ln B(a, b+k)/B(a, b) − (r+x) ln(1+T/α) + ln(1 + odds), the odds of having left
 * a/(b+k−1) · ((α+T)/(α+t_x))^(r+x). Only the last term is of each triple; the others are of each x or each T, and are written so that nothing
 * large is taken from anything large where customers are all alike (r and α, or a and b, beyond all bounds).
 * @param gradient  filled with the derivatives by r, α, a and b
 */
export function betaGeometricLikelihood(chances: number, triples: Triples, theta: Float64Array, gradient?: Float64Array): number {
  const prepared = preparedOf(triples);
  const [r, alpha, a, b] = theta as unknown as [number, number, number, number];
  const logTime = prepared.times.map((t) => Math.log1p(t / alpha));
  const perTime = prepared.times.map((t) => 1 / (alpha + t));
  const slopes = new Float64Array(4);
  let sum = ofTimes(prepared, r, alpha, logTime, perTime, slopes);
  const buying = risingFactorial(r, alpha);
  const staying = risingBetas(a, b);
  for (const { x, from, to, weight } of prepared.runs) {
    const k = x + chances;
    const bought = buying(x);
    const stayed = staying(k);
    sum += weight * (bought.value + stayed.value);
    slopes[0]! += weight * bought.slope;
    slopes[2]! += weight * stayed.byA;
    slopes[3]! += weight * stayed.byB;
    if (k > 0) sum += runOfGone(triples, prepared, { from, to, shape: r + x, a, left: b + k - 1 }, logTime, perTime, slopes);
  }
  gradient?.set(slopes);
  return Number.isFinite(sum) ? sum : -Infinity;
}

/** −Σ weight · (r+x) ln(1+T/α); its derivatives, with that of −x ln α, are added to `slopes`. */
function ofTimes(
  { times, customersAt, ordersAt }: Prepared,
  r: number,
  alpha: number,
  logTime: Float64Array,
  perTime: Float64Array,
  slopes: Float64Array,
): number {
  let sum = 0;
  for (let j = 0; j < times.length; j++) {
    const [customers, orders] = [customersAt[j]!, ordersAt[j]!];
    sum -= (r * customers + orders) * logTime[j]!;
    slopes[0]! -= customers * logTime[j]!;
    slopes[1]! += ((r * customers * times[j]!) / alpha - orders) * perTime[j]!;
  }
  return sum;
}

/** Σ weight · ln(1 + odds) over a run of triples with one x; its derivatives are added to `slopes`. */
function runOfGone(
  { weight }: Triples,
  { recencyAt, ageAt }: Prepared,
  { from, to, shape, a, left }: { from: number; to: number; shape: number; a: number; left: number },
  logTime: Float64Array,
  perTime: Float64Array,
  slopes: Float64Array,
): number {
  const start = Math.log(a) - Math.log(left);
  let sum = 0;
  // Logarithms of a few are taken at once, as that of their product.
  let product = 1;
  let gone = 0;
  let byShape = 0;
  let byAlpha = 0;
  for (let i = from; i < to; i++) {
    const w = weight[i]!;
    const silence = logTime[ageAt[i]!]! - logTime[recencyAt[i]!]!;
    const logOdds = start + shape * silence;
    const odds = logOdds > CERTAIN ? Infinity : Math.exp(logOdds);
    if (odds === Infinity) sum += w * logOdds;
    else if (w !== 1) sum += w * Math.log(1 + odds);
    else if ((product *= 1 + odds) > 1e250) {
      sum += Math.log(product);
      product = 1;
    }
    const chance = odds === Infinity ? w : (w * odds) / (1 + odds);
    gone += chance;
    byShape += chance * silence;
    byAlpha += chance * (perTime[ageAt[i]!]! - perTime[recencyAt[i]!]!);
  }
  slopes[0]! += byShape;
  slopes[1]! += shape * byAlpha;
  slopes[2]! += gone / a;
  slopes[3]! -= gone / left;
  return sum + Math.log(product);
}

/** Kept beside the triples, because a fit asks for the likelihood of the same ones many times. */
const known = new WeakMap<Triples, Prepared>();

function preparedOf(triples: Triples): Prepared {
  const before = known.get(triples);
  if (before) return before;
  const { size, x, recency, age, weight } = triples;
  const places = new Map<number, number>();
  const place = (time: number): number => {
    const at = places.get(time);
    if (at !== undefined) return at;
    places.set(time, places.size);
    return places.size - 1;
  };
  const recencyAt = Uint32Array.from(recency, place);
  const ageAt = Uint32Array.from(age, place);
  const times = Float64Array.from(places.keys());
  const customersAt = new Float64Array(times.length);
  const ordersAt = new Float64Array(times.length);
  const runs: Prepared['runs'] = [];
  for (let i = 0; i < size; i++) {
    const w = weight[i]!;
    customersAt[ageAt[i]!]! += w;
    ordersAt[ageAt[i]!]! += w * x[i]!;
    if (runs.at(-1)?.x !== x[i]) runs.push({ x: x[i]!, from: i, to: i, weight: 0 });
    const run = runs.at(-1)!;
    run.to = i + 1;
    run.weight += w;
  }
  const prepared = { runs, times, recencyAt, ageAt, customersAt, ordersAt };
  known.set(triples, prepared);
  return prepared;
}
