import { describe, expect, it } from 'vitest';
import { cholesky } from '../../../src/core/models/fitting/cholesky';
import { curvature } from '../../../src/core/models/fitting/curvature';
import { inverseOfPositive } from '../../../src/core/models/fitting/inverse-of-positive';
import { maximise, type Objective } from '../../../src/core/models/fitting/maximise';

/** Rosenbrock's valley upside down: its summit, 0, is at (1, 1), at the end of a bent ridge. */
const valley: Objective = (at, gradient) => {
  const [x, y] = [at[0]!, at[1]!];
  gradient[0] = 2 * (1 - x) + 400 * x * (y - x * x);
  gradient[1] = -200 * (y - x * x);
  return -((1 - x) ** 2) - 100 * (y - x * x) ** 2;
};

describe('maximise', () => {
  it.each([
    [-1.2, 1],
    [0, 0],
    [5, -5],
    [-3, 10],
  ])('follows a bent ridge to its end from (%d, %d)', (x, y) => {
    const { at, settled, value } = maximise(valley, Float64Array.of(x, y));
    expect(settled).toBe(true);
    expect(value).toBeGreaterThan(-1e-9);
    at.forEach((coordinate) => expect(coordinate).toBeCloseTo(1, 4));
  });

  it('needs a few steps only where the curvature is known', () => {
    let calls = 0;
    const counted: Objective = (at, gradient) => {
      calls++;
      return valley(at, gradient);
    };
    const inverse = inverseOfPositive(curvature(valley, Float64Array.of(1, 1)).map((value) => -value))!;
    expect(maximise(counted, Float64Array.of(1.01, 1.02), inverse).settled).toBe(true);
    expect(calls).toBeLessThan(12);
  });

  it('does not call it settled where there is no end, or nothing is defined', () => {
    const rising: Objective = (at, gradient) => {
      gradient.fill(1);
      return at[0]!;
    };
    expect(maximise(rising, Float64Array.of(0)).settled).toBe(false);
    const nowhere: Objective = () => -Infinity;
    expect(maximise(nowhere, Float64Array.of(0))).toMatchObject({ settled: false, value: -Infinity });
  });

  it('walks round what is not defined', () => {
    const halfLine: Objective = (at, gradient) => {
      gradient[0] = 1 / at[0]! - 1;
      return at[0]! > 0 ? Math.log(at[0]!) - at[0]! : -Infinity;
    };
    expect(maximise(halfLine, Float64Array.of(1e-6)).at[0]).toBeCloseTo(1, 4);
    expect(maximise(halfLine, Float64Array.of(500)).at[0]).toBeCloseTo(1, 4);
  });
});

describe('what is known of a summit', () => {
  it('is the curvature that the second derivatives have', () => {
    const at = Float64Array.of(0.5, 2);
    const [xx, xy, yy] = [-2 + 400 * 2 - 1200 * 0.25, 400 * 0.5, -200];
    [xx, xy, xy, yy].forEach((value, k) => expect(curvature(valley, at)[k]).toBeCloseTo(value, 3));
  });

  it('is an inverse that gives the unit matrix, or none where there is no summit', () => {
    const matrix = Float64Array.of(4, 2, 0.5, 2, 3, 1, 0.5, 1, 2);
    const inverse = inverseOfPositive(matrix)!;
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const product = [0, 1, 2].reduce((sum, k) => sum + matrix[i * 3 + k]! * inverse[k * 3 + j]!, 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    expect(inverseOfPositive(Float64Array.of(1, 2, 2, 1))).toBeNull();
    expect(inverseOfPositive(Float64Array.of(0, 0, 0, 0))).toBeNull();
    expect(inverseOfPositive(Float64Array.of(NaN, 0, 0, 1))).toBeNull();
    expect(cholesky(Float64Array.of(4, 2, 2, 5))).toEqual(Float64Array.of(2, 0, 1, 2));
  });
});
