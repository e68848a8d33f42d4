import type { Role } from '../../terms/role';

const FIRST_NAME = /^(first|given|fore) ?name$|^vorname$|^prénom$|^名$|^名字$|\bfirst name$/;
const LAST_NAME = /^(last|family|sur) ?name$|^surname$|^nachname$|^nom de famille$|^姓$|^姓氏$|\blast name$/;

/** First and last name together are the name where there is no other. */
export function nameParts(words: readonly string[], roles: Role[], fits: (column: number) => boolean): void {
  const named = roles.indexOf('customer-name');
  if (named >= 0 && !FIRST_NAME.test(words[named]!) && !LAST_NAME.test(words[named]!)) return;
  for (const part of [FIRST_NAME, LAST_NAME]) {
    const at = words.findIndex((word, i) => part.test(word) && roles[i] === 'ignore' && fits(i));
    const taken = words.some((word, i) => part.test(word) && roles[i] === 'customer-name');
    if (at >= 0 && !taken) roles[at] = 'customer-name';
  }
}
