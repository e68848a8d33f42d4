import { i18n } from '../../i18n/i18n.svelte';
import type { How } from '../../state/route.svelte';
import type { Currency } from '../../terms/money';
import { inputOf } from '../reading/words';
import type { Figure, PricedAnswers } from './read-value';

/** A line of the table of costs. */
export interface CostRow {
  key: 'cac' | 'payback' | 'keep' | 'ratio' | 'point' | 'break-even';
  how: How;
  /** null where the figure cannot be given; then `rests` says why. */
  value: string | null;
  rests: string;
}

/** The costs in words of the language in use, in the order in which one asks for them. */
export function costRows({ params, ...priced }: PricedAnswers, currency: Currency): CostRow[] {
  const { t, format } = i18n;
  const money = (minor: number) => format.money(minor, currency);
  const row = (
    key: CostRow['key'],
    how: How,
    figure: Figure,
    say: (value: number) => string,
    rests: (figure: Figure) => string,
  ): CostRow =>
    figure.value === null
      ? { key, how, value: null, rests: t(`why.${figure.why}`) }
      : { key, how, value: say(figure.value), rests: rests(figure) };
  const of = (figure: Figure, key: string) => (figure.value === null ? 0 : inputOf(figure, key));
  const count = (key: 'new' | 'again' | 'year' | 'known', input: string) => (figure: Figure) =>
    t(`value.costs.rests.${key}`, { count: of(figure, input) });
  const off = (figure: Figure) => t('value.costs.rests.order', { share: format.percent(of(figure, 'share-of-order')) });
  return [
    row('cac', params.acquisition, priced.acquisition, money, count('new', 'new-customers')),
    row('payback', params.payback, priced.payback, (months) => t('value.months', { count: months }), count('known', 'known-by-then')),
    row('keep', params.retention, priced.retention, money, count('again', 'retained-customers')),
    row(
      'ratio',
      params.ratio,
      priced.ratio,
      (times) => t('value.times', { count: format.count(times, 2) }),
      () => '',
    ),
    row('point', params.point, priced.point, money, count('year', 'customers')),
    row('break-even', params.breakEven, priced.breakEven, money, off),
  ];
}
