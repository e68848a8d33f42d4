import { i18n } from '../../i18n/i18n.svelte';
import type { Explanation, MetricCard } from '../../engine/protocol';
import type { Scalar, Unit } from '../../terms/answer';
import { dayFromIso, periodOf, periodStart } from '../../terms/day';
import type { Currency } from '../../terms/money';
import { pairName } from '../goods/pair-name';
import type { CohortKind } from '../retention/cohort-ask';
import { aheadTitle } from './ahead-title';
import { amongName, byName, segmentName } from './segment-words';
import { periodBare, periodLong } from './words';
import { rowOfTest } from '../trust/row-of-test';

/** A value with its unit, as it stands in the drawer. */
export function valueText(value: number, unit: Unit, currency: Currency): string {
  if (unit === 'money') return i18n.format.money(value, currency);
  if (unit === 'ratio') return i18n.format.percent(value);
  if (unit === 'days' || unit === 'hours')
    return i18n.t(`count.${unit}`, { count: Number.isInteger(value) ? value : i18n.format.count(value, 1) });
  if (unit === 'orders-per-customer' || unit === 'times') return i18n.format.count(value, 2);
  if (unit === 'number') return i18n.format.count(value, Number.isInteger(value) ? 0 : 2);
  return i18n.format.count(value);
}

/** The inputs that a figure divides, or null when it divides nothing (or more than one by one). */
export function fractionOf(
  { id, fraction }: Pick<MetricCard, 'id' | 'fraction'>,
  figure: Scalar,
): { over: Scalar['inputs'][number]; under: Scalar['inputs'][number] } | null {
  const has = (key: string) => figure.inputs.find((input) => input.key === key);
  const [whole, part] = figure.inputs;
  if (id === 'contact-response' && whole && part) return { over: part, under: whole };
  if (has('all-lapsed') && has('lapsed')) return { over: has('lapsed')!, under: has('all-lapsed')! };
  const keys = id === 'retention-by-cohort' ? cohortFraction(figure) : fraction;
  const [over, under] = [has(keys?.[0] ?? ''), has(keys?.[1] ?? '')];
  return over && under ? { over, under } : null;
}

/** What a cell of the cohort table divides follows from what it measures. */
function cohortFraction({ inputs }: Scalar): [over: string, under: string] {
  const has = (key: string) => inputs.some((input) => input.key === key);
  if (has('first-revenue')) return ['net-revenue', 'first-revenue'];
  if (has('first-orders')) return ['orders', 'first-orders'];
  return has('net-revenue') ? ['net-revenue', 'size'] : ['active', 'size'];
}

/** The input whose customers the drawer lists: the upper one of a fraction, else the first that counts customers. */
export function listedInput(card: Pick<MetricCard, 'id' | 'fraction'>, figure: Scalar): Scalar['inputs'][number] | null {
  const fraction = fractionOf(card, figure);
  if (fraction?.over.unit === 'customers') return fraction.over;
  return figure.inputs.find((input) => input.unit === 'customers') ?? null;
}

/** Whether an input counts records, which the drawer lists line by line. */
export function isRecordUnit(unit: Unit): boolean {
  return unit === 'answers' || unit === 'movements' || unit === 'cases' || unit === 'messages';
}

/** The input whose records the drawer lists: the one that was asked for, else the upper one of a fraction, else the first that counts some. */
export function listedRecords(card: Pick<MetricCard, 'id' | 'fraction'>, figure: Scalar, asked: string): Scalar['inputs'][number] | null {
  const listed = figure.inputs.filter(({ unit, value }) => isRecordUnit(unit) && value > 0);
  const over = fractionOf(card, figure)?.over;
  return listed.find(({ key }) => key === asked) ?? listed.find((input) => input === over) ?? listed[0] ?? null;
}

/** Name of a metric; its id where no words exist, which a test forbids. */
export function metricName(id: string): string {
  const key = `metric.${id}.name`;
  return i18n.has(key) ? i18n.t(key) : id;
}

/** Words for an input of a figure, with its periods named where that says more. */
export function inputName(key: string, { card, period, view, figure }: Explanation): string {
  if (
    card.id === 'customer-retention-rate' &&
    figure.value !== null &&
    (key === 'base' || key === 'returned') &&
    isPeriodNamed(period, view)
  ) {
    const names = periodNames(period.start, view);
    return i18n.t(key === 'base' ? 'how.bought-in' : 'how.bought-in-both', names);
  }
  if (card.id === 'churn-rate' && figure.value !== null && (key === 'base' || key === 'lapsed')) {
    const days = figure.inputs.find((input) => input.key === 'lapse-days')?.value ?? 0;
    return i18n.t(key === 'base' ? 'how.churn.base' : 'how.churn.lapsed', { days: i18n.t('count.days', { count: days }) });
  }
  const name = `input.${key}`;
  return i18n.has(name) ? i18n.t(name) : key;
}

/** Where the words for the columns of a table stand, when not under `column`. */
const CELLS: Record<string, string> = {
  'life-cycle': 'overview.cell',
  'retention-by-segment': 'breakdown.cell',
  'contact-response': 'service.cell',
};

/** What a figure that divides nothing is called beside its value: its one input where that is the same number, else itself. */
export function plainName(explanation: Explanation, figure: Scalar): string {
  const [first] = figure.inputs;
  if (first && first.value === figure.value && first.unit !== 'money') return inputName(first.key, explanation);
  const column = `${CELLS[explanation.card.id] ?? 'column'}.${explanation.at?.column ?? ''}`;
  return i18n.has(column) ? i18n.t(column) : metricName(explanation.card.id);
}

/** What the drawer is about, in one line. */
export function drawerTitle(explanation: Explanation): string {
  return amongName(titleOf(explanation), explanation.question.among);
}

function titleOf(explanation: Explanation): string {
  const { card, at, question, period, view } = explanation;
  const grain = view.grain;
  const day = dayFromIso(at?.row ?? '');
  if (card.id === 'retention-by-cohort' && at) return cohortTitle(at, day, explanation);
  if (card.id === 'retention-by-segment' && at) return segmentTitle(at, explanation);
  if ((card.id === 'survival-by-segment' || card.id === 'survival-curve') && at) return survivalTitle(at, explanation);
  if ((card.id === 'order-gap-curve' || card.id === 'lapse-error-curve') && at)
    return i18n.t('how.title.of-period', { name: metricName(card.id), period: i18n.t('count.days', { count: Number(at.row) }) });
  if ((card.id === 'basket-affinity' || card.id === 'next-category') && at)
    return i18n.t('how.title.of-period', {
      name: metricName(card.id),
      period: pairName(at.row, card.id === 'next-category' ? '→' : '+', explanation.rowItems),
    });
  if (card.id === 'life-cycle' && at && day !== null) {
    const column = `overview.cell.${at.column}`;
    return i18n.t('how.title.of-period', { name: i18n.has(column) ? i18n.t(column) : metricName(card.id), period: periodLong(day, grain) });
  }
  if (card.id === 'customer-retention-rate' && (question.params?.period || at))
    return i18n.t('how.title.retention', periodNames(period.start, view));
  if (card.id === 'order-ladder' && at) return i18n.t('how.title.ladder', { n: Number(at.row), next: Number(at.row) + 1 });
  if (card.id === 'contact-response' && at && at.row !== 'all-campaigns')
    return i18n.t('how.title.of-period', { name: metricName(card.id), period: at.row === '' ? i18n.t('service.contact.unnamed') : at.row });
  const tested = at ? rowOfTest(card.id, at.row, period.end) : null;
  if (tested !== null) return i18n.t('how.title.of-period', { name: metricName(card.id), period: tested });
  const row = `row.${at?.row ?? ''}`;
  if (card.shape === 'table' && i18n.has(row)) return i18n.t('how.title.of-period', { name: metricName(card.id), period: i18n.t(row) });
  if (question.params?.period) return i18n.t('how.title.of-period', { name: metricName(card.id), period: periodLong(period.start, grain) });
  const { figure } = explanation;
  return (card.shape === 'scalar' && figure.value !== null && aheadTitle(metricName(card.id), figure)) || metricName(card.id);
}

function segmentTitle(at: { row: string; column: string }, { question }: Explanation): string {
  const cell = `breakdown.cell.${at.column}`;
  const segment = at.row === 'total' ? i18n.t('row.total') : segmentName({ by: String(question.params?.by ?? ''), segment: at.row });
  return i18n.t('how.title.of-period', { name: segment, period: i18n.has(cell) ? i18n.t(cell) : at.column });
}

/** Of a group: what had become of it by a day, or how many of it there are. */
function survivalTitle(at: { row: string; column: string }, { question, card }: Explanation): string {
  const { by = '', until = 'second-order', segment = 'total' } = question.params ?? {};
  const [, marked] = /-(\d+)$/.exec(at.column) ?? [];
  const isCurve = card.id === 'survival-curve';
  const days = i18n.t('count.days', { count: Number(isCurve ? at.row : (marked ?? 0)) });
  const end = until === 'silence' ? 'silence' : 'second-order';
  const title = at.column.startsWith('at-risk')
    ? i18n.t('survival.cell.at-risk', { days })
    : isCurve || marked
      ? i18n.t(`survival.cell.${end}`, { days })
      : at.column.startsWith('median')
        ? i18n.t(`survival.cell.median.${end}`)
        : i18n.t('survival.cell.customers');
  const group = String(isCurve ? segment : at.row);
  return group === 'total'
    ? title
    : i18n.t('breakdown.among', { title, by: byName(String(by)), segment: segmentName({ by: String(by), segment: group }) });
}

function cohortTitle(at: { row: string; column: string }, day: number | null, { view, period, card, question }: Explanation): string {
  const k = Number(/^p(\d+)$/.exec(at.column)?.[1] ?? 0);
  const { kind = 'exact', clock } = question.params ?? {};
  if (k > 0 && (kind !== 'exact' || clock)) {
    const slots = { k, kind: i18n.t(`retention.kind.${kind as CohortKind}`) };
    return day === null
      ? i18n.t('how.title.all-cohorts-cell', slots)
      : i18n.t('how.title.cohort-cell', { ...slots, cohort: periodLong(day, view.grain) });
  }
  const counted = i18n.t(`reading.counted.${view.grain}`);
  if (day === null) return k > 0 ? i18n.t('how.title.all-cohorts', { k, counted }) : metricName(card.id);
  const cohort = periodLong(day, view.grain);
  return k > 0
    ? i18n.t('how.title.cohort', { cohort, period: periodLong(period.start, view.grain) })
    : i18n.t('how.title.cohort-size', { cohort });
}

function periodNames(start: number, { grain, calendar }: Explanation['view']) {
  const before = periodStart(periodOf(start, grain, calendar) - 1, grain, calendar);
  return { before: periodLong(before, grain), period: periodLong(start, grain), bare: periodBare(start, grain) };
}

function isPeriodNamed(period: Explanation['period'], { grain, calendar }: Explanation['view']): boolean {
  const ordinal = periodOf(period.start, grain, calendar);
  return periodStart(ordinal, grain, calendar) === period.start && periodStart(ordinal + 1, grain, calendar) === period.end;
}
