import type { Day } from '../../../terms/day';

/** Waits longer than this are not told. */
const TOO_FAR = 730;

/**
 * Days from the as-of day within which the next order falls with a chance of one half, if the customer is still one and stays one: the
 * middle half of P(W > w) = ((α + T) / (α + T + w))^(r + x), whole days, at least one ahead. null where its end is over two years away.
 *
 * Holds for all three models, for in each of them a customer who is one orders as a Poisson process with a rate from Gamma(r, α): then
 * after x orders in T days the rate is Gamma(r + x, α + T), and the wait is Lomax.
 * @source  P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2), 2005, section 3
 */
export function nextOrder(theta: Float64Array, x: number, age: number, asOf: Day): { from: Day; to: Day } | null {
  const [shape, scale] = [theta[0]! + x, theta[1]! + age];
  const waited = (share: number): number => scale * Math.expm1(-Math.log1p(-share) / shape);
  const to = waited(0.75);
  if (!(to <= TOO_FAR)) return null;
  return { from: asOf + Math.max(1, Math.round(waited(0.25))), to: asOf + Math.max(1, Math.round(to)) };
}
