import { AppError } from '../terms/app-error';
import { isAbsent, isTable, type Absent, type Answer, type Scalar } from '../terms/answer';
import { dayFromIso, periodOf, periodStart, type Day } from '../terms/day';
import { REASONS } from '../terms/part';
import type { View } from '../terms/view';
import { NO_DAY, type Batch } from '../core/columns/batch';
import { figureAmong, tablesAmongWhole, type Whole } from '../core/breakdown/figure-among';
import type { ShopTables } from '../core/tables/shop-tables';
import type { AnyMetric, CellAddress } from '../core/metrics/define';
import { METRICS, metricById } from '../core/metrics/registry';
import type { Store } from '../storage/store';
import type { Explanation, MetricCard, MetricQuestion, Who } from './protocol';
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
    if (!at) throw new AppError('engine/failed', { reason: `${question.id} is a table: it needs an address` });
    return session.once('cell', JSON.stringify([question, view]), () =>
      metric.cell(tablesFor(session, question, view), view, { ...metric.defaults, ...question.params }, at),
    );
  }
  const { at: _, ...bare } = question;
  const answer = computed(session, at ? { ...bare, params: { ...question.params, period: at.row } } : bare, view);
  if (isTable(answer)) throw new AppError('engine/failed', { reason: `${question.id} gave a table` });
  return answer;
}

/** Customers behind one input of one figure, ascending; empty when the figure is absent. */
export function whoIs(session: Session, who: Who, view: View): Uint32Array {
  const figure = figureAt(session, who, view);
  if (isAbsent(figure)) return new Uint32Array(0);
  return figure.inputs.find((input) => input.key === who.input)?.who ?? new Uint32Array(0);
}

/** Everything the drawer says about a number. */
export async function explain(
  session: Session,
  store: Store,
  question: MetricQuestion & { at?: CellAddress },
  view: View,
): Promise<Explanation> {
  const period = periodFor(question, view);
  const table = tablesFor(session, question, view).orders;
  const { leftOut, sources } = await rowsIn(session, store, period);
  return {
    card: cardOf(metricOf(question.id)),
    question: {
      id: question.id,
      ...(question.params ? { params: question.params } : {}),
      ...(question.among ? { among: question.among } : {}),
    },
    ...(question.at ? { at: question.at } : {}),
    figure: figureFor(session, question, view),
    period,
    ...sizeOf(table, period),
    leftOut,
    sources,
    effect: table.effect,
    view,
  };
}

function metricOf(id: string): AnyMetric {
  const metric = metricById(id);
  if (!metric) throw new AppError('engine/failed', { reason: `no metric ${id}` });
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
function periodFor(question: MetricQuestion & { at?: CellAddress }, view: View): { start: Day; end: Day } {
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

/** Rows of the files in a period: used by file, left out by reason. Rows without a readable date belong to every period. */
async function rowsIn(
  session: Session,
  store: Store,
  { start, end }: { start: Day; end: Day },
): Promise<Pick<Explanation, 'leftOut' | 'sources'>> {
  const byReason = new Map<number, { rows: number; worthMinor: number }>();
  const sources: Explanation['sources'] = [];
  for (const card of session.counting()) {
    const [all, counted] = [session.batches.get(card.id), session.counted(card.id)];
    // Files of other kinds than orders are in no figure yet.
    if (!all || !counted) continue;
    const used = rowsWithin(counted, start, end);
    const elsewhere = rowsWithin(all, start, end) - used;
    const out = await session.leftOut(store, card.id);
    let left = 0;
    for (let row = 0; row < out.rows; row++) {
      const at = out.day[row]!;
      if (at !== NO_DAY && (at < start || at >= end)) continue;
      left++;
      const sum = byReason.get(out.reason[row]!) ?? { rows: 0, worthMinor: 0 };
      sum.rows++;
      if (!Number.isNaN(out.worthMinor[row]!)) sum.worthMinor += out.worthMinor[row]!;
      byReason.set(out.reason[row]!, sum);
    }
    sources.push({ file: card.name, rows: used + elsewhere + left, used, elsewhere });
  }
  const leftOut = [...byReason].sort(([, a], [, b]) => b.rows - a.rows).map(([code, sum]) => ({ reason: REASONS[code]!, ...sum }));
  return { leftOut, sources };
}

function rowsWithin({ lines }: Batch, start: Day, end: Day): number {
  let rows = 0;
  for (let row = 0; row < lines.rows; row++) if (lines.day[row]! >= start && lines.day[row]! < end) rows++;
  return rows;
}
