import type { OrderTable } from '../../../src/core/columns/order-table';
import { orderTableFromDays } from './shop-from-days';

/** A shop in which what customers did after `cut` was another's: each is given the later days of somebody known by then, drawn by a seed. */
export function relabelled(shop: OrderTable, cut: number, seed: number): OrderTable {
  const own = Array.from({ length: shop.customers }, (_, c) => Array.from(shop.day.slice(shop.first[c]!, shop.first[c + 1]!)));
  const known = own.filter((days) => days.some((day) => day <= cut));
  const later = shuffled(
    known.map((days) => days.filter((day) => day > cut)),
    seed,
  );
  return orderTableFromDays(known.map((days, i) => [...days.filter((day) => day <= cut), ...later[i]!]));
}

/** Fisher–Yates with a linear congruential generator (Numerical Recipes' constants): the same for the same seed. */
export function shuffled<T>(things: readonly T[], seed: number): T[] {
  const out = [...things];
  let state = seed >>> 0;
  for (let i = out.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
