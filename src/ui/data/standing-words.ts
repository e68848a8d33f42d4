import type { ImportCard, Standing } from '../../terms/shop';
import type { ShopInfo } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';

/** What has become of the used rows of a file; all of them count where nothing is known, as in an invented shop. */
export function standingOf(card: ImportCard, shop: Pick<ShopInfo, 'standing'>): Standing {
  const all = { counted: card.used, repeated: 0, heldBack: 0, superseded: 0, waiting: 0, replaced: 0, replacedBy: null };
  return shop.standing[card.id] ?? all;
}

/** What has become of the used rows, a sentence for each part that has any. */
export function standingWords({ counted, repeated, heldBack, superseded, waiting, replaced }: Standing): string[] {
  const parts = [
    i18n.t('history.counted', { count: counted }),
    repeated > 0 ? i18n.t('history.repeated', { count: repeated }) : '',
    heldBack > 0 ? i18n.t('history.heldBack', { count: heldBack }) : '',
    superseded > 0 ? i18n.t('history.superseded', { count: superseded }) : '',
    waiting > 0 ? i18n.t('history.waiting', { count: waiting }) : '',
    replaced > 0 ? i18n.t('history.in-replaced', { count: replaced }) : '',
  ];
  return parts.filter((part) => part !== '');
}
