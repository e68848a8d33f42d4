const LONGEST = 48;

/** A file's name for a sentence: a long one loses its middle, for the beginning and the ending are what tells files apart. */
export function shortName(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST ? name : `${letters.slice(0, 28).join('')}…${letters.slice(-16).join('')}`;
}
