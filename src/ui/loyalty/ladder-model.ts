import { isTable, type Answer } from '../../terms/answer';
import { numberIn, tableRecords } from '../reading/table-records';

/** One rung of `order-ladder` as the page reads it. */
export interface LadderRung {
  step: number;
  atRisk: number;
  followed: number;
  again: number;
  share: number | null;
  likely: number | null;
  low: number | null;
  high: number | null;
  medianWait: number | null;
}

/** The rungs, lowest first. */
export function ladderRungs(answer: Answer): LadderRung[] {
  if (!isTable(answer)) return [];
  return tableRecords(answer, answer.rows).map((record) => {
    const orNull = (key: string) => (typeof record[key] === 'number' ? record[key] : null);
    return {
      step: numberIn(record, 'step'),
      atRisk: numberIn(record, 'at-risk'),
      followed: numberIn(record, 'followed'),
      again: numberIn(record, 'again'),
      share: orNull('share'),
      likely: orNull('likely'),
      low: orNull('low'),
      high: orNull('high'),
      medianWait: orNull('median-wait'),
    };
  });
}

/** The highest rung that rests on enough customers to be spoken of; null when that is the first one at best. */
export function topRung(rungs: readonly LadderRung[], enough: number): LadderRung | null {
  return rungs.findLast((rung) => rung.step > 1 && rung.atRisk >= enough && rung.likely !== null) ?? null;
}
