import { i18n } from '../../i18n/i18n.svelte';
import { isolated } from '../kit/isolated';
import type { SentenceSlots } from '../reading/sentence';
import { rangeText } from '../reading/words';
import type { CellHow, PairRow } from './read-goods';

/**
 * The slots of a sentence about a pair.
 * @param firstText  what `firsts` counts, in words
 */
export function pairSlots(pair: PairRow, how: CellHow, firstText: string): SentenceSlots {
  return {
    a: { text: isolated(pair.first), own: true },
    b: { text: isolated(pair.second), own: true },
    first: { text: firstText, how: how(pair, 'with-first') },
    both: { text: i18n.format.count(pair.both), how: how(pair, 'with-both') },
    share: { text: i18n.format.percent(pair.share), how: how(pair, 'confidence'), red: true },
    range: { text: rangeText(pair), how: how(pair, 'confidence') },
    chance: { text: i18n.format.percent(pair.chance), how: how(pair, 'by-chance') },
  };
}
