import { isAbsent, isTable, type Absent, type Answer, type Input, type Period, type Scalar } from '../../terms/answer';
import { isoFromDay, type Day } from '../../terms/day';
import type { View } from '../../terms/view';
import type { AnyMetric } from '../metrics/define';
import { lapseWindow } from '../metrics/lapse/lapse-window';
import { chosenPeriod } from '../metrics/periods';
import type { ShopTables } from '../tables/shop-tables';
import type { Among } from './segment-by';
import { segmentsAt, type Segments } from './segments';
import { tablesAmong, type TablesAmong } from './tables-among';

type Params = Record<string, string | number | boolean>;

/** A figure of everybody, and what it was asked with: what its segments are computed from. */
export interface Whole {
  metric: AnyMetric;
  tables: ShopTables;
  view: View;
  params: Params;
  figure: Answer;
}

/**
 * The period that a figure is about: the one asked for, or the one that a metric of periods chose by itself. null for a figure of the
 * view as a whole, which may have a trend all the same. Cost: that of the metric when it was not asked for a period.
 */
export function periodOfFigure({ metric, tables, view, params, figure }: Whole): Period | null {
  if (isAbsent(figure) || isTable(figure) || !figure.trend) return null;
  const period = chosenPeriod(tables.orders, view, params.period as string | undefined);
  if (!period || params.period) return period;
  const asked = metric.compute(tables, view, { ...params, period: isoFromDay(period.start) }) as Answer;
  return isSame(asked, figure) ? period : null;
}

function isSame(a: Answer, b: Scalar): boolean {
  if (isAbsent(a) || isTable(a)) return false;
  return a.value === b.value && a.n === b.n && a.inputs.every((input, i) => input.value === b.inputs[i]?.value);
}

/**
 * The day before which a customer's segment is looked at: the start of the figure's period, so that nobody is in a segment for having
 * stayed. A metric of a lapse window begins with that window, one without a period of its own with the view.
 */
export function splitDay({ view, figure }: Whole, period: Period | null): Day {
  const lapse = isAbsent(figure) || isTable(figure) ? undefined : figure.inputs.find((input) => input.key === 'lapse-days');
  if (lapse) return view.asOf + 1 - lapse.value;
  return period?.start ?? view.from;
}

/**
 * The view in which segments are asked: what the shop as a whole decides for itself (the lapse window) is decided for its parts too, so
 * that they can be compared. Cost: one pass over orders when the window is not chosen.
 */
export function viewOfParts({ tables, view }: Whole): View {
  return view.lapseDays === null ? { ...view, lapseDays: lapseWindow(tables.orders, view).days } : view;
}

/** The tables of each segment, in the order of its keys. Records of nobody known are of the segment `unknown`. */
export function tablesOfSegments(tables: ShopTables, { keys, of }: Segments): TablesAmong[] {
  const size = new Uint32Array(keys.length);
  const place = new Uint32Array(of.length);
  for (let person = 0; person < of.length; person++) place[person] = size[of[person]!]++;
  const persons = Array.from(size, (count) => new Uint32Array(count));
  for (let person = 0; person < of.length; person++) persons[of[person]!]![place[person]!] = person;
  return keys.map((key, at) => tablesAmong(tables, { persons: persons[at]!, place, nobody: key === 'unknown' }));
}

/** The metric of a whole for a part of its tables: with the same parameters, lists of the whole's records, and without a trend. */
export function figureOfPart(whole: Whole, part: TablesAmong, view: View): Scalar | Absent {
  const figure = whole.metric.compute(part, view, whole.params) as Answer;
  if (isTable(figure)) throw new Error(`${whole.metric.id} is a table`);
  if (isAbsent(figure)) return figure;
  const { trend: _, note, variants, ...rest } = figure;
  // The window was handed down, not chosen by anybody.
  const told = note?.startsWith('lapse-') && 'note' in whole.figure ? whole.figure.note : note;
  return {
    ...rest,
    inputs: rest.inputs.map((input) => inWhole(input, part)),
    ...(variants ? { variants: mapped(variants, (one) => ({ ...one, inputs: one.inputs.map((input) => inWhole(input, part)) })) } : {}),
    ...(told ? { note: told } : {}),
  };
}

function mapped(variants: NonNullable<Scalar['variants']>, inWhole: (variant: Scalar) => Scalar): NonNullable<Scalar['variants']> {
  return Object.fromEntries(Object.entries(variants).map(([name, one]) => [name, isAbsent(one) ? one : inWhole(one)]));
}

/** An input with the persons and rows that the whole shop knows. */
function inWhole({ who, records, ...input }: Input, part: TablesAmong): Input {
  const all = records && part.rowsOf(records.kind);
  return {
    ...input,
    ...(who ? { who: who.map((local) => part.personOf(local)).sort() } : {}),
    ...(records && all ? { records: { kind: records.kind, rows: records.rows.map((row) => all[row]!) } } : {}),
  };
}

/** The tables of one segment; those of nobody where there is no such segment. */
export function tablesAmongWhole(whole: Whole, { by, segment }: Among): TablesAmong {
  const segments = segmentsAt(whole.tables, whole.view, by, splitDay(whole, periodOfFigure(whole)));
  const at = segments.keys.indexOf(segment);
  const { tables } = whole;
  if (at < 0) return tablesAmong(tables, { persons: new Uint32Array(0), place: new Uint32Array(tables.persons), nobody: false });
  return tablesOfSegments(tables, segments)[at]!;
}

/** The figure of one segment; absent where that of the whole is. Cost: that of the metric and a few passes. */
export function figureAmong(whole: Whole, among: Among): Scalar | Absent {
  const { figure } = whole;
  if (!isTable(figure) && isAbsent(figure)) return figure;
  return figureOfPart(whole, tablesAmongWhole(whole, among), viewOfParts(whole));
}
