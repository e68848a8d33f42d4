import type { OrderFacts } from '../../tables/order-facts';
import type { OrderItems } from '../../tables/order-items';

/** What pairs are made of. */
export type GoodsChoice = 'category-or-product' | 'category' | 'product';

/** What was bought with each order: categories where the files have them and nothing else is asked for; null where no file says it. */
export function goodsChosen(facts: OrderFacts, choice: GoodsChoice): OrderItems | null {
  if (choice !== 'category-or-product') return facts.items(choice);
  return facts.items('category') ?? facts.items('product');
}
