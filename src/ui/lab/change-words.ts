import type { LabSheets } from '../../engine/protocol';
import { i18n } from '../../i18n/i18n.svelte';

type Numbers = LabSheets['change']['numbers'];
type Change = LabSheets['change']['result'];

/** The four figures of a case study that goes round, with the change that it prints for each. */
export const PRINTED: readonly (Numbers & { name: 'loyalty' | 'churn' | 'satisfaction' | 'spend'; printed: number })[] = [
  { name: 'loyalty', unit: 'share', before: 0.3, after: 0.6, printed: 3 },
  { name: 'churn', unit: 'share', before: 0.2, after: 0.1, printed: -0.5 },
  { name: 'satisfaction', unit: 'share', before: 0.7, after: 0.9, printed: 0.2 },
  { name: 'spend', unit: 'amount', before: 200, after: 300, printed: 0.5 },
];

/** A figure in its unit, or a difference of two, which of shares is in points. */
export function figureText(value: number, unit: Numbers['unit'], isDifference = false): string {
  if (unit === 'share') {
    return isDifference
      ? i18n.t('lab.points', { points: i18n.format.points(value, true) })
      : i18n.format.percent(value, digitsOf(value * 100));
  }
  return (isDifference && value > 0 ? '+' : '') + i18n.format.count(value, digitsOf(value));
}

/** A change in per cent, with its sign. */
export function relativeText(relative: number | null): string {
  if (relative === null) return '–';
  return (relative > 0 ? '+' : '') + i18n.format.percent(relative, digitsOf(relative * 100)).replace('-', '−');
}

/** The change in a sentence. */
export function changeText({ unit, before, after }: Numbers, { difference, relative }: Change): string {
  const words = { before: figureText(before, unit), after: figureText(after, unit) };
  const by = figureText(difference, unit, true);
  if (relative === null) return i18n.t('lab.change.nothing-before', { ...words, difference: by });
  const change = relativeText(relative);
  return unit === 'share'
    ? i18n.t('lab.change.share', { ...words, points: by, relative: change })
    : i18n.t('lab.change.amount', { ...words, difference: by, relative: change });
}

function digitsOf(value: number): number {
  return Math.abs(value - Math.round(value)) < 1e-9 ? 0 : 1;
}
