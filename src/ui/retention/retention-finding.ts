import type { Answer, Why } from '../../terms/answer';
import { isAbsent } from '../../terms/answer';
import { fractionWord, type FractionCode } from '../reading/fraction-word';
import { pickedPoint, retentionTrend, type TrendPoint } from '../reading/retention-trend';
import { FEW } from '../reading/words';

/** What the retention page opens with. */
export type RetentionFinding =
  | { kind: 'span'; typical: TrendPoint; word: FractionCode | null; first: TrendPoint; picked: TrendPoint; lowest: TrendPoint }
  /** Too few periods for a course: the picked one alone. */
  | { kind: 'one'; point: TrendPoint }
  | { kind: 'few'; point: TrendPoint }
  | { kind: 'none'; why: Why };

/** Periods that it takes to speak of a course. */
const COURSE = 3;

/**
 * The course of retention over the complete periods with enough customers: what is usual (the middle period, so that a link can open it), how it
 * began, the picked one and the lowest.
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
  return { kind: 'span', typical, word: fractionWord(typical.rate), first: told[0]!, picked, lowest: byRate[0]! };
}
