/** Items in the order of their times; those of one time stay as they are. Several times quicker than sorting objects. At most 65,536 items. */
export function byTime<T extends { day: number; second: number }>(items: readonly T[]): T[] {
  if (items.length > SLOTS) throw new RangeError(`${items.length} items`);
  const keys = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) keys[i] = (items[i]!.day * 86_400 + items[i]!.second) * SLOTS + i;
  keys.sort();
  return Array.from(keys, (key) => items[key % SLOTS]!);
}
const SLOTS = 65_536;
