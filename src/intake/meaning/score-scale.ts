import type { Scale } from '../../terms/plan';
import { headerWords } from '../cells/header-words';

/** Lowest and highest point of a scale; null for text. */
export function endsOf(scale: Scale): { low: number; high: number } | null {
  const ends = /^(\d+)-(\d+)$/.exec(scale);
  return ends ? { low: Number(ends[1]), high: Number(ends[2]) } : null;
}

/** Whether a number lies on a scale. */
export function isOnScale(value: number, scale: Scale): boolean {
  const ends = endsOf(scale);
  return ends !== null && value >= ends.low && value <= ends.high;
}

/** What is taken of a question's scale, and what else it could be. */
export interface ScaleGuess {
  scale: Scale;
  ask: boolean;
  /** The likeliest first. */
  fits: Scale[];
}

/** Asked of the 0 to 10 question only. */
const RECOMMENDS = /recommend|\bnps\b|promoter|likely.{0,30}\b(?:tell|refer)|weiterempf|推荐|推薦|介绍给|介紹給/i;
const SATISFIES =
  /satisf|\bcsat\b|\bces\b|happy|zufrieden|满意|滿意|\bstars?\b|sterne|étoile|星|\brat(?:e|ing)\b|评分|評分|bewert|\bagree|同意|effort|easy|quality|质量|品質|态度|態度/i;
const ENDS = /(?:^|\D)([01])\s*(?:-|–|—|~|～|\bto\b|\bthrough\b|\bbis\b|\bà\b|至|到)\s*(10|7|6|5|4|100)(?!\d)/i;
const NAMED: Readonly<Record<string, Scale>> = {
  '0-10': '0-10',
  '1-10': '1-10',
  '1-7': '1-7',
  '1-6': '1-6',
  '1-5': '1-5',
  '1-4': '1-4',
  '0-5': '0-5',
  '0-100': '0-100',
};
/** Share of the answers that a scale must hold: a few are typing errors, or codes such as 99 for "does not know". */
const NEARLY_ALL = 0.98;
/** With fewer answers nothing follows from values that nobody gave. */
const ENOUGH = 10;

/**
 * The scale of a question from its wording and from the answers that were given.
 *
 * @param counts  how many answers gave each number
 * @param outOf   highest point that the cells name, as in 4/5; 0 when they do not
 */
export function guessScale(name: string, counts: ReadonlyMap<number, number>, outOf = 0): ScaleGuess {
  // `nps_score` and `NPSScore` are words too.
  const question = `${name} ${headerWords(name)}`;
  const given = new Given(counts);
  const named = namedScale(question) ?? scaleOutOf(outOf, given);
  if (named && given.share(named) >= 0.9) {
    const low = (named === '0-10' || named === '1-10') && given.within(5) && given.total >= ENOUGH;
    return { scale: named, ask: low, fits: low ? [named, given.zero ? '0-5' : '1-5'] : [named] };
  }
  if (given.total === 0) return RECOMMENDS.test(question) ? sure('0-10') : sure('1-5');
  if (given.within(5)) return toFive(question, given);
  if (given.within(7)) return toSeven(question, given);
  if (given.within(10)) return toTen(question, given);
  return given.within(100) && (RECOMMENDS.test(question) || SATISFIES.test(question)) ? sure('0-100') : sure('text');
}

function sure(scale: Scale, ...others: Scale[]): ScaleGuess {
  return { scale, ask: false, fits: [scale, ...others] };
}

function unsure(scale: Scale, ...others: Scale[]): ScaleGuess {
  return { scale, ask: true, fits: [scale, ...others] };
}

function toFive(question: string, { zero }: Given): ScaleGuess {
  // A question of 0 to 10 to which nobody gave more than 5 is more often one of 1 to 5 by another name.
  if (RECOMMENDS.test(question)) return zero ? unsure('0-10', '0-5') : unsure('0-10', '1-5');
  return zero ? unsure('0-5', '0-10') : sure('1-5', '1-7', '1-10', '0-10');
}

function toSeven(question: string, { zero, total }: Given): ScaleGuess {
  if (RECOMMENDS.test(question)) return zero || total < ENOUGH ? sure('0-10', '1-7') : unsure('0-10', '1-7', '1-10');
  if (zero) return unsure('0-10', '1-7');
  return SATISFIES.test(question) ? sure('1-7', '1-10', '0-10') : unsure('1-7', '1-10', '0-10');
}

function toTen(question: string, { zero, ones }: Given): ScaleGuess {
  if (zero) return sure('0-10');
  // Who may answer 0 seldom all stop at 1.
  if (RECOMMENDS.test(question)) return ones > 1 ? unsure('0-10', '1-10') : sure('0-10', '1-10');
  return SATISFIES.test(question) ? sure('1-10', '0-10') : unsure('0-10', '1-10');
}

function namedScale(question: string): Scale | null {
  const ends = ENDS.exec(question.normalize('NFKC'));
  return ends ? (NAMED[`${ends[1]}-${ends[2]}`] ?? null) : null;
}

function scaleOutOf(outOf: number, { zero }: Given): Scale | null {
  return outOf === 0 ? null : (NAMED[`${zero ? 0 : 1}-${outOf}`] ?? NAMED[`0-${outOf}`] ?? null);
}

/** The numbers that were given to a question. */
class Given {
  readonly total: number;
  readonly ones: number;
  readonly #counts: ReadonlyMap<number, number>;

  constructor(counts: ReadonlyMap<number, number>) {
    this.#counts = counts;
    this.total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    this.ones = counts.get(1) ?? 0;
  }

  /** Whether 0 is among the answers, and not once by mistake. */
  get zero(): boolean {
    const zeros = this.#counts.get(0) ?? 0;
    return zeros > 0 && zeros > this.total * (1 - NEARLY_ALL);
  }

  /** Whether nearly all answers are numbers from 0 to `high`. */
  within(high: number): boolean {
    return this.#among((value) => value >= 0 && value <= high) >= NEARLY_ALL;
  }

  share(scale: Scale): number {
    return this.#among((value) => isOnScale(value, scale));
  }

  #among(test: (value: number) => boolean): number {
    let count = 0;
    for (const [value, rows] of this.#counts) if (test(value)) count += rows;
    return this.total === 0 ? 1 : count / this.total;
  }
}
