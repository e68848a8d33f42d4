import type { TypedNumbers } from '../../state/shop-numbers.svelte';

/** Whether the typed numbers can be meant: none below 0, shares within the whole. The figures leave out what cannot. */
export function isSound({ margin, savedPercent, discountPerYear, tenure, orderValueMinor, frequency, costs }: TypedNumbers): boolean {
  const amounts = costs.flatMap((one) => [one.acquisitionMinor, one.retentionMinor]);
  const all = [margin, savedPercent, discountPerYear, tenure, orderValueMinor, frequency, ...amounts];
  return all.every((value) => (value ?? 0) >= 0) && (margin ?? 0) <= 1 && (savedPercent ?? 0) <= 100;
}
