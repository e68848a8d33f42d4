/** Nodes and weights of a quadrature rule on [−1, 1]; the nodes above 0 only, the others mirror them. */
export interface QuadratureRule {
  node: Float64Array;
  weight: Float64Array;
}

/**
 * The Gauss–Legendre rule with an even number of points: exact for polynomials up to degree 2n − 1.
 *
 * @param points  even, at least 2
 * @source  NIST Digital Library of Mathematical Functions, § 3.5(v); the nodes by Newton's method on the Legendre polynomial
 * Cost: n² once.
 */
export function gaussLegendre(points: number): QuadratureRule {
  const half = points / 2;
  const node = new Float64Array(half);
  const weight = new Float64Array(half);
  for (let i = 0; i < half; i++) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      const { value, derivative } = legendre(points, z);
      slope = derivative;
      z -= value / derivative;
    }
    node[i] = z;
    weight[i] = 2 / ((1 - z * z) * slope * slope);
  }
  return { node, weight };
}

function legendre(degree: number, z: number): { value: number; derivative: number } {
  let before = 1;
  let value = z;
  for (let k = 2; k <= degree; k++) {
    const next = ((2 * k - 1) * z * value - (k - 1) * before) / k;
    before = value;
    value = next;
  }
  return { value, derivative: (degree * (before - z * value)) / (1 - z * z) };
}
