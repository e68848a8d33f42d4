import { evidenceClass } from './evidence-class';
import type { Scores } from './predictions';

/**
 * Sorts rows of scores as the product does, in place: by value and by evidence, never by value alone.
 *
 * Who is well known stands before who is known a little, and those before who ordered once; within a class the more valuable first, where
 * no value is told the one with more orders expected. Ties keep the order of the customers, so that it is the same on every device.
 * @param rows  row numbers of the scores
 */
export function byValueAndEvidence({ evidence, value, ordersAhead }: Scores, rows: Uint32Array): Uint32Array {
  return rows.sort(
    (a, b) =>
      evidenceClass(evidence[b]!) - evidenceClass(evidence[a]!) ||
      downwards(value[a]!, value[b]!) ||
      downwards(ordersAhead[a]!, ordersAhead[b]!) ||
      a - b,
  );
}

/** The larger first, what is not told last. */
function downwards(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return b - a;
}
