/** A function to be maximised: its value, and its derivatives put into `gradient`. −Infinity where it is not defined. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/** Where a climb ended. */
export interface Summit {
  at: Float64Array;
  value: number;
  gradient: Float64Array;
  /** Approximate inverse of minus the curvature, row by row. */
  inverse: Float64Array;
  /** Whether it came to rest: a further step is not expected to gain anything. */
  settled: boolean;
}

/** Gain still to be expected of a step at which a climb is at rest, and its share of the value that rounding hides. */
const NOTHING = 1e-10;
const ROUNDING = 1e-13;
/** Two steps in a row that gain less than this many times as much end a climb too: rounding makes the ground rough there. */
const ROUGH = 100;
const MOST_STEPS = 300;
/** Restarts along the slope: where more are needed, rounding hides what there may be to gain. */
const MOST_RESTARTS = 5;
/** No coordinate moves further than this in one step. */
const LONGEST = 3;

/**
 * Climbs from a start to the next maximum, with the quasi-Newton steps of Broyden, Fletcher, Goldfarb and Shanno.
 * @param inverse  what is known of the inverse of minus the curvature at the start
 * @source  J. Nocedal, S. J. Wright, Numerical Optimization, 2nd edition, 2006, algorithm 6.1
 */
export function maximise(objective: Objective, start: Float64Array, inverse?: Float64Array): Summit {
  const n = start.length;
  let at = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let value = objective(at, gradient);
  let h = inverse ? Float64Array.from(inverse) : steepest(gradient);
  let isFresh = !inverse;
  let restarts = 0;
  let idle = 0;
  const done = (settled: boolean): Summit => ({ at, value, gradient, inverse: h, settled });
  if (!Number.isFinite(value)) return done(false);
  for (let step = 0; step < MOST_STEPS; step++) {
    let direction = times(h, gradient);
    let slope = dot(direction, gradient);
    if (!(slope > 0)) {
      h = steepest(gradient);
      isFresh = true;
      direction = times(h, gradient);
      slope = dot(direction, gradient);
    }
    const nothing = NOTHING + ROUNDING * Math.abs(value);
    if (!(slope > 2 * nothing)) return done(Number.isFinite(slope));
    const next = walk(objective, at, value, direction, slope);
    if (!next) {
      // Nothing uphill: at the summit to the last bits, or the curvature was misjudged.
      if (isFresh || slope < 1e-7 || restarts++ === MOST_RESTARTS) return done(slope < 1e-7 * Math.max(1, Math.abs(value)));
      h = steepest(gradient);
      isFresh = true;
      continue;
    }
    h = updated(h, difference(next.at, at), difference(gradient, next.gradient), isFresh);
    isFresh = false;
    idle = next.value - value < ROUGH * nothing ? idle + 1 : 0;
    ({ at, value, gradient } = next);
    if (idle > 1) return done(slope < 1e-4);
  }
  return done(false);
}

/** A step along the direction that climbs enough, found by halving; null where there is none. */
function walk(objective: Objective, at: Float64Array, value: number, direction: Float64Array, slope: number) {
  const longest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  let length = Math.min(1, LONGEST / longest);
  for (let tries = 0; tries < 25; tries++) {
    const to = at.map((x, i) => x + length * direction[i]!);
    const gradient = new Float64Array(at.length);
    const reached = objective(to, gradient);
    if (reached >= value + 1e-4 * length * slope && gradient.every(Number.isFinite)) return { at: to, value: reached, gradient };
    // The parabola through what is known has its summit here.
    const better = Number.isFinite(reached) ? (slope * length * length) / (2 * (value + slope * length - reached)) : 0;
    length = Math.min(0.5 * length, Math.max(0.1 * length, better));
  }
  return null;
}

/** The approximation after a step s along which the gradient fell by y; as before where the two contradict a summit. */
function updated(h: Float64Array, s: Float64Array, y: Float64Array, isFresh: boolean): Float64Array {
  const n = s.length;
  const sy = dot(s, y);
  if (!(sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return h;
  const base = isFresh ? identity(n, sy / dot(y, y)) : h;
  const hy = times(base, y);
  const factor = (1 + dot(y, hy) / sy) / sy;
  return base.map((value, k) => {
    const i = Math.floor(k / n);
    const j = k % n;
    return value + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy;
  });
}

function steepest(gradient: Float64Array): Float64Array {
  const size = Math.sqrt(dot(gradient, gradient));
  return identity(gradient.length, size > 0 ? 1 / Math.max(1, size) : 1);
}

function identity(n: number, value: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? value : 0));
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => dot(matrix.subarray(i * n, i * n + n), vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}
