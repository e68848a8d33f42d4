import { digamma } from '../../stats/digamma';
import { logGamma } from '../../stats/log-gamma';

/** Steps from one n to the next that are taken one by one; more are taken at once by gamma functions. */
const FEW = 100;

/**
 * ln Γ(r+n)/Γ(r) − n ln α and its slope by r, for whole n that ascend from call to call (a smaller one begins again). Factor by factor it
 * keeps all its digits for any r, which a difference of two ln Γ does not, and is cheaper.
 */
export function risingFactorial(r: number, alpha: number): (n: number) => { value: number; slope: number } {
  let now = { n: 0, value: 0, slope: 0 };
  return (n) => {
    if (n < now.n) now = { n: 0, value: 0, slope: 0 };
    if (n - now.n > FEW) {
      now.value += logGamma(r + n) - logGamma(r + now.n) - (n - now.n) * Math.log(alpha);
      now.slope += digamma(r + n) - digamma(r + now.n);
      now.n = n;
    }
    for (; now.n < n; now.n++) {
      now.value += Math.log((r + now.n) / alpha);
      now.slope += 1 / (r + now.n);
    }
    return now;
  };
}

/** ln B(a, b+n)/B(a, b) and its slopes, for whole n that ascend from call to call: factor by factor likewise. */
export function risingBetas(a: number, b: number): (n: number) => { value: number; byA: number; byB: number } {
  let now = { n: 0, value: 0, byA: 0, byB: 0 };
  return (n) => {
    if (n < now.n) now = { n: 0, value: 0, byA: 0, byB: 0 };
    if (n - now.n > FEW) {
      now.value += logGamma(b + n) - logGamma(b + now.n) - (logGamma(a + b + n) - logGamma(a + b + now.n));
      const all = digamma(a + b + n) - digamma(a + b + now.n);
      now.byA -= all;
      now.byB += digamma(b + n) - digamma(b + now.n) - all;
      now.n = n;
    }
    for (; now.n < n; now.n++) {
      const one = b + now.n;
      now.value += a < one ? Math.log1p(-a / (a + one)) : Math.log(one / (a + one));
      now.byA -= 1 / (a + one);
      now.byB += a / (one * (a + one));
    }
    return now;
  };
}
