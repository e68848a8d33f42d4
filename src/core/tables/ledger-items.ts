import type { Day } from '../../terms/day';
import { NONE } from '../columns/batch';
import type { Ledger } from '../columns/ledger';
import { PairCodes } from '../columns/pair-codes';
import { packedSize } from '../columns/packed-strings';
import { forLines, namedTexts } from './ledger-lines';
import { once } from './made-once';
import type { ItemKind, OrderItems } from './order-items';

/** Codes of a text of every line under one numbering for all imports: `code(b)[row]` is the line's own, `maps[b]` the way to the common one. */
interface LineTexts {
  code(b: number): Uint32Array | undefined;
  maps: readonly (ArrayLike<number> | null)[];
  texts: readonly string[];
}

/**
 * The different items of every order of the book; null when no import has the column. Products are told apart by their key, where no file
 * has one by their name. Cost: one pass over the lines; 4 bytes a line and an order.
 */
export function ledgerItems(ledger: Ledger, kind: ItemKind, asOf: Day): OrderItems | null {
  const keys = kind === 'category' ? lineTexts(ledger, 'category') : (lineTexts(ledger, 'product') ?? lineTexts(ledger, 'product-name'));
  if (!keys) return null;
  const { first, codes } = differentByOrder(ledger, keys);
  const names = once(() => {
    const named = kind === 'product' ? lineTexts(ledger, 'product-name') : null;
    return named ? mostUsedNames(ledger, keys, named, asOf) : keys.texts;
  });
  return { kind, first, codes, texts: keys.texts, names };
}

function lineTexts({ batches }: Ledger, name: 'product' | 'product-name' | 'category'): LineTexts | null {
  const lists = batches.map((batch) => (name === 'product' ? batch.products : batch.attributes[name]));
  if (!lists.some((list) => list && packedSize(list) > 0)) return null;
  const code = (b: number): Uint32Array | undefined =>
    name === 'product' ? batches[b]!.lines.product : batches[b]!.lines.attributes[name];
  return { code, ...namedTexts(lists) };
}

function differentByOrder(ledger: Ledger, keys: LineTexts): Pick<OrderItems, 'first' | 'codes'> {
  const first = new Uint32Array(ledger.orders + 1);
  const codes = new Uint32Array(ledger.lines.length);
  // Order + 1 that an item was last met in: lines come order by order.
  const seen = new Uint32Array(keys.texts.length);
  let at = 0;
  forLines(ledger, (_, b) => {
    const [own, map] = [keys.code(b), keys.maps[b]];
    if (!own || !map) return null;
    return (order, row) => {
      if (own[row] === NONE) return;
      const item = map[own[row]!]!;
      if (seen[item] === order + 1) return;
      seen[item] = order + 1;
      codes[at++] = item;
      first[order + 1]!++;
    };
  });
  for (let o = 0; o < ledger.orders; o++) first[o + 1]! += first[o]!;
  return { first, codes: codes.slice(0, at) };
}

function mostUsedNames(ledger: Ledger, keys: LineTexts, named: LineTexts, asOf: Day): readonly string[] {
  const pairs = new PairCodes();
  const uses: number[] = [];
  forLines(ledger, (_, b) => {
    const [own, map, ownName, nameMap] = [keys.code(b), keys.maps[b], named.code(b), named.maps[b]];
    if (!own || !map || !ownName || !nameMap) return null;
    return (order, row) => {
      if (own[row] === NONE || ownName[row] === NONE || ledger.day[order]! > asOf) return;
      const pair = pairs.add(map[own[row]!]!, nameMap[ownName[row]!]!);
      uses[pair] = (uses[pair] ?? 0) + 1;
    };
  });
  const best = new Float64Array(keys.texts.length);
  const names = [...keys.texts];
  uses.forEach((count, pair) => {
    const item = pairs.first(pair);
    const name = named.texts[pairs.second(pair)]!;
    if (count < best[item]! || (count === best[item] && name >= names[item]!)) return;
    best[item] = count;
    names[item] = name;
  });
  return names;
}
