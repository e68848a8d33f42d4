import type { ImportPlan } from '../terms/plan';
import type { Role } from '../terms/role';
import { arrangeFiles, type ArrangedFile } from '../intake/links/arrange-files';
import type { LinkFinder } from '../intake/links/link-files';
import { ownPlan } from '../intake/meaning/own-plan';
import type { StagedFile } from '../intake/stage-file';
import type { Arrival, Shown } from './arrivals';

/** An arrival that could be read. */
export type ReadArrival = Arrival & { staged: StagedFile; plan: ImportPlan };

export function isRead(arrival: Arrival): arrival is ReadArrival {
  return arrival.staged !== null && arrival.plan !== null;
}

/** Links the files anew and says what each is for. Cost: linear in the rows of the files that are linked. */
export async function arrangeArrivals(arrivals: readonly Arrival[], finder: LinkFinder): Promise<void> {
  const read = arrivals.filter(isRead);
  const files = read.map(({ file, name, staged, plan, said }) => ({ file, name, readings: staged.readings, plan, said }));
  const arranged = arrangeFiles(files, finder);
  for (const [i, one] of arranged.entries()) read[i]!.shown = await shownAs(read[i]!, one);
}

async function shownAs({ staged, shown }: ReadArrival, { completed, purpose, aside }: ArrangedFile): Promise<Shown> {
  const { readings, plan, joins, brought } = completed;
  // What has not changed is not read again: a plan of its own and no columns of others.
  const same = shown && shown.plan === plan && joins.length === 0 && shown.joins.length === 0 && shown.staged === staged;
  const file = joins.length === 0 ? staged : staged.over(readings);
  await file.prepare(plan);
  const preview = { ...(same ? shown.preview : file.preview(plan)), purpose, aside, joins };
  return { staged: file, plan, purpose, aside, joins, brought, preview };
}

/** Takes a plan that was changed by hand: what concerns the file's own columns becomes its own plan, the rest is remembered beside it. */
export function revise(arrival: ReadArrival, shown: Shown, plan: ImportPlan): void {
  const before = shown.plan;
  if (plan.kind !== before.kind) {
    const own = { ...arrival.plan, kind: plan.kind, roles: plan.roles.slice(0, arrival.plan.roles.length) };
    arrival.plan = arrival.staged.ofKind(own, { ...arrival.plan, roles: before.roles.slice(0, arrival.plan.roles.length) });
    return;
  }
  const own = before.header.length - (before.brought ?? 0);
  plan.roles.slice(own).forEach((role, i) => {
    if (role !== before.roles[own + i]) arrival.said.roles.set(shown.brought[i]!, role);
  });
  // A meaning that links gave away or took back is not what the user said of the column.
  const roles = arrival.plan.roles.map((role, i): Role => (plan.roles[i] === before.roles[i] ? role : plan.roles[i]!));
  if (plan.dateOrder !== before.dateOrder && before.roles.indexOf('date') >= own) arrival.said.dateOrder = plan.dateOrder;
  arrival.plan = { ...ownPlan(plan), ...untouched(arrival.plan, before, plan), header: arrival.plan.header, roles };
}

/** What links decided and the user left alone stays as it was in the file's own plan. */
function untouched(own: ImportPlan, before: ImportPlan, plan: ImportPlan): Partial<ImportPlan> {
  return {
    ...(plan.dateOrder === before.dateOrder ? { dateOrder: own.dateOrder } : {}),
    ...(plan.preset === before.preset ? { preset: own.preset } : {}),
    ...(JSON.stringify(plan.currency) === JSON.stringify(before.currency) ? { currency: own.currency } : {}),
  };
}
