import type { Route, How } from '../../state/route.svelte';
import type { Workspace } from '../../state/workspace.svelte';
import { ShopNumbers } from '../../state/shop-numbers.svelte';
import { NO_CURRENCY } from '../../terms/money';
import type { PredictionChoice } from '../../terms/prediction';
import type { View } from '../../terms/view';
import { CUSTOMER_PARTS, customerFact } from '../customers/customer-fact';
import { LIST_PARTS, listFact } from '../customers/list-fact';
import type { TellFact } from './fact';
import { parseList, parseSort, withChoice } from './list-query';

type AskFact = (workspace: Workspace, route: Route, view: View, part: string) => Promise<TellFact> | null;

/** What the drawer explains besides metrics, by the id that stands in the address; `part` says which number of it. */
const FACTS: Record<string, AskFact> = {
  list: (workspace, route, view, name) => {
    const part = LIST_PARTS.find((p) => p === name);
    return part ? askList(workspace, route, view).then((known) => () => listFact(part, known)) : null;
  },
  customer: (workspace, route, view, name) => {
    const part = CUSTOMER_PARTS.find((p) => p === name);
    return part ? askCustomer(workspace, route, view).then((known) => () => customerFact(part, known)) : null;
  },
};

/** Address of a number that is no metric. */
export function howFact(id: 'list' | 'customer', part: string): How {
  return { id, params: { part } };
}

/** Asks for what stands behind such a number; null when `how` is about a metric, or about nothing. */
export function askFact(how: How, workspace: Workspace, route: Route, view: View): Promise<TellFact> | null {
  return Object.hasOwn(FACTS, how.id) ? FACTS[how.id]!(workspace, route, view, String(how.params?.part ?? '')) : null;
}

async function askList(workspace: Workspace, route: Route, view: View) {
  const list = withChoice(parseList(route.query), parseSort(route.query.sort), await choiceOf(workspace));
  const [[totals, all], files] = await Promise.all([workspace.engine.lists([list, { filter: {} }], view), wholeFile(workspace, view)]);
  return { list, totals: totals!, everybody: all!.customers, files, view, currency: currencyOf(workspace) };
}

/** What the shop's predictions are asked with. */
async function choiceOf({ engine, shop }: Workspace): Promise<PredictionChoice> {
  const numbers = new ShopNumbers(engine);
  if (shop) await numbers.open(shop);
  return numbers.prediction;
}

async function askCustomer(workspace: Workspace, route: Route, view: View) {
  const [page, files] = await Promise.all([workspace.engine.customer(route.item, view), wholeFile(workspace, view)]);
  return { page, files, view, currency: currencyOf(workspace) };
}

/** What was left out of the files: customers are read from the first day on, whatever period is shown. */
function wholeFile(workspace: Workspace, view: View) {
  return workspace.engine.explain({ id: 'customers' }, { ...view, from: workspace.shop?.firstDay ?? view.from, to: view.asOf + 1 });
}

function currencyOf(workspace: Workspace) {
  return workspace.shop?.currency ?? NO_CURRENCY;
}
