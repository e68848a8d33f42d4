import type { Question } from '../../terms/plan';
import type { ShopCard } from '../../terms/shop';
import type { KeepTarget, Staged } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import { toKeep } from './keep-mode';

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
  if (target && 'newShop' in target)
    return target.newShop.trim() === '' ? { file: null, name: '', why: i18n.t('target.name.missing'), place: 'target' } : null;
  const shop = shops.find((card) => target && card.id === target.shop)?.currency.code ?? '';
  const other = kept.find(({ preview: { plan } }) => plan.kind === 'orders' && shop !== '' && !['', shop].includes(plan.currency.code));
  if (!other) return null;
  const why = i18n.t('error.engine/currency-differs', { shop, file: other.preview.plan.currency.code });
  return { file: other.file, name: other.name, why, place: 'target' };
}
