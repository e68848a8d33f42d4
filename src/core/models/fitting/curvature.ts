import type { Objective } from './maximise';

/** Step of the differences: the gradient is exact to about 10⁻¹³ of its terms, so this leaves about 10⁻⁸. */
const STEP = 1e-4;

/** Second derivatives of a function, row by row and symmetric, from central differences of its gradient. Cost: two gradients a coordinate. */
export function curvature(objective: Objective, at: Float64Array): Float64Array {
  const n = at.length;
  const rows = Array.from({ length: n }, (_, i) => {
    const [up, down] = [STEP, -STEP].map((step) => {
      const moved = Float64Array.from(at);
      moved[i]! += step;
      const gradient = new Float64Array(n);
      objective(moved, gradient);
      return gradient;
    });
    return up!.map((value, j) => (value - down![j]!) / (2 * STEP));
  });
  return Float64Array.from({ length: n * n }, (_, k) => {
    const i = Math.floor(k / n);
    const j = k % n;
    return (rows[i]![j]! + rows[j]![i]!) / 2;
  });
}
