import type { SkippedLines } from '../table/skipped-lines';

/** A line above the names that says in what all sums are: `All amounts in USD, unless specified`. */
const SAID =
  /\b(?:all (?:amounts|figures|values) (?:are )?in|(?:alle )?(?:betr[äa]ge|summen) in|montants (?:sont )?en|importi in|importes en|币种|幣別|通貨)\s*[:：]?\s*([A-Z]{3})\b/i;

/** Currency code that the lines above the names give for all sums; '' where they give none. */
export function preambleCurrency(skipped: SkippedLines): string {
  for (const { cells, why } of skipped.kept) {
    const said = why === 'preamble' ? SAID.exec(cells.join(' ')) : null;
    if (said) return said[1]!.toUpperCase();
  }
  return '';
}
