import type { VoiceAnswers } from './read-voice';

/** Words of the question that the score rests on, where they must be said: it was chosen, or taken for want of a plainer one. '' otherwise. */
export function pickedQuestion({ nps, chosen, questions }: Pick<VoiceAnswers, 'nps' | 'chosen' | 'questions'>): string {
  if (chosen.nps) return chosen.nps;
  if (nps?.note !== 'question-guessed' && !(nps && isGuess(questions))) return '';
  return likeliest(questions)?.text ?? '';
}

/** Questions that can stand for the score: on ten points or eleven. */
export function scoreQuestions(questions: VoiceAnswers['questions']): VoiceAnswers['questions'] {
  return questions.filter(({ scale }) => scale === '0-10' || scale === '1-10');
}

function isGuess(questions: VoiceAnswers['questions']): boolean {
  return !scoreQuestions(questions).some(({ asks }) => asks === 'recommend');
}

function likeliest(questions: VoiceAnswers['questions']): VoiceAnswers['questions'][number] | undefined {
  return questions.find(({ scale, asks }) => scale === '0-10' && (asks === 'satisfied' || asks === 'else'));
}

/** Questions with two highest boxes, as the metric knows them. */
export function boxQuestions(questions: VoiceAnswers['questions']): VoiceAnswers['questions'] {
  const boxed = questions.filter(({ scale, asks }) => asks !== 'recommend' && ['1-5', '0-5', '1-7', '1-10', '0-10', '1-4'].includes(scale));
  return boxed.filter(({ text }, i) => boxed.findIndex((one) => one.text === text) === i);
}

/** Words of the question that satisfaction rests on. */
export function pickedSatisfaction({ chosen, questions }: Pick<VoiceAnswers, 'chosen' | 'questions'>): string {
  if (chosen.csat) return chosen.csat;
  const boxed = boxQuestions(questions);
  const said = boxed.find(({ asks }) => asks === 'satisfied');
  return (said ?? boxed.find(({ asks, scale }) => asks === 'else' && ['1-5', '0-5', '1-7'].includes(scale)))?.text ?? '';
}

/** Whether satisfaction would be read off the very question that stands for the score already. */
export function isSameQuestion(answers: Pick<VoiceAnswers, 'nps' | 'chosen' | 'questions'>): boolean {
  const question = pickedQuestion(answers);
  return answers.chosen.csat === '' && question !== '' && question === pickedSatisfaction(answers);
}
