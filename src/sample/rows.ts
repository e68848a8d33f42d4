import { ymdFromDay, type Day } from '../terms/day';
import type { Reason } from '../terms/part';
import { ASSORTMENT, SPRING_OFFER } from './assortment';
import { byTime } from './by-time';
import { Dice, runningSums } from './dice';
import type { Basket } from './lives';

/** One row of the invented export. */
export interface Row {
  basket: Basket;
  /** Number of the order, 0 first, by time. */
  order: number;
  day: Day;
  second: number;
  product: number;
  quantity: number;
  /** Minor units, below 0 on a refund. */
  amountMinor: number;
  refund: boolean;
  /** Why it cannot be used; null when it can. */
  reason: Reason | null;
  /** Line of the file, as an editor counts it; the header is the first. */
  line: number;
}

const PRODUCT_SUMS = runningSums(ASSORTMENT.map((product) => product.weight));
/** Before Christmas people buy what can be given away. */
const PRESENT_SUMS = runningSums(
  ASSORTMENT.map(({ weight, category }) => (category === 'Gifts' || category === 'Teaware' ? weight * 2.5 : weight)),
);
const LINE_SUMS = runningSums([40, 33, 18, 9]);
const QUANTITY_SUMS = runningSums([72, 20, 6, 2]);
const OFFER_PERCENT = 70;

/** All rows of the export as the shop would write them: orders by time, a refund on its own day under the number of its order. */
export function rowsOf(dice: Dice, baskets: readonly Basket[], endDay: Day): Row[] {
  const rows: Row[] = [];
  baskets.forEach((basket, order) => {
    const lines = orderLines(dice, basket, order);
    rows.push(...lines);
    if (lines[0]!.reason === null && dice.chance(0.045)) rows.push(...refundOf(dice, lines, endDay));
  });
  const sorted = byTime(rows);
  sorted.forEach((row, i) => (row.line = i + 2));
  return sorted;
}

function orderLines(dice: Dice, basket: Basket, order: number): Row[] {
  const reason: Reason | null = basket.cancelled ? 'cancelled' : basket.customer < 0 ? 'no-customer' : null;
  const sums = ymdFromDay(basket.day).month >= 11 ? PRESENT_SUMS : PRODUCT_SUMS;
  const row = (product: number, quantity: number, amountMinor: number, why: Reason | null): Row => ({
    basket,
    order,
    day: basket.day,
    second: basket.second,
    product,
    quantity,
    amountMinor,
    refund: false,
    reason: why,
    line: 0,
  });
  const lines: Row[] = [];
  for (let left = dice.draw(LINE_SUMS); left >= 0; left--) {
    const product = dice.draw(sums);
    const quantity = 1 + dice.draw(QUANTITY_SUMS);
    const price = ASSORTMENT[product]!.priceMinor;
    const paid = basket.channel === SPRING_OFFER ? Math.round((price * OFFER_PERCENT) / 100) : price;
    lines.push(row(product, quantity, paid * quantity, reason));
  }
  // A free sample in the parcel: a row without a price, and no purchase.
  if (reason === null && dice.chance(0.008)) lines.push(row(dice.draw(PRODUCT_SUMS), 1, 0, 'zero-amount'));
  return lines;
}

/** Money back for the whole order (one in four) or for its first row; none when it would come after the last day. */
function refundOf(dice: Dice, lines: readonly Row[], endDay: Day): Row[] {
  const day = lines[0]!.day + dice.between(2, 18);
  const second = dice.between(9 * 3600, 17 * 3600);
  const sold = lines.filter((row) => row.reason === null);
  const returned = dice.chance(0.25) ? sold : sold.slice(0, 1);
  if (day > endDay) return [];
  return returned.map((row) => ({ ...row, day, second, quantity: -row.quantity, amountMinor: -row.amountMinor, refund: true }));
}
