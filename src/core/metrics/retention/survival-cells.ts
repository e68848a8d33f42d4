import type { Absent, Input, Interval, Scalar } from '../../../terms/answer';
import { timeEnded, timeEndedInterval } from '../../stats/wait-curve';
import { absent, counted, countFigure, measured } from '../figure';
import { shareOn, type LifeGroup, type SurvivalGroups } from './survival-groups';

type Told = Pick<SurvivalGroups, 'until' | 'lapseDays'>;

/** All customers of a group. */
export function begun({ who }: LifeGroup): Input {
  return counted('begun', who);
}

/** Those of them whose end has come, as far as is known. */
export function endedSoFar(group: LifeGroup, { until }: Told): Input {
  const who = those(group, (i) => group.ended[i] === 1);
  return until === 'second-order' ? counted('ordered-again-so-far', who) : counted('once-silent', who);
}

/** How many of them lasted until a day or longer. */
export function atRiskFigure(group: LifeGroup, day: number): Scalar {
  return countFigure(
    'still-followed',
    those(group, (i) => group.days[i]! >= day),
  );
}

/** The day by which half of a group have ordered again, or have once been silent. */
export function medianFigure(group: LifeGroup, told: Told): Scalar | Absent {
  const value = timeEnded(group.curve, 0.5);
  if (value === null) return absent('not-reached');
  const interval = timeEndedInterval(group.curve, 0.5);
  const inputs = [begun(group), endedSoFar(group, told), ...silence(told)];
  return { value, n: group.who.length, ...(interval ? { interval } : {}), inputs, note: noteOf(told) };
}

/** The share of a group on a day, with what became of all of them until then. */
export function shareFigureOn(group: LifeGroup, day: number, told: Told): (Scalar & { interval?: Interval }) | Absent {
  const found = shareOn(group, day, told.until);
  if (!found) return absent('file-too-short');
  const { days, ended } = group;
  const gone = those(group, (i) => ended[i] === 1 && days[i]! <= day);
  const open = those(group, (i) => ended[i] === 0 && days[i]! < day);
  const longer = those(group, (i) => (ended[i] ? days[i]! > day : days[i]! >= day));
  const parts =
    told.until === 'second-order'
      ? [counted('came-back', gone), counted('known-for-less', open), counted('waited-longer', longer)]
      : [counted('gone-silent', gone), counted('followed-for-less', open), counted('not-silent-by', longer)];
  const inputs = [begun(group), ...parts, measured('within-days', day, 'days'), ...silence(told)];
  return { value: found.share, n: group.who.length, ...(found.interval ? { interval: found.interval } : {}), inputs, note: noteOf(told) };
}

function those({ who }: LifeGroup, test: (i: number) => boolean): Uint32Array {
  return who.filter((_, i) => test(i));
}

function silence({ until, lapseDays }: Told): Input[] {
  return until === 'silence' ? [measured('lapse-days', lapseDays, 'days')] : [];
}

function noteOf({ until }: Told): string {
  return until === 'second-order' ? 'ladder-censored' : 'silence-censored';
}

/** An end of a figure's range as a figure of its own. */
export function endOf(figure: Scalar | Absent, end: string): Scalar | Absent {
  if (figure.value === null || (end !== 'low' && end !== 'high')) return figure;
  const value = figure.interval?.[end];
  return value === undefined ? absent('too-few') : { ...figure, value };
}
