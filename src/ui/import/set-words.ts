import type { Join, Preview } from '../../terms/preview';
import type { Staged } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import { isolated } from '../kit/isolated';
import { shortName } from '../kit/short-name';
import { countWords } from './count-words';
import { kindWords } from './file-words';

/** What a file is, with its first two counts when it is kept. */
export function holdsWords(preview: Preview): string {
  const { plan, totals, counts, refusal, purpose } = preview;
  if (purpose === 'lookup') return '';
  if (purpose === 'aside' && !refusal) return kindWords(preview);
  if (refusal) return i18n.t(`refusal.${refusal}`);
  const orders =
    totals.orders > 0 ? [i18n.t('count.orders', { count: totals.orders }), i18n.t('count.customers', { count: totals.customers })] : [];
  const words = plan.kind === 'orders' ? orders : counts.slice(0, 2).map(countWords);
  return [kindWords(preview), ...words].filter((word) => word !== '').join(' · ');
}

/** What a file takes from another one, and by what both know it. */
export function joinWords({ name, on: [here, there], brings, found }: Join, rows: number): string {
  const slots = { columns: i18n.format.list(brings.map(isolated)), name: shortName(name), here, there };
  return i18n.t(here === there ? 'set.join.same' : 'set.join', {
    ...slots,
    found: found === rows ? i18n.t('set.every-line') : i18n.t('count.lines', { count: found }),
  });
}

/** Why a file is left aside. */
export function asideWords({ why, name }: NonNullable<Preview['aside']>): string {
  return i18n.t(`set.aside.${why}`, { name: shortName(name) });
}

/** The files that take columns from a file. */
export function askedByWords(file: number, staged: readonly Staged[]): string {
  const asking = staged.filter(({ preview }) => preview?.purpose === 'keep' && preview.joins.some((join) => join.file === file));
  return asking.length === 0 ? '' : i18n.t('set.asked-by', { names: i18n.format.list(asking.map(({ name }) => shortName(name))) });
}
