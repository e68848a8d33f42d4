import { i18n } from '../../i18n/i18n.svelte';
import { isAbsent, isTable, type Answer, type Scalar } from '../../terms/answer';
import { FEW, inputOf, restsOn } from './words';

/** A figure on a ruled line: its value, and what it rests on or why there is none. */
export interface FigureEntry {
  label: string;
  value: string;
  rests: string;
  href: string;
}

/** The answer as a figure; null where it is absent or a table. */
export function scalarOf(answer: Answer | undefined): Scalar | null {
  return answer && !isAbsent(answer) && !isTable(answer) ? answer : null;
}

/** A share: of too few it gives the counts. `part` is the input that is counted. */
export function shareEntry(label: string, answer: Answer, part: string, href: string): FigureEntry {
  return figureEntry(label, answer, href, (figure) =>
    figure.n < FEW
      ? { value: i18n.t('reading.of', { part: inputOf(figure, part), whole: figure.n }), rests: i18n.t('reading.too-few') }
      : { value: i18n.format.percent(figure.value), rests: restsOn(figure, part) },
  );
}

/** Any figure, as `show` says. */
export function figureEntry(
  label: string,
  answer: Answer,
  href: string,
  show: (figure: Scalar) => { value: string; rests: string },
): FigureEntry {
  const figure = scalarOf(answer);
  if (figure) return { label, ...show(figure), href };
  return { label, value: '–', rests: isAbsent(answer) ? i18n.t(`why.${answer.why}`) : '', href };
}
