import { NO_DAY } from '../../core/columns/batch';
import { FLAG_UNKNOWN } from '../../core/columns/records';
import { FIELDS, type RecordKind } from '../../terms/fields';
import { markInUse } from '../meaning/decimal-marks';
import type { ImportPlan } from '../../terms/plan';
import type { Remark } from '../../terms/preview';
import { armOf, HELD_OUT_ARM } from '../cells/arm-words';
import { birthdaysOf } from '../records/build-records';
import { columnRemark } from './column-remark';
import { flagColumn } from '../cells/flag-column';
import type { RecordInterpretation } from '../records/interpret-records';
import { movementOf, TAKES_OFF } from '../cells/movement-words';
import { BAD } from '../cells/number-column';
import type { Readings } from '../cells/readings';
import { daysOf, openDays } from '../meaning/record-dates';
import { emptyRemark, remark, remarkOn, rowsWith } from './remark-of';
import { questionRemark } from './question-remark';
import { tierSpellings } from '../cells/tier-spellings';

/** The one thing about a column of records that the user should know, or null. Sentences stand in i18n under `remark.<code>`. */
export function recordRemark(readings: Readings, read: RecordInterpretation, index: number): Remark | null {
  const { plan } = read;
  const role = plan.roles[index]!;
  if (role === 'order' || role === 'customer') return columnRemark(readings, plan, index);
  if (role === 'score') return questionRemark(readings, read, index);
  if (role === 'tier') return tierRemark(readings, index);
  if (role === 'birthday') return birthdayRemark(readings, plan, index);
  if (role === 'movement') return movementRemark(readings, index);
  if (role === 'points') return pointsRemark(readings, plan, index);
  if (role === 'arm') return armRemark(readings, index);
  if (role === 'customer-name' && plan.roles.filter((other) => other === role).length > 1) return remark('names-joined');
  const field = FIELDS[plan.kind as RecordKind].find((one) => one.role === role);
  if (field?.type === 'day') return dayRemark(readings, plan, index);
  if (field?.type === 'flag') return flagRemark(readings, plan, index);
  if (field?.type === 'number') return numberRemark(readings, plan, index);
  return role === 'ignore' ? null : emptyRemark(readings, index);
}

function dayRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const blank = readings.blanks(index);
  const first = blank.indexOf(0);
  const example = first < 0 ? '' : readings.table.columns[index]!.texts.get(first);
  if (openDays(readings, plan).includes(index)) return remark('dates-two-ways', { example }, true);
  const days = daysOf(readings, plan, index);
  const bad = rowsWith(readings, index, (code) => days[code] === NO_DAY && !blank[code]);
  return bad.count > 0 ? remarkOn('dates-unreadable', bad) : emptyRemark(readings, index);
}

function birthdayRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  if (openDays(readings, plan).includes(index)) return dayRemark(readings, plan, index);
  const days = birthdaysOf(readings, plan, index);
  const blank = readings.blanks(index);
  const none = rowsWith(readings, index, (code) => days[code] === NO_DAY && !blank[code]);
  return none.count > 0 ? remarkOn('birthday-nobody', none) : emptyRemark(readings, index);
}

function numberRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const { state, wrapping } = readings.numbers(index, markInUse(readings, plan));
  const bad = rowsWith(readings, index, (code) => state[code] === BAD);
  if (bad.count > 0) return remarkOn('numbers-unreadable', bad);
  return wrapping ? remark('numbers-wrapped', { text: `${wrapping.before}…${wrapping.after}` }) : emptyRemark(readings, index);
}

function flagRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const { texts } = readings.table.columns[index]!;
  const blank = readings.blanks(index);
  const { values, timed, blankIsNo } = flagColumn(texts, blank, daysOf(readings, plan, index), plan.roles[index]!);
  const unknown = rowsWith(readings, index, (code) => values[code] === FLAG_UNKNOWN && !blank[code]);
  if (unknown.count > 0) return remarkOn('flag-unknown', unknown);
  if (blankIsNo) return remark(timed ? 'flag-times' : 'flag-blank');
  return emptyRemark(readings, index);
}

/** Spellings are kept as they are: whether two names are one tier is for the shop to say. */
function tierRemark(readings: Readings, index: number): Remark | null {
  const { texts } = readings.table.columns[index]!;
  const blank = readings.blanks(index);
  const counts = readings.counts(index);
  const names = Array.from(counts, (rows, code) => ({ code, rows }))
    .filter(({ code }) => !blank[code])
    .map(({ code, rows }) => ({ name: texts.get(code).trim(), rows }));
  const alike = tierSpellings(names);
  return alike.length === 0
    ? emptyRemark(readings, index)
    : remark('tiers-alike', { example: alike.map((group) => group.join(', ')).join('; ') });
}

function movementRemark(readings: Readings, index: number): Remark | null {
  const { texts } = readings.table.columns[index]!;
  const blank = readings.blanks(index);
  const sorts = Array.from({ length: texts.size }, (_, code) => (blank[code] ? 'adjust' : movementOf(texts.get(code))));
  const unknown = rowsWith(readings, index, (code) => sorts[code] === null);
  if (unknown.count > 0) return remarkOn('movement-unknown', unknown);
  const off = rowsWith(readings, index, (code) => TAKES_OFF.some((sort) => sort === sorts[code]));
  if (off.count > 0) return remark('movement-takes-off', { example: off.cells.slice(0, 3).join(', ') });
  const pending = rowsWith(readings, index, (code) => sorts[code] === 'pending');
  return pending.count > 0 ? remark('movement-pending', { example: pending.cells[0] ?? '' }) : emptyRemark(readings, index);
}

function pointsRemark(readings: Readings, plan: ImportPlan, index: number): Remark | null {
  const number = numberRemark(readings, plan, index);
  if (plan.roles.includes('movement') || number?.code === 'numbers-unreadable') return number;
  const { mantissa } = readings.numbers(index, markInUse(readings, plan));
  return mantissa.some((value) => value < 0) ? remark('points-signed') : number;
}

function armRemark(readings: Readings, index: number): Remark | null {
  const { texts } = readings.table.columns[index]!;
  const blank = readings.blanks(index);
  const out = rowsWith(readings, index, (code) => !blank[code] && armOf(texts.get(code)) === HELD_OUT_ARM);
  return out.count > 0 ? remark('held-out', { example: out.cells[0] ?? '' }) : emptyRemark(readings, index);
}
