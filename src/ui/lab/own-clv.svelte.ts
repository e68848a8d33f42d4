import type { Workspace } from '../../state/workspace.svelte';
import { isAbsent, isTable } from '../../terms/answer';
import { inputOf } from '../reading/words';
import { askShop, type ShopAnswer } from '../reading/shop-answer.svelte';

/** What the open shop would type: tenure and orders in years, an order's value in major units. */
export interface OwnClv {
  tenure: number;
  tenureUnit: 'year';
  order: number;
  frequency: number;
  frequencyUnit: 'year';
}

/** The shop's own numbers for t × c × f; null where no shop is open or it has no customers. Call it while a component is set up. */
export function ownClv(workspace: Workspace): ShopAnswer<OwnClv | null> {
  return askShop(workspace, (view) => {
    const { shop, engine } = workspace;
    if (!shop) return null;
    return engine.answer([{ id: 'clv-simple' }], view).then(([one]) => {
      if (!one || isAbsent(one) || isTable(one)) return null;
      const round = (value: number) => Number(value.toPrecision(3));
      return {
        tenure: round(inputOf(one, 'tenure-year')),
        tenureUnit: 'year',
        order: Number((inputOf(one, 'order-value') / 10 ** shop.currency.digits).toFixed(shop.currency.digits)),
        frequency: round(inputOf(one, 'frequency-year')),
        frequencyUnit: 'year',
      };
    });
  });
}
