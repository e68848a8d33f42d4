import type { Interval } from '../../terms/answer';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * 95 % Wilson score interval of a share `part / whole`.
 *
 * @param part   how many had it, 0 to `whole`
 * @param whole  how many could have had it, above 0
 * @returns      ratios within [0, 1]; the ends are exact at 0 and at `whole`
 * @source       E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (158), 1927, 209–212
 */
export function wilson(part: number, whole: number): Interval {
  const share = part / whole;
  const z2 = (Z * Z) / whole;
  const centre = share + z2 / 2;
  const reach = Z * Math.sqrt((share * (1 - share) + z2 / 4) / whole);
  // Rounding would put 0 of n at 1e-18 and n of n just below 1.
  const low = part === 0 ? 0 : Math.max(0, (centre - reach) / (1 + z2));
  const high = part === whole ? 1 : Math.min(1, (centre + reach) / (1 + z2));
  return { low, high, level: 0.95, method: 'wilson' };
}
