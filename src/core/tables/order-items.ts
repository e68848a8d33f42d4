/** What goods of an order are told apart by. */
export type ItemKind = 'category' | 'product';

/**
 * What was bought, per order of the ledger: the different items of all its sale lines. Order o holds `codes[first[o]]` up to, not with,
 * `codes[first[o + 1]]`, each once; a line that says no item is none.
 */
export interface OrderItems {
  kind: ItemKind;
  /** One more than there are orders. */
  first: Uint32Array;
  codes: Uint32Array;
  /** What an item is told by, by code: the category, or the product's key and where there is none its name. */
  texts: readonly string[];
  /**
   * What an item is called, by code: the name that most of its lines up to the as-of day have, among equals the first by its letters; its
   * text where no line names it. Cost: one pass over the lines, once.
   */
  names(): readonly string[];
}

/** How many different items the orders hold; 0 where no file says it. Cost: one pass over the items. */
export function countItems(items: OrderItems | null): number {
  return items ? new Set(items.codes).size : 0;
}

/** The items of orders that are written out: `textsOf[o]` are those of order o. */
export function orderItemsOf(kind: ItemKind, textsOf: readonly (readonly string[])[]): OrderItems | null {
  const texts = [...new Set(textsOf.flat())];
  if (texts.length === 0) return null;
  const lists = textsOf.map((list) => [...new Set(list)].map((text) => texts.indexOf(text)));
  const first = new Uint32Array(lists.length + 1);
  lists.forEach((list, o) => (first[o + 1] = first[o]! + list.length));
  return { kind, first, codes: Uint32Array.from(lists.flat()), texts, names: () => texts };
}
