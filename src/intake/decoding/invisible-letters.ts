/** Letters that leave no ink and are in nobody's way to see: byte-order marks, zero-width blanks, marks of writing direction. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text without letters that nobody can see. Programs that copy from web pages and address books leave them around numbers. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
