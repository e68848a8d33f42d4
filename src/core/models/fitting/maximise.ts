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
const MOST_TRIES = 25;
/** No coordinate moves further than this in one step. */
const LONGEST = 3;

/**
 * Climbs from a start to the next maximum, with the quasi-Newton steps of Broyden, Fletcher, Goldfarb and Shanno.
 * @param inverse  what is known of the inverse of minus the curvature at the start
 * @source  J. Nocedal, S. J. Wright, Numerical Optimization, 2nd edition, 2006, algorithm 6.1
 */
export function maximise(objective: Objective, start: Float64Array, inverse?: Float64Array): Summit {
  let here = placeAt(objective, Float64Array.from(start));
  // null: nothing is known of the curvature, and the way is straight up.
  let h = inverse ?? null;
  let [restarts, idle] = [0, 0];
  const done = (settled: boolean): Summit => ({ ...here, inverse: h ?? identity(start.length, 1), settled });
  if (!Number.isFinite(here.value)) return done(false);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = h ? times(h, here.gradient) : straightUp(here.gradient);
    const slope = dot(direction, here.gradient);
    const nothing = NOTHING + ROUNDING * Math.abs(here.value);
    if (slope >= 0 && slope <= 2 * nothing) return done(true);
    const next = slope > 0 ? walk(objective, here, direction, slope) : null;
    if (next) {
      h = updated(h, difference(next.at, here.at), difference(here.gradient, next.gradient));
      idle = next.value - here.value < ROUGH * nothing ? idle + 1 : 0;
      here = next;
      if (idle > 1) return done(slope < 1e-4);
    } else {
      // Nothing uphill: at the summit to the last bits, or the curvature was misjudged.
      const isTop = slope >= 0 && slope < 1e-7;
      if (h === null || isTop || restarts++ === MOST_RESTARTS) return done(isTop || (slope >= 0 && slope < 1e-7 * Math.abs(here.value)));
      h = null;
    }
  }
  return done(false);
}

interface Place {
  at: Float64Array;
  value: number;
  gradient: Float64Array;
}

function placeAt(objective: Objective, at: Float64Array): Place {
  const gradient = new Float64Array(at.length);
  const value = objective(at, gradient);
  return { at, value: gradient.every(Number.isFinite) ? value : -Infinity, gradient };
}

/** A step along the direction that climbs enough, found by shortening; null where there is none. */
function walk(objective: Objective, { at, value }: Place, direction: Float64Array, slope: number): Place | null {
  const longest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  let length = Math.min(1, LONGEST / longest);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const next = placeAt(
      objective,
      at.map((x, i) => x + length * direction[i]!),
    );
    if (next.value >= value + 1e-4 * length * slope) return next;
    // The parabola through what is known has its summit here.
    const better = Number.isFinite(next.value) ? (slope * length * length) / (2 * (value + slope * length - next.value)) : 0;
    length = Math.min(0.5 * length, Math.max(0.1 * length, better));
  }
  return null;
}

/** The approximation after a step s along which the gradient fell by y; as before where the two contradict a summit. */
function updated(h: Float64Array | null, s: Float64Array, y: Float64Array): Float64Array | null {
  const n = s.length;
  const sy = dot(s, y);
  if (!(sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return h;
  const base = h ?? identity(n, sy / dot(y, y));
  const hy = times(base, y);
  const factor = (1 + dot(y, hy) / sy) / sy;
  return base.map((value, k) => {
    const i = Math.floor(k / n);
    const j = k % n;
    return value + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy;
  });
}

/** The gradient, no longer than 1. */
function straightUp(gradient: Float64Array): Float64Array {
  const size = Math.max(1, Math.sqrt(dot(gradient, gradient)));
  return gradient.map((slope) => slope / size);
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
