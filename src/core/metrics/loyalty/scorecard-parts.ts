import type { Absent, Interval, Scalar, Unit } from '../../../terms/answer';
import type { View } from '../../../terms/view';
import type { ShopTables } from '../../tables/shop-tables';
import { absent } from '../figure';
import { cohortRepurchaseRate } from '../repeat/cohort-repurchase-rate';
import { customerLoyaltyIndex } from '../voice/customer-loyalty-index';
import { customerRetentionRate } from '../retention/customer-retention-rate';
import { customerSatisfaction } from '../voice/customer-satisfaction';
import { discountDependence } from '../value/discount-dependence';
import { netPromoterScore } from '../voice/net-promoter-score';
import { repeatRevenue } from '../repeat/repeat-revenue';

export const AXES = ['behaviour', 'feeling', 'money'] as const;
export type Axis = (typeof AXES)[number];

/** A part of the scorecard: which figure it is, and how that becomes 0 to 100. */
interface Part {
  key: string;
  axis: Axis;
  unit: Unit;
  figure: (tables: ShopTables, view: View) => Scalar | Absent;
  /** Score of a value of the figure. */
  score: (value: number, figure: Scalar) => number;
}

/** The net promoter score; one on 1–10 compares with none on 0–10, so it is absent. */
function zeroToTenScore(tables: ShopTables, view: View): Scalar | Absent {
  const figure = netPromoterScore.compute(tables, view, netPromoterScore.defaults);
  return figure.value !== null && figure.note === 'nps-scale-1-10' ? absent('scale-differs') : figure;
}

const percent = (share: number): number => 100 * share;

/**
 * The parts in the order of the page. A share is its per cent; a net promoter score of −100 to 100 is halved and lifted to 0 to 100; the
 * loyalty index is taken out of 100; of discounts the share of orders without one counts.
 */
export const PARTS: readonly Part[] = [
  {
    key: 'second-order',
    axis: 'behaviour',
    unit: 'ratio',
    figure: (tables, view) => cohortRepurchaseRate.compute(tables, view, cohortRepurchaseRate.defaults),
    score: percent,
  },
  {
    key: 'retention',
    axis: 'behaviour',
    unit: 'ratio',
    figure: (tables, view) => customerRetentionRate.compute(tables, view, customerRetentionRate.defaults),
    score: percent,
  },
  {
    key: 'promoters',
    axis: 'feeling',
    unit: 'score',
    figure: zeroToTenScore,
    score: (value) => (value + 100) / 2,
  },
  {
    key: 'satisfaction',
    axis: 'feeling',
    unit: 'ratio',
    figure: (tables, view) => customerSatisfaction.compute(tables, view, customerSatisfaction.defaults),
    score: percent,
  },
  {
    key: 'index',
    axis: 'feeling',
    unit: 'number',
    figure: (tables, view) => customerLoyaltyIndex.compute(tables, view, customerLoyaltyIndex.defaults),
    score: (value, { inputs }) => (100 * value) / (inputs.find((input) => input.key === 'index-out-of')?.value ?? 100),
  },
  { key: 'repeat-revenue', axis: 'money', unit: 'ratio', figure: ({ orders }, view) => repeatRevenue(orders, view), score: percent },
  {
    key: 'full-price',
    axis: 'money',
    unit: 'ratio',
    figure: (tables, view) => discountDependence.compute(tables, view, discountDependence.defaults),
    score: (value) => percent(1 - value),
  },
];

/** Weights of the three axes; only how they compare counts. A figure that rests on fewer than `leastCounted` is none. */
export interface ScorecardParams {
  leastCounted: number;
  behaviourWeight: number;
  feelingWeight: number;
  moneyWeight: number;
}

/** A part as it stands: its figure, its score of 0 to 100 and its weight in the whole; without a figure no score and no weight. */
export interface ScoredPart {
  key: string;
  axis: Axis;
  figure: Scalar | Absent;
  score: number | null;
  interval: Interval | null;
  weight: number;
}

/**
 * Every part with its score and weight. An axis shares its weight equally among its parts that have a figure, and axes without any leave
 * theirs to the others: the weights add up to 1 unless nothing has a figure or no axis that has one has a weight.
 */
export function scoredParts(tables: ShopTables, view: View, params: ScorecardParams): ScoredPart[] {
  const scored = PARTS.map(({ key, axis, figure: ask, score }) => {
    const asked = ask(tables, view);
    const figure = asked.value !== null && asked.n < params.leastCounted ? absent('too-few') : asked;
    return { key, axis, figure, ...(figure.value === null ? NOTHING : scoreOf(figure, score)) };
  });
  const present = (axis: Axis): number => scored.filter((part) => part.axis === axis && part.score !== null).length;
  const weightOf = (axis: Axis): number => (present(axis) > 0 ? Math.max(0, params[`${axis}Weight`]) : 0);
  const whole = AXES.reduce((sum, axis) => sum + weightOf(axis), 0);
  return scored.map((part) => {
    const weight = part.score === null || whole === 0 ? 0 : weightOf(part.axis) / whole / present(part.axis);
    return { ...part, weight };
  });
}

const NOTHING: Pick<ScoredPart, 'score' | 'interval'> = { score: null, interval: null };

function scoreOf(figure: Scalar, score: Part['score']): Pick<ScoredPart, 'score' | 'interval'> {
  const { interval } = figure;
  if (!interval) return { score: score(figure.value, figure), interval: null };
  const ends = [score(interval.low, figure), score(interval.high, figure)];
  return { score: score(figure.value, figure), interval: { ...interval, low: Math.min(...ends), high: Math.max(...ends) } };
}
