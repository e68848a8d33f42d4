import { gaussLegendre } from '../../stats/gauss-legendre';

/** A panel no longer than 2.5 in ln(time), over which the integrand changes by no more than e⁸: ten points then leave 10⁻¹¹. */
const RULE = gaussLegendre(10);
const LONGEST_PANEL = 2.5;
const STEEPEST_PANEL = 8;
/** What lies this far below the peak, in logarithms, is left out: e⁻³⁴ is less than the last bit. */
const NOTHING = 34;

/**
 * What is wanted of J = ∫ (1 + y/α)^−(r+x) (1 + y/β)^−(s+1) dy/β from t_x to T: its logarithm, and the means of four functions of y with the
 * integrand as weight, of which the derivatives of the logarithm by r, α, s and β are made.
 */
export interface LeavingIntegral {
  /** ln J; −Infinity where t_x = T. */
  log: number;
  /** Of ln(1 + y/α), y / (α + y), and the same with β. */
  meanLogAlpha: number;
  meanShareAlpha: number;
  meanLogBeta: number;
  meanShareBeta: number;
}

export function newLeavingIntegral(): LeavingIntegral {
  return { log: 0, meanLogAlpha: 0, meanShareAlpha: 0, meanLogBeta: 0, meanShareBeta: 0 };
}

/**
 * The integral over the moment y of leaving in the likelihood of the Pareto/NBD, by Gauss–Legendre quadrature in u = ln(1 + y/c), where
 * c is the smaller of α and β.
 *
 * The article writes it as a difference of two hypergeometric functions, in one form for α ≥ β and in another for α < β. The difference
 * loses its digits where t_x is close to T, and a derivative of ₂F₁ by its parameters has no closed form. The integrand is above 0 and its
 * logarithm is concave in u, so that the sum loses nothing, needs no cases, and can be differentiated under the integral sign.
 * @param into  filled
 * Cost: ten points for most customers; more where the integrand falls steeply or over many orders of magnitude.
 */
export function leavingIntegral(theta: Float64Array, x: number, recency: number, age: number, into: LeavingIntegral): void {
  const [r, alpha, s, beta] = [theta[0]!, theta[1]!, theta[2]!, theta[3]!];
  const alphaIsLess = alpha <= beta;
  const least = alphaIsLess ? alpha : beta;
  const shape: Shape = {
    power: alphaIsLess ? r + x : s + 1,
    otherPower: alphaIsLess ? s + 1 : r + x,
    ratio: alphaIsLess ? alpha / beta : beta / alpha,
  };
  const start = Math.log1p(recency / least);
  // Not the difference of two logarithms, which would lose the digits of a short silence.
  const length = Math.log1p((age - recency) / (least + recency));
  const peak = peakOf(shape, start, start + length);
  const top = heightAt(shape, peak);
  const end = endOf(shape, peak, start + length, top);
  sumUp(shape, start, end < start + length ? end - start : length, top, into);
  if (alphaIsLess) {
    into.log += Math.log(shape.ratio);
    return;
  }
  [into.meanLogAlpha, into.meanLogBeta] = [into.meanLogBeta, into.meanLogAlpha];
  [into.meanShareAlpha, into.meanShareBeta] = [into.meanShareBeta, into.meanShareAlpha];
}

/** The integrand in u is w · w^−power · (ratio · w + 1 − ratio)^−otherPower with w = e^u = 1 + y/c, ratio being c over the larger of both. */
interface Shape {
  power: number;
  otherPower: number;
  ratio: number;
}

function heightAt({ power, otherPower, ratio }: Shape, u: number): number {
  return (1 - power) * u - otherPower * Math.log1p(ratio * Math.expm1(u));
}

function slopeAt({ power, otherPower, ratio }: Shape, u: number): number {
  const part = ratio * Math.exp(u);
  return 1 - power - (otherPower * part) / (part + (1 - ratio));
}

/** Where the integrand is highest: its slope falls all the way, so it is an end or the one place where the slope is nil. */
function peakOf(shape: Shape, start: number, end: number): number {
  if (slopeAt(shape, start) <= 0) return start;
  if (slopeAt(shape, end) >= 0) return end;
  const share = (1 - shape.power) / shape.otherPower;
  const w = (share * (1 - shape.ratio)) / (shape.ratio * (1 - share));
  return Math.min(end, Math.max(start, Math.log(w)));
}

/** Beyond it there is nothing left to sum. */
function endOf(shape: Shape, peak: number, end: number, top: number): number {
  if (top - heightAt(shape, end) <= NOTHING + 6) return end;
  let [low, high] = [peak, end];
  const slope = slopeAt(shape, peak);
  if (slope < 0) high = Math.min(high, peak + NOTHING / -slope);
  for (let i = 0; i < 60; i++) {
    if (top - heightAt(shape, high) <= NOTHING + 6) return high;
    const middle = (low + high) / 2;
    if (top - heightAt(shape, middle) < NOTHING) low = middle;
    else high = middle;
    if (high - low < 1e-12 * high) break;
  }
  return high;
}

/** Fills the sums as if c were α. */
function sumUp(shape: Shape, start: number, length: number, top: number, into: LeavingIntegral): void {
  const { power, otherPower, ratio } = shape;
  into.log = -Infinity;
  into.meanLogAlpha = into.meanShareAlpha = into.meanLogBeta = into.meanShareBeta = 0;
  if (!(length > 0)) return;
  const steepest = Math.max(Math.abs(slopeAt(shape, start)), Math.abs(slopeAt(shape, start + length)));
  const panels = Math.min(400, Math.ceil(Math.max(length / LONGEST_PANEL, (length * steepest) / STEEPEST_PANEL)));
  const half = length / panels / 2;
  let [sum, log, inverse, otherLog, otherInverse] = [0, 0, 0, 0, 0];
  for (let panel = 0; panel < panels; panel++) {
    const middle = start + (2 * panel + 1) * half;
    const atMiddle = Math.exp(middle);
    for (let k = 0; k < RULE.node.length; k++) {
      const step = half * RULE.node[k]!;
      const stretch = Math.exp(step);
      for (let side = 0; side < 2; side++) {
        const u = side === 0 ? middle + step : middle - step;
        const w = side === 0 ? atMiddle * stretch : atMiddle / stretch;
        const other = ratio * w + (1 - ratio);
        // Of a power of a million (customers who hardly differ) the last bits of a plain logarithm would be felt.
        const otherU = Math.log1p(ratio * (w - 1));
        const part = RULE.weight[k]! * Math.exp((1 - power) * u - otherPower * otherU - top);
        sum += part;
        log += part * u;
        inverse += part / w;
        otherLog += part * otherU;
        otherInverse += part / other;
      }
    }
  }
  into.log = top + Math.log(sum * half);
  into.meanLogAlpha = log / sum;
  into.meanShareAlpha = 1 - inverse / sum;
  into.meanLogBeta = otherLog / sum;
  into.meanShareBeta = 1 - otherInverse / sum;
}
