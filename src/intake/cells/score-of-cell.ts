import { parseDecimal } from './parse-decimal';

/** A score as a cell has it; `outOf` is the highest possible where the cell says so, as in 4/5, else 0. */
export interface CellScore {
  value: number;
  outOf: number;
}

const OUT_OF = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:\/|／|out of|of|von|sur)\s*(\d{1,3})(?:\s*(?:stars?|points?|分|星))?$/i;
const UNIT = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:stars?|points?|pts?|sterne?|étoiles?|分|星|颗星|顆星|★|⭐️?)$/i;
/** 10 - Extremely likely; 5 (very good); 1.非常不满意 */
const WORDS_BEHIND = /^(\d{1,3})\s*(?:[-–—:：=.、)）]|(?=[(（]))\s*[^\d\s].*$/s;
const NUMBER_BEHIND = /^[^\d]+[(（[]\s*(\d{1,3})\s*(?:分)?[)）\]]$/;
const STARS = /^([★⭐️]+)[☆\s]*$/u;

/** The score that a cell gives, as a bare number or with words around it; null when it gives none. */
export function scoreOfCell(cell: string, mark: '.' | ','): CellScore | null {
  const decimal = parseDecimal(cell, mark);
  if (decimal) return { value: decimal.mantissa / 10 ** decimal.scale, outOf: 0 };
  const text = cell.normalize('NFKC').trim();
  const outOf = OUT_OF.exec(text);
  if (outOf) return { value: numberOf(outOf[1]!), outOf: Number(outOf[2]) };
  const other = UNIT.exec(text) ?? WORDS_BEHIND.exec(text) ?? NUMBER_BEHIND.exec(text);
  if (other) return { value: numberOf(other[1]!), outOf: 0 };
  const stars = STARS.exec(text);
  return stars
    ? { value: [...stars[1]!.replaceAll('\ufe0f', '')].length, outOf: text.includes('☆') ? [...text.replace(/[^★☆⭐]/gu, '')].length : 0 }
    : null;
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}
