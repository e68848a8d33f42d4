import type { Currency } from '../../terms/money';
import type { Question } from '../../terms/preview';
import type { ShopCard } from '../../terms/shop';
import type { KeepTarget, Staged } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import { toKeep } from './keep-mode';

type Kept = ReturnType<typeof toKeep>[number];

/** What still keeps the files from being kept. */
export interface Obstacle {
  /** Number and name of the file that it is about; null and '' when it is about all. */
  file: number | null;
  name: string;
  why: string;
  /** The part of the page where it can be mended. */
  place: string;
}

/** Where each question is answered. */
const PLACES: Record<Question, string> = {
  'date-order': 'dates',
  'role-date': 'columns',
  'role-amount': 'columns',
  'role-customer': 'columns',
  'role-score': 'columns',
  'role-points': 'columns',
  'role-contact': 'columns',
  'decimal-mark': 'numbers',
  'broken-ids': 'rounded-ids',
  refused: 'looked-at',
  'no-usable-rows': 'parts',
};

/** The first thing that is to be decided before files can be kept; null when nothing is. */
export function obstacleOf(staged: readonly Staged[], target: KeepTarget | null, shops: readonly ShopCard[]): Obstacle | null {
  const kept = toKeep(staged);
  const asked = kept.find(({ preview }) => preview.questions.length > 0);
  if (asked) {
    const question = asked.preview.questions[0]!;
    return { file: asked.file, name: asked.name, why: i18n.t(`question.${question}`), place: PLACES[question] };
  }
  if (kept.length === 0) return { file: null, name: '', why: i18n.t('commit.none'), place: 'files' };
  if (target && 'newShop' in target && target.newShop.trim() === '')
    return { file: null, name: '', why: i18n.t('target.name.missing'), place: 'target' };
  return otherMoney(kept, target, shops);
}

/** Orders in another money than that of their shop; a new shop has that of the first file that names one. */
function otherMoney(kept: readonly Kept[], target: KeepTarget | null, shops: readonly ShopCard[]): Obstacle | null {
  const orders = kept.filter(({ preview }) => preview.plan.kind === 'orders');
  const named = orders.find(({ preview }) => preview.plan.currency.code !== '') ?? orders[0];
  const shop = target && 'shop' in target ? shops.find((card) => card.id === target.shop)?.currency : named?.preview.plan.currency;
  const other = orders.find(({ preview: { plan } }) => shop && !isSameMoney(shop, plan.currency));
  if (!shop || !other) return null;
  const slots = { shop: moneyName(shop), file: moneyName(other.preview.plan.currency) };
  return { file: other.file, name: other.name, why: i18n.t('error.engine/currency-differs', slots), place: 'columns' };
}

/** Who does not say a currency is taken to mean the other's, as long as both count in the same parts. */
function isSameMoney(a: Currency, b: Currency): boolean {
  return a.digits === b.digits && (a.code === '' || b.code === '' || a.code === b.code);
}

function moneyName({ code }: Currency): string {
  return code === '' ? i18n.t('dialect.currency.none') : code;
}
