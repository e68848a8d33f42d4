import type { ImportPlan } from '../../terms/plan';
import type { Role } from '../../terms/role';

/** Position of the column with a meaning, -1 when none has it. */
export function columnOf(plan: ImportPlan, role: Role): number {
  return plan.roles.indexOf(role);
}

/** How a plan comes to a row's money, or null when it cannot. `refund`: the file tells what was given back and nothing else. */
export type MoneyWay = 'order-amount' | 'amount' | 'product' | 'refund';

export function moneyWay(plan: ImportPlan): MoneyWay | null {
  if (plan.roles.includes('order-amount') && plan.roles.includes('order')) return 'order-amount';
  if (plan.roles.includes('amount') || plan.roles.includes('order-amount')) return 'amount';
  if (plan.roles.includes('unit-price')) return 'product';
  return plan.roles.includes('refund') ? 'refund' : null;
}
