/**
 * The lower triangle L with L Lᵀ = the matrix, row by row; null unless the matrix is positive definite.
 * @param matrix  symmetric, n × n, row by row
 */
export function cholesky(matrix: Float64Array): Float64Array | null {
  const n = Math.sqrt(matrix.length);
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!;
      if (i === j && !(sum > 0 && sum < Infinity)) return null;
      l[i * n + j] = i === j ? Math.sqrt(sum) : sum / l[j * n + j]!;
    }
  }
  return l;
}
