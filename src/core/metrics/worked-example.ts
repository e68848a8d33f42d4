import { isAbsent, isTable, type Answer } from '../../terms/answer';
import { ISO_CALENDAR } from '../../terms/day';
import type { View } from '../../terms/view';
import type { OrderTable } from '../columns/order-table';
import { orderTableOf } from '../columns/order-literals';
import { shopTablesOf, type ShopLiterals } from '../tables/shop-literals';
import type { AnyMetric, Vector } from './define';

/** A worked example with what the metric says about it: the dictionary's, taken from the vectors that the tests check. */
export interface WorkedExample extends ShopLiterals {
  view: View;
  /** The metric's parameters, defaults included. */
  params: Record<string, string | number | boolean | null>;
  answer: Answer;
}

/** The first vector of a metric that has a figure, worked out. */
export function workedExample(metric: AnyMetric): WorkedExample {
  const vectors = metric.vectors as readonly Vector<WorkedExample['params']>[];
  const told = vectors.find(({ expected }) => expected !== null && !(Array.isArray(expected) && expected.length === 0)) ?? vectors[0]!;
  const view = vectorView(orderTableOf(told.orders), told.view);
  const params: WorkedExample['params'] = { ...metric.defaults, ...told.params };
  const answer = metric.compute(shopTablesOf(told, view.asOf), view, params);
  return { orders: told.orders, ...(told.records ? { records: told.records } : {}), view, params, answer: bare(answer) };
}

/** The lists behind the numbers are of no use without the tables. */
function bare(answer: Answer): Answer {
  if (isAbsent(answer) || isTable(answer)) return answer;
  return { ...answer, inputs: answer.inputs.map(({ who: _, records: __, ...input }) => input), variants: {} };
}

/** The view of a worked example: the whole file by month, refunds not read, unless it says otherwise. */
export function vectorView(orders: OrderTable, partial: Partial<View> = {}): View {
  const asOf = partial.asOf ?? orders.lastDay;
  const whole: View = {
    from: orders.firstDay,
    to: asOf + 1,
    asOf,
    grain: 'month',
    refunds: 'ignore',
    lapseDays: null,
    calendar: ISO_CALENDAR,
  };
  return { ...whole, ...partial };
}
