import type { Day } from '../../terms/day';
import { NO_DAY, NONE, type Batch, type LineTimes } from '../columns/batch';
import type { Ledger } from '../columns/ledger';
import { refundedByOrder } from '../columns/order-table-for';
import { packedSize } from '../columns/packed-strings';
import { ledgerItems } from './ledger-items';
import { forLines, namedTexts } from './ledger-lines';
import { once } from './made-once';
import type { OrderAttribute, OrderFacts, OrderTexts, OrderTimes } from './order-facts';
import type { ItemKind, OrderItems } from './order-items';

/** What the book says of its orders as known on `asOf`. Each fact is worked out when it is first asked for. */
export function ledgerFacts(ledger: Ledger, asOf: Day): OrderFacts {
  const attributes = new Map<OrderAttribute, OrderTexts | null>();
  const items = new Map<ItemKind, OrderItems | null>();
  const discount = once(() => discounts(ledger));
  // A promise is known when it is made, whenever its day is; a delivery when it has come.
  const promised = once(() => latestTimes(ledger, ({ lines }) => lines.promised, Infinity));
  const delivered = once(() => latestTimes(ledger, ({ lines }) => lines.delivered, asOf));
  return {
    gross: ledger.gross,
    refunded: refundedByOrder(ledger, asOf),
    get discount() {
      return discount();
    },
    get promised() {
      return promised();
    },
    get delivered() {
      return delivered();
    },
    attribute: (name) => {
      if (!attributes.has(name)) attributes.set(name, orderTexts(ledger, name));
      return attributes.get(name)!;
    },
    items: (kind) => {
      if (!items.has(kind)) items.set(kind, ledgerItems(ledger, kind, asOf));
      return items.get(kind)!;
    },
    number: (order) => ledger.codes.orderText(ledger.code[order]!),
  };
}

/** Taken off the lines of each order; null when no import tells discounts. Cost: one pass over the lines. */
function discounts(ledger: Ledger): Float64Array | null {
  if (!ledger.batches.some(({ lines }) => lines.discountMinor)) return null;
  const sums = new Float64Array(ledger.orders);
  forLines(ledger, ({ lines: { discountMinor } }) => discountMinor && ((order, row) => (sums[order]! += discountMinor[row]!)));
  return sums;
}

/** The latest of the times of each order's lines that is not after `known`; null when no import has them. Cost: one pass over the lines. */
function latestTimes(ledger: Ledger, timesOf: (batch: Batch) => LineTimes | undefined, known: Day): OrderTimes | null {
  if (!ledger.batches.some(timesOf)) return null;
  const latest: OrderTimes = { day: new Int32Array(ledger.orders).fill(NO_DAY), second: new Int32Array(ledger.orders).fill(-1) };
  forLines(ledger, (batch) => {
    const times = timesOf(batch);
    return (
      times &&
      ((order, row) => {
        const day = times.values[row]!;
        const second = times.seconds?.[row] ?? -1;
        if (day > known || day < latest.day[order]! || (day === latest.day[order] && second <= latest.second[order]!)) return;
        latest.day[order] = day;
        latest.second[order] = second;
      })
    );
  });
  return latest;
}

/** The attribute of each order: that of its line with the most money. null when no import has it. Cost: one pass over the lines. */
function orderTexts(ledger: Ledger, name: OrderAttribute): OrderTexts | null {
  const { batches } = ledger;
  const lists = batches.map((batch) => (name === 'product' ? batch.products : batch.attributes[name]));
  if (!lists.some((list) => list && packedSize(list) > 0)) return null;
  const { maps, texts } = namedTexts(lists);
  const codes = new Uint32Array(ledger.orders).fill(NONE);
  const most = new Float64Array(ledger.orders).fill(-1);
  forLines(ledger, ({ lines }, b) => {
    const own = name === 'product' ? lines.product : lines.attributes[name];
    const map = maps[b];
    const { amountMinor } = lines;
    return (
      own &&
      map &&
      ((order, row) => {
        const code = own[row]!;
        if (code === NONE || amountMinor[row]! <= most[order]!) return;
        most[order] = amountMinor[row]!;
        codes[order] = map[code]!;
      })
    );
  });
  return { codes, texts };
}

/** The keys that the file gives its customers: those of index 0 up to, not with, the first guest. */
export function namedCustomers(ledger: Ledger): number {
  let named = ledger.customers;
  while (named > 0 && ledger.codes.isGuest(named - 1)) named--;
  return named;
}
