import { NONE } from '../../columns/batch';
import { numbersOf, textsOf, type RecordTable } from '../../tables/record-table';

/**
 * What a question is about, as far as its words tell: whether one would recommend, buy again, buy other products, how easy it was, how
 * satisfied one is, or anything else.
 */
export type Asks = 'recommend' | 'again' | 'other' | 'effort' | 'satisfied' | 'else';

/**
 * Words of questions, in lower case, by what they ask; the first that fits counts. Regular expressions that JavaScript and SQL read alike,
 * so that a twin recognises the same questions.
 */
export const QUESTION_WORDS: readonly (readonly [Exclude<Asks, 'else'>, string])[] = [
  ['recommend', 'recommend|promoter|(^|[^a-z])nps|likely.{0,30}(tell|refer)|weiterempf|推荐|推薦|介绍给|介紹給'],
  ['other', 'other (product|item|service|good)|more products|additional product|cross.?sell|up.?sell|其他|其它|別的|别的'],
  [
    'again',
    '(^|[^a-z])again([^a-z]|$)|repurchase|rebuy|re-order|reorder|come back|return to|再次|再来|再來|再買|再买|复购|複購|回购|回購|继续|繼續',
  ],
  ['effort', '(^|[^a-z])ces([^a-z]|$)|effort|(^|[^a-z])eas(y|ily|e)([^a-z]|$)|费力|費力|容易|轻松|輕鬆'],
  [
    'satisfied',
    'satisf|csat|happy|zufrieden|rating|(^|[^a-z])rated?([^a-z]|$)|review|(^|[^a-z])stars?([^a-z]|$)|满意|滿意|评分|評分|评价|評價|星级|星級',
  ],
];
const PATTERNS = QUESTION_WORDS.map(([asks, words]) => [asks, new RegExp(words)] as const);

/** What a question asks, by its words in English or Chinese (and the commonest German ones). */
export function asksWhat(question: string): Asks {
  const words = question.toLowerCase();
  return PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'else';
}

/** A question on one scale, with all that was answered to it. The same words on another scale are another question. */
export interface SurveyQuestion {
  text: string;
  /** As in terms/plan, `0-10`. */
  scale: string;
  asks: Asks;
  /** Records with a score, ascending. */
  rows: Uint32Array;
}

/**
 * The questions that are answered on a scale, the first of the records first.
 *
 * @param survey  name of the survey to look at, '' for all
 * Cost: one pass over the answers.
 */
export function surveyQuestions(table: RecordTable, survey = ''): SurveyQuestion[] {
  const [questions, scales, scores] = [textsOf(table, 'question'), textsOf(table, 'scale'), numbersOf(table, 'score')];
  if (!questions || !scales || !scores) return [];
  const surveys = textsOf(table, 'survey');
  const wanted = surveys?.texts.indexOf(survey) ?? -1;
  const found = new Map<number, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const [question, scale] = [questions.codes[row]!, scales.codes[row]!];
    if (question === NONE || scale === NONE || Number.isNaN(scores[row]!)) continue;
    if (survey !== '' && (wanted < 0 || surveys!.codes[row] !== wanted)) continue;
    const key = question * scales.texts.length + scale;
    const rows = found.get(key);
    if (rows) rows.push(row);
    else found.set(key, [row]);
  }
  return [...found].map(([key, rows]) => {
    const text = questions.texts[Math.floor(key / scales.texts.length)]!;
    return { text, scale: scales.texts[key % scales.texts.length]!, asks: asksWhat(text), rows: Uint32Array.from(rows) };
  });
}

/** Lowest and highest point of a scale such as `0-10`; null when it is none. */
export function scaleEnds(scale: string): { low: number; high: number } | null {
  const ends = /^(\d+)-(\d+)$/.exec(scale);
  return ends ? { low: Number(ends[1]), high: Number(ends[2]) } : null;
}

/** The question with the most answers, among equals the first; undefined when there is none. */
export function mostAnswered(questions: readonly SurveyQuestion[]): SurveyQuestion | undefined {
  return questions.reduce<SurveyQuestion | undefined>((most, one) => (most && most.rows.length >= one.rows.length ? most : one), undefined);
}
