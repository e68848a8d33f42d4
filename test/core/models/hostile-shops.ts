import { mergedTriples, type Triples } from '../../../src/core/models/lifetime/triples';
import { steadyDice } from '../../../src/core/stats/steady-dice';

/** A shop that no model is made for. */
export interface HostileShop {
  title: string;
  triples: Triples;
}

/** (x, t_x, T) and how many customers have it. */
type Row = readonly [x: number, recency: number, age: number, customers?: number];

/** Shops that are known to break libraries. */
const NAMED: Record<string, readonly Row[]> = {
  'nobody at all': [],
  'one customer who ordered once': [[0, 0, 10]],
  'one customer who came back': [[1, 5, 10]],
  'two customers': [
    [1, 5, 10],
    [0, 0, 20],
  ],
  'four customers, one came back': [
    [1, 5, 10],
    [0, 0, 20, 3],
  ],
  'all ordered once, all on one day': [[0, 0, 100, 5000]],
  'all ordered once, on many days': Array.from({ length: 300 }, (_, day) => [0, 0, day, 20] as const),
  'a file of one day': [[0, 0, 0, 400]],
  'nobody known for a day, and yet with repeats': [
    [3, 0, 0, 10],
    [1, 0, 0, 20],
    [0, 0, 0, 100],
  ],
  'one huge buyer, all others once': [
    [1_000_000, 1000, 1000],
    [0, 0, 500, 2000],
  ],
  'one buyer of a million orders': [[1_000_000, 1000, 1000]],
  'ten buyers of a million orders': [[1_000_000, 1000, 1000, 10]],
  'everybody the same': [[3, 50, 100, 1000]],
  'everybody back on the last day': [[1, 100, 100, 1000]],
  'everybody back the next day and never again': [[1, 1, 1000, 1000]],
  'everybody every day until today': [[364, 364, 364, 500]],
  'everybody every day until long ago': [[100, 100, 3000, 500]],
  'half never, half every day': [
    [0, 0, 365, 500],
    [365, 365, 365, 500],
  ],
  'one repeat among a million': [
    [1, 3, 400],
    [0, 0, 400, 999_999],
  ],
  'one known for a hundred years': [
    [2, 30, 36_500],
    [0, 0, 10, 300],
    [1, 4, 10, 30],
  ],
  'all repeats on the first day': [
    [1, 0, 100, 200],
    [0, 0, 100, 200],
  ],
  'x the same, ages different': Array.from({ length: 200 }, (_, day) => [2, day, day + 1, 3] as const),
  'a customer base of a continent': [
    [0, 0, 700, 60_000_000],
    [1, 300, 700, 30_000_000],
    [4, 600, 700, 9_000_000],
  ],
};

/** The shops by name, and then shops of random kinds: few or many customers, times of seconds to centuries, all x alike, all T alike. */
export function hostileShops(count: number): HostileShop[] {
  const named = Object.entries(NAMED).map(([title, rows]) => ({ title, triples: fromRows(rows) }));
  const random = Array.from({ length: Math.max(0, count - named.length) }, (_, i) => randomShop(i + 1));
  return [...named, ...random].slice(0, count);
}

function randomShop(seed: number): HostileShop {
  const dice = steadyDice(seed * 7919);
  for (let i = 0; i < 30; i++) dice();
  const some = (most: number): number => Math.floor(dice() * (most + 1));
  const spread = (most: number): number => Math.floor(Math.exp(dice() * Math.log(most + 1)) - 1);
  const size = 1 + spread(60);
  const most = { x: spread(3000), age: spread(40_000) };
  const alike = { x: some(3) === 0, age: some(3) === 0, silent: some(3) === 0 };
  const [x, age] = [spread(most.x), some(most.age)];
  const rows = Array.from({ length: size }, (): Row => {
    const own = alike.x ? x : spread(most.x);
    const known = alike.age ? age : some(most.age);
    const recency = own === 0 ? 0 : alike.silent ? Math.min(known, own) : some(known);
    return [own, recency, known, 1 + spread(300)];
  });
  return { title: `random shop ${seed}`, triples: fromRows(rows) };
}

function fromRows(rows: readonly Row[]): Triples {
  const column = (k: 0 | 1 | 2): Uint32Array => Uint32Array.from(rows, (row) => row[k]);
  const { triples, of } = mergedTriples({
    count: rows.length,
    id: new Uint32Array(rows.length),
    x: column(0),
    recency: column(1),
    age: column(2),
  });
  triples.weight.fill(0);
  rows.forEach(([, , , customers = 1], i) => (triples.weight[of[i]!]! += customers));
  return triples;
}
