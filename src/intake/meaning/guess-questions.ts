import type { Role } from '../../terms/role';
import type { Preset } from './preset';
import type { RawTable } from '../table/raw-table';
import { dayShare, isNumber, isScored, sampleOf } from './record-evidence';
import { guessScale } from './score-scale';
import { scoreOfCell } from '../cells/score-of-cell';
import { wordPoints } from '../cells/score-words';

const SCORE_NAME =
  /\b(nps|csat|ces|score|rating|rate|satisfaction|satisfied|stars?|recommend|likelihood|promoter)\b|满意|滿意|推荐|推薦|评分|評分|打分|分数|分數|星级|星級|评价|評價|bewertung|zufrieden|empfehl|\bnote\b/;
const TEXT_NAME =
  /\b(comments?|feedback|why|reason|suggest\w*|verbatim|remarks?|review|message|text|opinion|improve)\b|意见|意見|建议|建議|原因|评论|評論|留言|备注|備註|反馈|回饋|感想|kommentar|anmerkung|grund|commentaire|avis|remarque/;
const ASKING =
  /[?？]\s*$|^q\d+\b|^(how|what|why|which|who|when|where|did|do|does|are|is|was|were|would|will|have|please|rate|on a scale|overall|wie|was|warum|welche|bitte|comment|pourquoi|quel)\b|您|你|请问|請問|如何|多大|是否|哪|什么|什麼|怎么|怎麼/i;
/** What survey programs write about the answer and not of it. */
const ABOUT =
  /\b(id|ip|ip address|address|date|time|timestamp|duration|seconds|language|latitude|longitude|browser|device|url|referer|user agent|progress|finished|status|collector|network|token|number|visits|size|person|age|gender|country|city|region|state|zip|company|department|title id|segment|tags?|count|total|amount|weight|version)\b( \d+)?$|^#$|^(seq|no|nr|row)$|序号|序號|编号|編號|来源|來源|总分|總分|所用时间|所用時間|时长|時長|\bip\b/;

/**
 * Gives the columns that are questions of a survey their meaning: a score where the answers stand on a scale, else a text. Of a known
 * program every column is a question that it does not say is something else; of others those whose names ask or are known.
 */
export function guessQuestions(table: RawTable, words: readonly string[], roles: Role[], preset: Preset | null): void {
  const aside = new Set(preset?.aside ?? []);
  const asked = roles.includes('question');
  table.columns.forEach((column, i) => {
    if (roles[i] !== 'ignore' || aside.has(words[i]!)) return;
    const cells = sampleOf(column);
    if (cells.length === 0) return;
    const isQuestion = asked
      ? ANSWER_NAME.test(words[i]!)
      : (preset !== null && preset.kind === 'answers') || isAsked(column.name, words[i]!, cells);
    if (isQuestion && dayShare(cells) < 0.9) roles[i] = isMeasured(column.name, words[i]!, cells) ? 'score' : 'comment';
  });
}

/** Beside a column of questions. */
const ANSWER_NAME =
  /^(answer|answers|response|value|score|rating|answer text|answer value|comment|result)$|回答|答案|评分|評分|分数|分數|antwort|réponse|\bnps\b/;

function isAsked(name: string, words: string, cells: readonly string[]): boolean {
  if (ASKING.test(name.trim())) return true;
  if (ABOUT.test(words)) return false;
  if (SCORE_NAME.test(words) || TEXT_NAME.test(words)) return true;
  // A sentence to which people agree or not.
  return wordPoints(cells) !== null || (words.split(' ').length >= 5 && cells.every((cell) => !isNumber(cell)));
}

/** Whether answers are measured: words of a scale, or numbers that a question could have. */
function isMeasured(name: string, words: string, cells: readonly string[]): boolean {
  if (!isScored(cells)) return false;
  // "Good" and "bad" are all that some people have to say.
  if (wordPoints(cells)) return SCORE_NAME.test(words) || !TEXT_NAME.test(words);
  const counts = new Map<number, number>();
  for (const cell of cells) {
    const score = scoreOfCell(cell, '.');
    if (score) counts.set(score.value, (counts.get(score.value) ?? 0) + 1);
  }
  return guessScale(name, counts).scale !== 'text';
}
