import { AppError } from '../terms/app-error';
import { isAbsent, isTable, type Absent, type Answer, type Input, type Scalar, type Unit } from '../terms/answer';
import { dayFromIso, periodOf, periodStart, type Day } from '../terms/day';
import type { View } from '../terms/view';
import { figureAmong, tablesAmongWhole, type Whole } from '../core/breakdown/figure-among';
import type { ShopTables } from '../core/tables/shop-tables';
import type { AnyMetric, CellAddress } from '../core/metrics/define';
import { METRICS, metricById } from '../core/metrics/registry';
import type { Store } from '../storage/store';
import type { Explanation, MetricCard, MetricQuestion, Who } from './protocol';
import { rowsIn } from './rows-in';
import type { Session } from './session';

/** The metrics as the page knows them. */
export function metricCards(): MetricCard[] {
  return METRICS.map(cardOf);
}

function cardOf({ id, family, unit, shape, reads = [], fraction, formula, source, sql }: AnyMetric): MetricCard {
  return { id, family, unit, shape, reads, ...(fraction ? { fraction } : {}), formula, source, sql };
}

/** Answer of one question, without the customers behind it. */
export function answerFor(session: Session, question: MetricQuestion, view: View): Answer {
  return withoutWho(computed(session, question, view));
}

/** The figure that a question and an address name, without the customers behind it. */
export function figureFor(session: Session, question: MetricQuestion & { at?: CellAddress }, view: View): Scalar | Absent {
  return withoutWho(figureAt(session, question, view)) as Scalar | Absent;
}

/** The same with the customers behind it. */
function figureAt(session: Session, question: MetricQuestion & { at?: CellAddress }, view: View): Scalar | Absent {
  const { at } = question;
  const metric = metricOf(question.id);
  if (metric.shape === 'table') {
    if (!at) throw new AppError('engine/unknown-figure', { id: question.id });
    return session.once('cell', JSON.stringify([question, view]), () =>
      metric.cell(tablesFor(session, question, view), view, { ...metric.defaults, ...question.params }, at),
    );
  }
  const { at: _, ...bare } = question;
  const answer = computed(session, at ? { ...bare, params: { ...question.params, period: at.row } } : bare, view);
  if (isTable(answer)) throw new AppError('engine/failed', { reason: `${question.id} gave a table` });
  return answer;
}

/** One input of one figure with the people and the records behind it; undefined when the figure is absent or has no such input. */
export function inputBehind(session: Session, who: Who, view: View): Input | undefined {
  const figure = figureAt(session, who, view);
  return isAbsent(figure) ? undefined : figure.inputs.find((input) => input.key === who.input);
}

/** Persons behind one input of one figure, ascending, those whom only records know last; empty when the figure is absent. */
export function whoIs(session: Session, who: Who, view: View): Uint32Array {
  return inputBehind(session, who, view)?.who ?? new Uint32Array(0);
}

/** Everything the drawer says about a number. */
export async function explain(
  session: Session,
  store: Store,
  question: MetricQuestion & { at?: CellAddress },
  view: View,
): Promise<Explanation> {
  const period = periodFor(session, question, view);
  const table = tablesFor(session, question, view).orders;
  const figure = figureFor(session, question, view);
  const { reads = [] } = metricOf(question.id);
  const readsOrders = reads.length === 0 || tellsOfOrders(figure);
  const { leftOut, sources } = await rowsIn(session, store, period, readsOrders ? ['orders', ...reads] : reads);
  return {
    card: cardOf(metricOf(question.id)),
    question: {
      id: question.id,
      ...(question.params ? { params: question.params } : {}),
      ...(question.among ? { among: question.among } : {}),
    },
    ...(question.at ? { at: question.at } : {}),
    ...rowItemsOf(session, question, view),
    figure,
    unit: unitOf(session, question, view),
    period,
    readsOrders,
    ...sizeOf(table, period),
    leftOut,
    sources,
    effect: table.effect,
    view,
  };
}

/** Unit of a figure: that of its metric, or of its column in a table. The cells of a cohort hold counts, and say shares. */
function unitOf(session: Session, { at, ...question }: MetricQuestion & { at?: CellAddress }, view: View): Unit {
  const metric = metricOf(question.id);
  const isEach = metric.id === 'retention-by-cohort' && question.params?.measure === 'value-per-customer';
  if (isEach && at && at.column !== 'size') return 'money';
  if (metric.shape === 'scalar' || !at || /^p\d+$/.test(at.column)) return metric.unit;
  const own = metric.cellUnit?.(at);
  if (own) return own;
  const table = computed(session, question, view);
  const unit = isTable(table) ? table.columns.find(({ key }) => key === at.column)?.unit : undefined;
  return unit === undefined || unit === 'day' || unit === 'period' || unit === 'flag' || unit === 'text' ? metric.unit : unit;
}

/** What the items of a row are called, when the table has columns for them and this row. */
function rowItemsOf(session: Session, { at, ...question }: MetricQuestion & { at?: CellAddress }, view: View): { rowItems?: string[] } {
  // The address of such a row is a list; no other table has to be worked out for it.
  const table = at?.row.startsWith('[') && metricOf(question.id).shape === 'table' ? computed(session, question, view) : null;
  if (!at || !table || !isTable(table)) return {};
  const places = ITEM_COLUMNS.map((key) => table.columns.findIndex((column) => column.key === key));
  const row = places.includes(-1) ? undefined : table.rows.find(([first]) => first === at.row);
  return row ? { rowItems: places.map((place) => String(row[place])) } : {};
}
const ITEM_COLUMNS = ['first-item', 'second-item'];

/** Whether a figure of records counts customers, orders or money too. */
function tellsOfOrders(figure: Scalar | Absent): boolean {
  return !isAbsent(figure) && figure.inputs.some(({ unit }) => ['customers', 'orders', 'order-days', 'money'].includes(unit));
}

function metricOf(id: string): AnyMetric {
  const metric = metricById(id);
  if (!metric) throw new AppError('engine/unknown-figure', { id });
  return metric;
}

function computed(session: Session, question: MetricQuestion, view: View): Answer {
  const metric = metricOf(question.id);
  const { among, ...everybody } = question;
  return session.answer(JSON.stringify([question, view]), () => {
    if (among && metric.shape === 'scalar') return figureAmong(wholeOf(session, everybody, view), among);
    return metric.compute(tablesFor(session, question, view), view, { ...metric.defaults, ...question.params }) as Answer;
  });
}

/** A question about everybody with its answer: what is split into segments. */
export function wholeOf(session: Session, question: MetricQuestion, view: View): Whole {
  const metric = metricOf(question.id);
  const params = { ...metric.defaults, ...question.params } as Whole['params'];
  return { metric, tables: session.tables(view), view, params, figure: computed(session, question, view) };
}

/** The tables that a question is about: everybody's, or those of its segment (of a table as of the beginning of the view). */
function tablesFor(session: Session, { among, ...question }: MetricQuestion & { at?: CellAddress }, view: View): ShopTables {
  if (!among) return session.tables(view);
  const { at, ...bare } = question;
  return tablesAmongWhole(wholeOf(session, at ? { ...bare, params: { ...bare.params, period: at.row } } : bare, view), among);
}

/** An answer without its lists of customers and records: what goes to the page. */
export function withoutWho(answer: Answer): Answer {
  if (isAbsent(answer) || isTable(answer)) return answer;
  const inputs = answer.inputs.map(({ who: _, records: __, ...input }) => input);
  const variants =
    answer.variants && Object.fromEntries(Object.entries(answer.variants).map(([name, v]) => [name, withoutWho(v) as Scalar | Absent]));
  return { ...answer, inputs, ...(variants ? { variants } : {}) };
}

/** The period a figure is about: that of its address or parameter, else the whole view. A cohort's cell is about the later period. */
function periodFor(session: Session, question: MetricQuestion & { at?: CellAddress }, view: View): { start: Day; end: Day } {
  const metric = metricOf(question.id);
  const own =
    question.at && metric.shape === 'table'
      ? metric.span?.(tablesFor(session, question, view), view, { ...metric.defaults, ...question.params }, question.at)
      : null;
  if (own) return own;
  const text = question.at?.row ?? question.params?.period ?? question.params?.cohort;
  const day = typeof text === 'string' ? dayFromIso(text) : null;
  if (day === null) return { start: view.from, end: view.to };
  const later = Number(/^p(\d+)$/.exec(question.at?.column ?? '')?.[1] ?? 0);
  const ordinal = periodOf(day, view.grain, view.calendar) + later;
  return { start: periodStart(ordinal, view.grain, view.calendar), end: periodStart(ordinal + 1, view.grain, view.calendar) };
}

function sizeOf(table: ReturnType<Session['table']>, { start, end }: { start: Day; end: Day }) {
  const size = { ordersInPeriod: 0, revenueMinor: 0 };
  for (let o = 0; o < table.orders; o++) {
    if (table.day[o]! < start || table.day[o]! >= end) continue;
    size.ordersInPeriod++;
    size.revenueMinor += table.net[o]!;
  }
  return size;
}
