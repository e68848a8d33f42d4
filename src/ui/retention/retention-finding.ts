import type { Answer, Why } from '../../terms/answer';
import { isAbsent } from '../../terms/answer';
import { fractionWord, type FractionCode } from '../reading/fraction-word';
import { pickedPoint, retentionTrend, type TrendPoint } from '../reading/retention-trend';
import { FEW } from '../reading/words';

/** What the retention page opens with. */
export type RetentionFinding =
  | {
      kind: 'span';
      typical: TrendPoint;
      word: FractionCode | null;
      first: TrendPoint;
      picked: TrendPoint;
      /** null where the lowest share rests on too few to be spoken of. */
      lowest: TrendPoint | null;
    }
  /** Too few periods for a course: the picked one alone. */
  | { kind: 'one'; point: TrendPoint }
  | { kind: 'few'; point: TrendPoint }
  | { kind: 'none'; why: Why };

/** Periods that it takes to speak of a course. */
const COURSE = 3;
/** Customers that a lowest share must rest on: with fewer it is chance. */
const ENOUGH = 30;

/**
 * The course of retention over the complete periods with enough customers: what is usual (the middle period, so that a link can open it), how it
 * began, the picked one and the lowest. Where the middle one is nobody there is no course to speak of, and the picked period stands alone.
 */
export function retentionFinding(answer: Answer, pick: string): RetentionFinding {
  const points = retentionTrend(answer);
  const picked = pickedPoint(points, pick);
  if (!picked) return { kind: 'none', why: isAbsent(answer) ? answer.why : 'no-complete-period' };
  if (picked.base < FEW) return { kind: 'few', point: picked };
  const told = points.filter((p) => p.complete && p.base >= FEW);
  if (told.length < COURSE) return { kind: 'one', point: picked };
  const byRate = [...told].sort((a, b) => a.rate - b.rate);
  const typical = byRate[Math.floor((byRate.length - 1) / 2)]!;
  if (typical.returned === 0) return { kind: 'one', point: picked };
  const lowest = byRate[0]!;
  const isTold = lowest.base >= ENOUGH;
  return { kind: 'span', typical, word: fractionWord(typical.rate), first: told[0]!, picked, lowest: isTold ? lowest : null };
}
