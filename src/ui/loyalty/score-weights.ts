/** Weights of the three axes of the scorecard, in per cent; only how they compare counts. */
export const AXES = ['behaviour', 'feeling', 'money'] as const;
export type ScoreWeights = Record<(typeof AXES)[number], number>;

export const USUAL_WEIGHTS: ScoreWeights = { behaviour: 40, feeling: 30, money: 30 };

/** The weights that an address asks for, `40-30-30`; the usual ones where it says none or nothing that makes sense. */
export function parseWeights(text: string | undefined): ScoreWeights {
  const numbers = /^(\d{1,3})-(\d{1,3})-(\d{1,3})$/
    .exec(text ?? '')
    ?.slice(1)
    .map(Number);
  if (!numbers || numbers.some((one) => one > 100) || numbers.every((one) => one === 0)) return USUAL_WEIGHTS;
  return { behaviour: numbers[0]!, feeling: numbers[1]!, money: numbers[2]! };
}

/** The inverse of `parseWeights`; '' for the usual ones. */
export function formatWeights(weights: ScoreWeights): string {
  return AXES.every((axis) => weights[axis] === USUAL_WEIGHTS[axis]) ? '' : AXES.map((axis) => weights[axis]).join('-');
}

/** Parameters of `loyalty-scorecard`; none for the usual weights. */
export function weightParams(weights: ScoreWeights): Record<string, number> | undefined {
  if (formatWeights(weights) === '') return undefined;
  return Object.fromEntries(AXES.map((axis) => [`${axis}Weight`, weights[axis] / 100]));
}
