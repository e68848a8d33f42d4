import type { Day } from '../../terms/day';
import { NONE } from '../columns/batch';
import { placeOf, type Ledger } from '../columns/ledger';
import { mergeTexts } from '../columns/merge-texts';
import { refundedByOrder } from '../columns/order-table-for';
import { packedSize } from '../columns/packed-strings';
import type { OrderAttribute, OrderFacts, OrderTexts } from './order-facts';

/** What the book says of its orders as known on `asOf`. Each fact is worked out when it is first asked for. */
export function ledgerFacts(ledger: Ledger, asOf: Day): OrderFacts {
  const attributes = new Map<OrderAttribute, OrderTexts | null>();
  return {
    gross: ledger.gross,
    refunded: refundedByOrder(ledger, asOf),
    discount: null,
    promised: null,
    delivered: null,
    attribute: (name) => {
      if (!attributes.has(name)) attributes.set(name, orderTexts(ledger, name));
      return attributes.get(name)!;
    },
    number: (order) => ledger.codes.orderText(ledger.code[order]!),
  };
}

/** The attribute of each order: that of its line with the most money. null when no import has it. Cost: one pass over the lines. */
function orderTexts(ledger: Ledger, name: OrderAttribute): OrderTexts | null {
  const { batches } = ledger;
  const listOf = (b: number) => (name === 'product' ? batches[b]!.products : batches[b]!.attributes[name]);
  const codesOf = (b: number) => (name === 'product' ? batches[b]!.lines.product : batches[b]!.lines.attributes[name]);
  const lists = batches.map((_, b) => listOf(b));
  if (!lists.some((list) => list && packedSize(list) > 0)) return null;
  const { texts, maps } = mergeTexts(lists);
  const codes = new Uint32Array(ledger.orders).fill(NONE);
  for (let order = 0; order < ledger.orders; order++) {
    let most = -1;
    for (let i = ledger.lineFirst[order]!; i < ledger.lineFirst[order + 1]!; i++) {
      const { batch, row } = placeOf(ledger, ledger.lines[i]!);
      const b = batches.indexOf(batch);
      const code = codesOf(b)?.[row] ?? NONE;
      if (code === NONE || batch.lines.amountMinor[row]! <= most) continue;
      most = batch.lines.amountMinor[row]!;
      codes[order] = maps[b]![code]!;
    }
  }
  return { codes, texts: Array.from({ length: texts.size }, (_, code) => texts.get(code)) };
}

/** The keys that the file gives its customers: those of index 0 up to, not with, the first guest. */
export function namedCustomers(ledger: Ledger): number {
  let named = ledger.customers;
  while (named > 0 && ledger.codes.isGuest(named - 1)) named--;
  return named;
}
