import type { Baskets } from './baskets';
import { leftOf, type ItemPair, type Where } from './pair-evidence';

/** A pair by codes, with how often each of the two was met, and how many times as often as by chance any other two, see `crowdingBut`. */
export interface CountedPair extends ItemPair {
  firsts: number;
  seconds: number;
  whole: number;
  crowding: number;
}

/** What is added up for one pair. */
interface Tally {
  /** What a basket has beyond chance when it holds both, the first only, the second only, or none. */
  worth: { both: number; first: number; second: number; none: number };
  /** Of the customer who is being looked at. */
  own: { firsts: number; seconds: number; both: number };
  /** Of customers who have bought either: squares of their sums, squares of single baskets, their baskets and the squares of these. */
  done: { sums: number; singles: number; baskets: number; squares: number };
}

/**
 * How many baskets of one customer say no more of a pair than one of somebody new: the design effect, at least 1, and 1 where each customer
 * has one basket.
 *
 * Whoever likes both items holds both again and again. What each basket has beyond chance is added up by customer; the squares of these sums
 * over the squares of the single baskets are 1 where the baskets of a customer have no more in common than those of different ones.
 * @source  L. Kish, Survey Sampling, 1965, 5.4 and 8.2; J. N. K. Rao, A. J. Scott, A Simple Method for the Analysis of Clustered Binary Data,
 *          Biometrics 48 (2), 1992, 577–585 (counts are divided by it)
 * Cost: one pass over the baskets with a look at the pairs of each item.
 */
export function repeatEffects(baskets: Baskets, pairs: readonly CountedPair[], items: number, where: Where): number[] {
  if (pairs.length === 0) return [];
  const tallies = pairs.map(tallyOf);
  const [from, to] = [byItem(pairs, 'first'), byItem(pairs, 'second')];
  /** Basket + 1 that an item was last met in. */
  const seen = new Uint32Array(items);
  const touched = new Set<number>();
  let [n, all, squares] = [0, 0, 0];
  for (let b = 0; b < baskets.size; b++) {
    const left = leftOf(baskets, b, where);
    if (left >= 0) {
      n++;
      for (const item of itemsOf(baskets, b)) {
        seen[item] = b + 1;
        for (const p of to.get(item) ?? []) {
          tallies[p]!.own.seconds++;
          touched.add(p);
        }
      }
      for (const item of itemsOf(baskets, left)) {
        for (const p of from.get(item) ?? []) {
          tallies[p]!.own.firsts++;
          if (seen[pairs[p]!.second] === b + 1) tallies[p]!.own.both++;
          touched.add(p);
        }
      }
    }
    if (b + 1 < baskets.size && baskets.customer[b + 1] === baskets.customer[b]) continue;
    for (const p of touched) addCustomer(tallies[p]!, n);
    touched.clear();
    all += n;
    squares += n * n;
    n = 0;
  }
  return tallies.map((tally) => effectOf(tally, all, squares));
}

function itemsOf({ first, items }: Baskets, b: number): Uint32Array {
  return items.subarray(first[b], first[b + 1]);
}

/** Positions of the pairs by their first item, or by their second. */
function byItem(pairs: readonly ItemPair[], end: 'first' | 'second'): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  pairs.forEach((pair, p) => {
    const known = positions.get(pair[end]);
    if (known) known.push(p);
    else positions.set(pair[end], [p]);
  });
  return positions;
}

/** Chance is the product of the two shares, as many times as other pairs are met more often; both shares come from the same baskets. */
function tallyOf({ firsts, seconds, whole, crowding }: CountedPair): Tally {
  const [a, b] = [firsts / whole, seconds / whole];
  const worth = (hasFirst: 0 | 1, hasSecond: 0 | 1): number => hasFirst * hasSecond - crowding * (hasFirst * b + hasSecond * a - a * b);
  return {
    worth: { both: worth(1, 1), first: worth(1, 0), second: worth(0, 1), none: worth(0, 0) },
    own: { firsts: 0, seconds: 0, both: 0 },
    done: { sums: 0, singles: 0, baskets: 0, squares: 0 },
  };
}

/** Adds a customer with `n` baskets who has bought either item. */
function addCustomer({ worth, own, done }: Tally, n: number): void {
  const [first, second] = [own.firsts - own.both, own.seconds - own.both];
  const none = n - own.both - first - second;
  done.sums += (own.both * worth.both + first * worth.first + second * worth.second + none * worth.none) ** 2;
  done.singles += own.both * worth.both ** 2 + first * worth.first ** 2 + second * worth.second ** 2 + none * worth.none ** 2;
  done.baskets += n;
  done.squares += n * n;
  own.firsts = own.seconds = own.both = 0;
}

/** Customers who have bought neither have `none` in every basket. */
function effectOf({ worth, done }: Tally, all: number, squares: number): number {
  const sums = done.sums + (squares - done.squares) * worth.none ** 2;
  const singles = done.singles + (all - done.baskets) * worth.none ** 2;
  return singles > 0 ? Math.max(1, sums / singles) : 1;
}
