import type { ImportPlan } from '../../terms/plan';

/** A plan without the columns that were taken from other files: what is remembered of a file, and the columns of its rows. */
export function ownPlan(plan: ImportPlan): ImportPlan {
  const { brought = 0, ...rest } = plan;
  if (brought === 0) return plan;
  const own = plan.header.length - brought;
  const standIns = plan.standIns ? { standIns: plan.standIns.slice(0, own) } : {};
  return { ...rest, header: plan.header.slice(0, own), roles: plan.roles.slice(0, own), ...standIns };
}
