import type { ImportPlan } from '../../terms/plan';
import { hasPerson, isByName } from './person-keys';
import { columnOf, moneyWay } from './plan-columns';

/** Whether a plan has what orders are made of: a day, money and a person. Files of other kinds are complete in themselves. */
export function isComplete(plan: ImportPlan): boolean {
  return plan.kind !== 'orders' || (columnOf(plan, 'date') >= 0 && moneyWay(plan) !== null && (hasPerson(plan) || isByName(plan)));
}
