import { mostAnswered, scaleEnds, type SurveyQuestion } from './survey-questions';

/** What stands for one measure: the questions that are counted together, and how sure that is. */
export interface PickedQuestions {
  questions: SurveyQuestion[];
  /** Scored records of those questions, ascending. */
  rows: Uint32Array;
  /** No question says in its words that it is the one: the likeliest was taken. */
  guessed: boolean;
}

/** Whether somebody who gives this score speaks for the shop, is neutral, or against it. */
export type Promotion = 'promoter' | 'passive' | 'detractor';

/** 9 and 10 promote, 7 and 8 are passive, the rest detract; on 0–10 and, for want of a better rule, on 1–10. */
export function promotionOf(score: number): Promotion {
  return score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
}

/**
 * The questions whether one would recommend the shop, on 0–10; those on 1–10 apart from them, for the two do not compare.
 *
 * Where no words say so, the 0–10 question with the most answers that is about nothing else stands for it. Several questions that do are
 * counted together, since the same one is worded anew from file to file.
 *
 * @param question  words of the question to take instead, '' for none
 */
export function recommendQuestions(all: readonly SurveyQuestion[], question: string): Record<'zeroToTen' | 'oneToTen', PickedQuestions> {
  const said = all.filter((one) => (question === '' ? one.asks === 'recommend' : one.text === question));
  const [zero, one] = [said.filter(({ scale }) => scale === '0-10'), said.filter(({ scale }) => scale === '1-10')];
  if (question !== '' || zero.length + one.length > 0) return { zeroToTen: picked(zero), oneToTen: picked(one) };
  const guess = mostAnswered(all.filter(({ scale, asks }) => scale === '0-10' && (asks === 'satisfied' || asks === 'else')));
  return { zeroToTen: picked(guess ? [guess] : [], true), oneToTen: picked([]) };
}

/** Scales of which the two highest points are top boxes: 4–5 of five, 6–7 of seven, 9–10 of ten, 3–4 of four. */
export const TOP_TWO_SCALES: readonly string[] = ['1-5', '0-5', '1-7', '1-10', '0-10', '1-4'];

/** Whether a score is one of the two highest of its scale. */
export function isTopTwo(score: number, scale: string): boolean {
  return score >= (scaleEnds(scale)?.high ?? Infinity) - 1;
}

/**
 * The question how satisfied one is: the one with the most answers of those that say so, else of those of five or seven points that are
 * about nothing else. It may have answers on several scales.
 *
 * @param question  words of the question to take instead, '' for none
 */
export function satisfactionQuestions(all: readonly SurveyQuestion[], question: string): PickedQuestions {
  const boxed = all.filter(({ scale }) => TOP_TWO_SCALES.includes(scale));
  if (question !== '') return picked(boxed.filter(({ text }) => text === question));
  const said = mostAnswered(boxed.filter(({ asks }) => asks === 'satisfied'));
  const guess = said ?? mostAnswered(boxed.filter(({ asks, scale }) => asks === 'else' && ['1-5', '0-5', '1-7'].includes(scale)));
  return picked(guess ? boxed.filter(({ text }) => text === guess.text) : [], said === undefined && guess !== undefined);
}

/** The question of one part of the loyalty index, the one with the most answers; none when nobody was asked. */
export function loyaltyQuestion(all: readonly SurveyQuestion[], asks: 'recommend' | 'again' | 'other', question: string): PickedQuestions {
  const fitting = all.filter((one) => scaleEnds(one.scale) !== null && (question === '' ? one.asks === asks : one.text === question));
  const most = mostAnswered(fitting);
  return picked(fitting.filter(({ text }) => text === most?.text));
}

function picked(questions: SurveyQuestion[], guessed = false): PickedQuestions {
  const rows = Uint32Array.from(questions.flatMap((one) => [...one.rows])).sort();
  return { questions, rows, guessed: guessed && questions.length > 0 };
}
