import { headerWords } from './header-words';

/** Words of a scale from its lowest point up; several words of one point stand together. */
interface WordScale {
  points: readonly (readonly string[])[];
}

// prettier-ignore
const WORD_SCALES: readonly WordScale[] = [
  { points: [
    ['strongly disagree', 'completely disagree', 'totally disagree', 'disagree strongly', '非常不同意', '完全不同意', '强烈不同意', '強烈不同意', '很不同意', 'stimme überhaupt nicht zu', 'pas du tout d accord'],
    ['disagree', 'somewhat disagree', 'tend to disagree', 'moderately disagree', '不同意', '比较不同意', '比較不同意', '不太同意', 'stimme nicht zu', 'stimme eher nicht zu', 'pas d accord', 'plutôt pas d accord'],
    ['neutral', 'neither agree nor disagree', 'neither', 'undecided', '中立', '一般', '普通', '无所谓', '無所謂', '没意见', '沒意見', '不确定', '不確定', 'teils teils', 'ni d accord ni pas d accord', 'neutre'],
    ['agree', 'somewhat agree', 'tend to agree', 'moderately agree', '同意', '比较同意', '比較同意', 'stimme zu', 'stimme eher zu', 'd accord', 'plutôt d accord'],
    ['strongly agree', 'completely agree', 'totally agree', 'agree strongly', '非常同意', '完全同意', '强烈同意', '強烈同意', '很同意', 'stimme voll zu', 'stimme voll und ganz zu', 'tout à fait d accord'],
  ] },
  { points: [
    ['strongly disagree'], ['disagree'], ['somewhat disagree', 'slightly disagree'], ['neither agree nor disagree', 'neutral', 'undecided'], ['somewhat agree', 'slightly agree'], ['agree'], ['strongly agree'],
  ] },
  { points: [
    ['very dissatisfied', 'very unsatisfied', 'extremely dissatisfied', 'completely dissatisfied', 'highly dissatisfied', 'very unhappy', '非常不满意', '非常不满', '很不满意', '很不满', '十分不满意', '非常不滿意', '很不滿意', '非常不滿', 'sehr unzufrieden', 'très insatisfait', 'pas du tout satisfait'],
    ['dissatisfied', 'unsatisfied', 'somewhat dissatisfied', 'moderately dissatisfied', 'slightly dissatisfied', 'unhappy', '不满意', '不太满意', '比较不满意', '不满', '不滿意', '不太滿意', '比較不滿意', 'unzufrieden', 'eher unzufrieden', 'insatisfait', 'plutôt insatisfait', 'pas satisfait'],
    ['neutral', 'neither satisfied nor dissatisfied', 'neither', 'ok', 'okay', 'average', '一般', '中立', '普通', '尚可', '还可以', '還可以', '还行', '還行', 'neutre', 'weder noch', 'teils teils', 'ni satisfait ni insatisfait'],
    ['satisfied', 'somewhat satisfied', 'moderately satisfied', 'happy', '满意', '比较满意', '滿意', '比較滿意', 'zufrieden', 'eher zufrieden', 'satisfait', 'plutôt satisfait'],
    ['very satisfied', 'extremely satisfied', 'completely satisfied', 'highly satisfied', 'very happy', '非常满意', '很满意', '十分满意', '非常滿意', '很滿意', '十分滿意', 'sehr zufrieden', 'très satisfait', 'tout à fait satisfait'],
  ] },
  { points: [
    ['very unlikely', 'extremely unlikely', 'not at all likely', 'definitely not', 'definitely would not', '非常不可能', '很不可能', '完全不可能', '肯定不会', '一定不会', '肯定不會', '一定不會', '绝对不会', '絕對不會', 'sehr unwahrscheinlich', 'très improbable'],
    ['unlikely', 'not so likely', 'slightly likely', 'not very likely', 'somewhat unlikely', 'probably not', 'probably would not', '不可能', '不太可能', '可能不会', '可能不會', '应该不会', '應該不會', 'unwahrscheinlich', 'improbable'],
    ['neutral', 'neither likely nor unlikely', 'somewhat likely', 'moderately likely', 'might or might not', 'maybe', 'not sure', '不确定', '不確定', '一般', '也许', '也許', '说不定', '說不定', 'vielleicht', 'peut être'],
    ['likely', 'very likely', 'probably', 'probably would', '可能', '比较可能', '比較可能', '可能会', '可能會', '应该会', '應該會', 'wahrscheinlich', 'probable'],
    ['extremely likely', 'definitely', 'definitely would', 'certain', 'certainly', '非常可能', '很可能', '极有可能', '極有可能', '肯定会', '一定会', '肯定會', '一定會', 'sehr wahrscheinlich', 'très probable'],
  ] },
  { points: [
    ['very unlikely'], ['unlikely', 'somewhat unlikely'], ['neutral', 'neither likely nor unlikely', 'neither'], ['likely', 'somewhat likely'], ['very likely'],
  ] },
  { points: [
    ['very poor', 'very bad', 'terrible', 'awful', 'horrible', 'unacceptable', '非常差', '很差', '极差', '極差', '糟糕', 'sehr schlecht', 'très mauvais'],
    ['poor', 'bad', 'below average', '差', '较差', '較差', '不好', 'schlecht', 'mauvais'],
    ['fair', 'average', 'ok', 'okay', 'acceptable', 'neutral', '一般', '中', '中等', '普通', '还行', '還行', '尚可', 'mittel', 'durchschnittlich', 'moyen'],
    ['good', 'above average', '好', '较好', '較好', '不错', '不錯', '良好', 'gut', 'bon', 'bien'],
    ['excellent', 'very good', 'great', 'outstanding', '非常好', '很好', '极好', '極好', '优秀', '優秀', '优', '優', 'sehr gut', 'ausgezeichnet', 'très bon', 'très bien'],
  ] },
  { points: [
    ['poor'], ['fair'], ['good'], ['very good'], ['excellent'],
  ] },
  { points: [
    ['never', '从不', '從不', '从来不', '從來不', 'nie', 'jamais'], ['rarely', 'seldom', '很少', '偶尔不', 'selten', 'rarement'], ['sometimes', 'occasionally', '有时', '有時', '偶尔', '偶爾', 'manchmal', 'parfois'],
    ['often', 'usually', 'frequently', '经常', '經常', '常常', '通常', 'oft', 'souvent'], ['always', '总是', '總是', '一直', '每次', 'immer', 'toujours'],
  ] },
  { points: [
    ['very difficult', 'extremely difficult', '非常困难', '非常困難', '很难', '很難', 'sehr schwierig', 'très difficile'], ['difficult', 'somewhat difficult', '困难', '困難', '比较难', '比較難', 'schwierig', 'difficile'],
    ['neutral', 'neither easy nor difficult', 'neither', '一般', '普通'], ['easy', 'somewhat easy', '容易', '比较容易', '比較容易', '简单', '簡單', 'einfach', 'facile'], ['very easy', 'extremely easy', '非常容易', '很容易', '非常简单', '非常簡單', 'sehr einfach', 'très facile'],
  ] },
];

/** What people choose who do not want to answer. */
// prettier-ignore
const NO_ANSWER = new Set([
  'not applicable', 'n a', 'na', 'don t know', 'dont know', 'do not know', 'no opinion', 'prefer not to say', 'prefer not to answer', 'no answer', 'not answered', 'skipped', 'skip', 'did not use', 'haven t used',
  '不适用', '不知道', '不清楚', '未作答', '未回答', '不愿回答', '没有使用', '跳过', '(跳过)', '不適用', '不願回答', '沒有使用', '跳過', 'keine angabe', 'weiß nicht', 'weiss nicht', 'ne sait pas', 'sans réponse',
]);

/** Whether a cell says that there is no answer. */
export function isNoAnswer(text: string): boolean {
  return NO_ANSWER.has(headerWords(text));
}

/** What the words of a question stand for: points from 1 up by word, and how many points there are. */
export interface WordPoints {
  highest: number;
  /** By word in the form of `headerWords`. */
  of: ReadonlyMap<string, number>;
}

const READY: readonly WordPoints[] = WORD_SCALES.map(({ points }) => ({
  highest: points.length,
  of: new Map(points.flatMap((words, i) => words.map((word) => [word, i + 1] as const))),
}));

/**
 * The scale whose words the different cells of a question are, or null when too many are other words. Of several the one that knows most
 * of them, and of those one in which no two cells mean the same.
 */
export function wordPoints(cells: readonly string[]): WordPoints | null {
  const words = [...new Set(cells.filter((cell) => !isNoAnswer(cell)).map(headerWords))].filter((word) => word !== '');
  // One word alone, such as "ok", is what anybody writes in a box for text.
  if (words.length < 2) return null;
  const rated = READY.map((scale) => {
    const known = words.filter((word) => scale.of.has(word));
    return { scale, known: known.length, apart: new Set(known.map((word) => scale.of.get(word))).size };
  });
  const best = rated.reduce((a, b) => (b.known > a.known || (b.known === a.known && b.apart > a.apart) ? b : a));
  return best.known >= 2 && best.known >= words.length * 0.8 && best.apart * 2 > best.known ? best.scale : null;
}
