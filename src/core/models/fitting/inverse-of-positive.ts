import { cholesky } from './cholesky';

/** The inverse of a symmetric matrix, row by row; null unless it is positive definite and far enough from not being so. */
export function inverseOfPositive(matrix: Float64Array): Float64Array | null {
  const l = cholesky(matrix);
  if (!l) return null;
  const n = Math.sqrt(matrix.length);
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const y = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= l[i * n + k]! * y[k]!;
      y[i] = sum / l[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = y[i]!;
      for (let k = i + 1; k < n; k++) sum -= l[k * n + i]! * inverse[k * n + column]!;
      inverse[i * n + column] = sum / l[i * n + i]!;
    }
  }
  return inverse.every(Number.isFinite) ? inverse : null;
}
