/** Letters that run from right to left, and the marks that turn a line around. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text of a file so that it turns nothing around it: with direction marks of its own about it (U+2068 … U+2069) when it needs them. */
export function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${text}\u2069` : text;
}
