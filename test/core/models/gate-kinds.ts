import { lifetimeModel } from '../../../src/core/models/lifetime/lifetime-models';
import { backTest } from '../../../src/core/models/back-test/back-test';
import { testSplit, type TestSplit } from '../../../src/core/models/back-test/test-split';
import type { OrderTable } from '../../../src/core/columns/order-table';
import type { LifetimeModelId } from '../../../src/terms/prediction';
import { relabelled } from './relabelled';
import { orderTableFromDays } from './shop-from-days';
import { gamma, simulatedTimes, warm, type Simulated } from './simulate';

/** A kind of shop: what its customers do, and what is done to the part of the file that is held back. */
export interface ShopKind {
  name: string;
  shop: Omit<Simulated, 'seed'>;
  /** Times as many new customers in a year as in the year before; 1 where not said. */
  growth?: number;
  spoil?: (orders: OrderTable, split: TestSplit, seed: number) => OrderTable;
}

const shop = (model: LifetimeModelId, theta: number[], customers: number, days = 730, arrivals = days): ShopKind['shop'] => ({
  model,
  theta,
  customers,
  days,
  arrivals,
});
const MBG = [0.5, 30, 1, 4];

/** Shops of which a model tells the truth: their scores should be shown. */
export const TRUE_KINDS: ShopKind[] = [
  { name: 'most never come back', shop: shop('mbg-nbd', [0.3, 90, 1, 2], 1500, 500) },
  { name: 'the same, three times as many', shop: shop('mbg-nbd', [0.3, 90, 1, 2], 4500, 500) },
  { name: 'many come back', shop: shop('mbg-nbd', MBG, 1500) },
  { name: 'all began in the first half', shop: shop('mbg-nbd', MBG, 1500, 730, 365) },
  { name: 'four times as many new customers every year', shop: shop('mbg-nbd', MBG, 4000), growth: 4 },
  { name: 'they leave at any time', shop: shop('pareto-nbd', [0.5, 30, 0.6, 120], 1500) },
  { name: 'only who came back leaves', shop: shop('bg-nbd', [0.25, 30, 0.8, 2.5], 1500) },
];

/** Shops whose later orders are not what the earlier ones lead to expect: their scores should be hidden. */
export const FALSE_KINDS: ShopKind[] = [
  {
    name: 'later orders dealt out at random',
    shop: shop('mbg-nbd', MBG, 1500),
    spoil: (orders, { cut }, seed) => relabelled(orders, cut, seed),
  },
  { name: 'three of four later orders do not come', shop: shop('mbg-nbd', MBG, 1500), spoil: thinned },
  { name: 'three times as many later orders', shop: shop('mbg-nbd', MBG, 1500), spoil: tripled },
];

/** In how many of so many shops of a kind the scores of MBG/NBD are shown. */
export function timesOpen(kind: ShopKind, trials: number): number {
  let open = 0;
  for (let seed = 1; seed <= trials; seed++) {
    const whole = shopOf(kind, seed);
    const split = testSplit(whole, kind.shop.days - 1)!;
    const orders = kind.spoil ? kind.spoil(whole, split, seed) : whole;
    if (backTest(orders, lifetimeModel('mbg-nbd'), split)?.gate === 'open') open++;
  }
  return open;
}

/** Growth leaves out early customers: of those who came a year before the last ones, one in `growth` is kept. */
export function shopOf({ shop, growth = 1 }: Pick<ShopKind, 'shop' | 'growth'>, seed: number): OrderTable {
  const dice = warm(seed + 2000);
  const times = simulatedTimes({ ...shop, seed }).filter(([first]) => dice() < growth ** ((first! - shop.arrivals) / 365));
  return orderTableFromDays(times.map((own) => own.map(Math.floor)));
}

/** The same shop after something happened on the cut: an order day after it is kept, left out or followed by others. */
function changed(
  orders: OrderTable,
  { cut, end }: TestSplit,
  seed: number,
  become: (day: number, dice: () => number, end: number) => number[],
) {
  const dice = warm(seed + 1000);
  return orderTableFromDays(
    Array.from({ length: orders.customers }, (_, c) =>
      Array.from(orders.day.slice(orders.first[c]!, orders.first[c + 1]!)).flatMap((day, i) =>
        i > 0 && day > cut ? become(day, dice, end) : [day],
      ),
    ),
  );
}

function thinned(orders: OrderTable, split: TestSplit, seed: number): OrderTable {
  return changed(orders, split, seed, (day, dice) => (dice() < 0.25 ? [day] : []));
}

/** Two more within about a month of each: some fall beyond the end of the file, so it is a little less than three times. */
function tripled(orders: OrderTable, split: TestSplit, seed: number): OrderTable {
  return changed(orders, split, seed, (day, dice, end) =>
    [day, ...[1, 2].map(() => day + 1 + Math.floor(gamma(1, dice) * 15))].filter((one) => one <= end),
  );
}
