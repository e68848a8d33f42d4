import type { Answer, CustomerFilter, CustomerTotals, RefundEffect } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { isAbsent, isTable } from '../../terms/answer';
import type { View } from '../../terms/view';
import { inputOf } from '../reading/words';

type Engine = Workspace['engine'];

export interface OverviewAnswers {
  customers: Answer;
  orders: Answer;
  netRevenue: Answer;
  repeat: Answer;
  second: Answer;
  frequency: Answer;
  retention: Answer;
  lifeCycle: Answer;
  churn: Answer;
  view: View;
}

/** What the overview says, in one call. `pick` is the ISO first day of a period, or '' for the last complete one. */
export async function readOverview(engine: Engine, view: View, pick: string): Promise<OverviewAnswers> {
  const ids = ['customers', 'orders', 'net-revenue', 'repeat-customer-rate', 'second-order-within', 'purchase-frequency'];
  const chosen = { id: 'customer-retention-rate', ...(pick ? { params: { period: pick } } : {}) };
  const answers = await engine.answer([...ids.map((id) => ({ id })), chosen, { id: 'life-cycle' }, { id: 'churn-rate' }], view);
  const [customers, orders, netRevenue, repeat, second, frequency, retention, lifeCycle, churn] = answers as [Answer, ...Answer[]] &
    Answer[];
  return {
    customers,
    orders: orders!,
    netRevenue: netRevenue!,
    repeat: repeat!,
    second: second!,
    frequency: frequency!,
    retention: retention!,
    lifeCycle: lifeCycle!,
    churn: churn!,
    view,
  };
}

/** Silence that counts as lapsed when the file is too short to find the shop's own. */
const USUAL_LAPSE_DAYS = 90;

/** Days of silence after which a customer counts as lapsed in this view. */
function lapseDaysOf(churn: Answer, view: View): number {
  if (isAbsent(churn) || isTable(churn)) return view.lapseDays ?? USUAL_LAPSE_DAYS;
  return inputOf(churn, 'lapse-days');
}

/** The lists that the overview proposes, by their conditions. */
export function proposals(lapseDays: number): { silent: CustomerFilter; beyond: CustomerFilter; once: CustomerFilter } {
  const silent = { minOrders: 2, silentOver: lapseDays };
  return { silent, beyond: { ...silent, beyondLongestGap: 2 }, once: { minOrders: 1, maxOrders: 1, silentUpTo: lapseDays } };
}

export interface Proposed {
  lapseDays: number;
  silent: CustomerTotals;
  beyond: CustomerTotals;
  once: CustomerTotals;
}

/** How many customers stand in each proposed list. */
export async function readProposals(engine: Engine, view: View): Promise<Proposed> {
  const [churn] = await engine.answer([{ id: 'churn-rate' }], view);
  const lapseDays = lapseDaysOf(churn!, view);
  const { silent, beyond, once } = proposals(lapseDays);
  const [a, b, c] = await engine.lists([{ filter: silent }, { filter: beyond }, { filter: once }], view);
  return { lapseDays, silent: a!, beyond: b!, once: c! };
}

export interface RefundsExplained {
  effect: RefundEffect;
  /** The three sizes when refunds are not read: customers, orders, net revenue; null in that view itself. */
  ignored: Answer[] | null;
}

/** What refunds did to the figures of this view. */
export async function readRefunds(engine: Engine, view: View): Promise<RefundsExplained> {
  const sizes = ['customers', 'orders', 'net-revenue'].map((id) => ({ id }));
  const [effect, ignored] = await Promise.all([
    engine.refundEffect(view),
    view.refunds === 'ignore' ? null : engine.answer(sizes, { ...view, refunds: 'ignore' }),
  ]);
  return { effect, ignored };
}
