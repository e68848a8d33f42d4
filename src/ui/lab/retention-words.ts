import type { LabSheets } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';
import { ARTICLE_PRINTED, isArticle } from './retention-numbers';

type Numbers = LabSheets['retention']['numbers'];
type Sheet = LabSheets['retention']['result'];
type Line = Sheet['lines'][number];

/** A formula with the typed numbers in it. */
export function sumText(key: Line['key'], { start, fresh, end, lostOld }: Numbers): string {
  const [s, n, e] = [start, fresh, end].map((value) => i18n.format.count(value));
  if (key === 'by-person') return lostOld === null ? '' : `(${s} − ${i18n.format.count(lostOld)}) ÷ ${s}`;
  if (key === 'count') return `(${e} − ${n}) ÷ ${s}`;
  if (key === 'stock') return `${e} ÷ ${s}`;
  return key === 'served' ? `${e} ÷ (${s} + ${n})` : `(${e} − ${n}) ÷ (${s} + ${n})`;
}

/** The share, the span it lies in, or a dash. */
export function resultText({ value, low, high }: Line): string {
  if (value !== null) return i18n.format.percent(value);
  return low === undefined || high === undefined ? '–' : i18n.format.percentRange(low, high);
}

/** What to make of a formula on these numbers, in sentences. */
export function verdicts(line: Line, sheet: Sheet, numbers: Numbers): string[] {
  const { t } = i18n;
  if (line.key === 'by-person') return [byPerson(line, sheet)];
  if (line.key === 'stock') {
    const count = i18n.format.count(numbers.fresh);
    return [line.impossible ? t('lab.retention.stock.impossible', { fresh: count }) : t('lab.retention.stock.so')];
  }
  if (line.key === 'count') return [t('lab.retention.count.so'), ...offBy(line, sheet)];
  if (line.key === 'served') return [t('lab.retention.served.so')];
  return [t('lab.retention.served-new-removed.so'), ...printed(line, numbers)];
}

function byPerson(line: Line, { lost }: Sheet): string {
  if (line.value !== null) return i18n.t('lab.retention.by-person.known');
  if (lost < 0) return i18n.t('lab.retention.by-person.came-back');
  return i18n.t('lab.retention.by-person.open', { lost: i18n.format.count(lost) });
}

function offBy(line: Line, { lines, lostNew }: Sheet): string[] {
  const truth = lines.find(({ key }) => key === 'by-person')?.value ?? null;
  if (truth === null || line.value === null || !lostNew) return [];
  const points = i18n.t('lab.points', { points: i18n.format.points(line.value - truth) });
  return [i18n.t('lab.retention.count.off', { points, count: i18n.format.count(lostNew) })];
}

function printed(line: Line, { start, fresh, end, lostOld }: Numbers): string[] {
  if (!isArticle({ start, fresh, end, lost: lostOld }) || line.value === null) return [];
  const words = { printed: i18n.format.percent(ARTICLE_PRINTED, 0), value: i18n.format.percent(line.value) };
  return [i18n.t('lab.retention.served-new-removed.printed', words)];
}
