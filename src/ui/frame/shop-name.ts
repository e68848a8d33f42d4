import type { ShopCard } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';

/** Name of a shop as shown: the sample is named in the language of the page. */
export function shopName(shop: Pick<ShopCard, 'name' | 'sample'>): string {
  return shop.sample ? i18n.t('shop.sample.name') : shop.name;
}
