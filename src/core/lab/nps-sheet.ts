import type { Interval } from '../../terms/answer';
import { npsInterval, npsOfCounts, type NpsFigure } from '../metrics/voice/nps-figure';

/** Answers to "how likely are you to recommend us?" on 0–10, by group. */
export interface NpsNumbers {
  promoters: number;
  passives: number;
  detractors: number;
}

export type NpsSheet = NpsFigure & { interval: Interval | null };

/** The net promoter score of typed counts; null when nobody answered, or a count is no count. */
export function npsSheet({ promoters, passives, detractors }: NpsNumbers): NpsSheet | null {
  const counts = [promoters, passives, detractors];
  if (!counts.every((count) => Number.isInteger(count) && count >= 0) || counts.every((count) => count === 0)) return null;
  const figure = npsOfCounts(promoters, passives, detractors);
  return { ...figure, interval: npsInterval(figure) };
}
