import type { Day } from '../../terms/day';
import type { RefundView } from '../../terms/view';
import { NONE } from './batch';
import type { Ledger } from './ledger';
import type { OrderTable, RefundEffect } from './order-table';

/**
 * The purchases of the book under one refund view, as known on `asOf`: later orders and refunds do not exist.
 * Cost: one pass over the orders and one over the refunds.
 */
export function orderTableFor(ledger: Ledger, refunds: RefundView, asOf: Day): OrderTable {
  const refunded = refundedByOrder(ledger, asOf);
  const lowers = refunds === 'behaviour';
  const first = new Uint32Array(ledger.customers + 1);
  const day = new Int32Array(ledger.orders);
  const net = new Float64Array(ledger.orders);
  const ledgerOrder = new Uint32Array(ledger.orders);
  let orders = 0;
  let ordersUndone = 0;
  let customersUndone = 0;
  for (let c = 0; c < ledger.customers; c++) {
    first[c] = orders;
    let undone = 0;
    for (let o = ledger.first[c]!; o < ledger.first[c + 1]!; o++) {
      if (ledger.day[o]! > asOf) break;
      const gross = ledger.gross[o]!;
      const left = lowers ? gross - refunded[o]! : gross;
      // Orders of 0 are in the book only when the plan keeps them; an order that fell to 0 was refunded in full.
      if (left <= 0 && gross !== 0) {
        undone++;
        continue;
      }
      day[orders] = ledger.day[o]!;
      net[orders] = left;
      ledgerOrder[orders++] = o;
    }
    ordersUndone += undone;
    if (undone > 0 && orders === first[c]) customersUndone++;
  }
  first[ledger.customers] = orders;
  return {
    customers: ledger.customers,
    orders,
    first,
    day: day.slice(0, orders),
    net: net.slice(0, orders),
    ledgerOrder: ledgerOrder.slice(0, orders),
    firstDay: ledger.firstDay,
    lastDay: Math.min(ledger.lastDay, asOf),
    refunds: bookedRefunds(ledger, refunds, asOf),
    effect: { ...refundsKnown(ledger, asOf), ordersUndone, customersUndone },
  };
}

/** Money given back per order by refunds up to asOf. */
export function refundedByOrder(ledger: Ledger, asOf: Day): Float64Array {
  const refunded = new Float64Array(ledger.orders);
  const { order, day, amountMinor } = ledger.allocations;
  for (let i = 0; i < order.length; i++) if (day[i]! <= asOf) refunded[order[i]!]! += amountMinor[i]!;
  return refunded;
}

/** Refunds that lower revenue on their own day in a view. */
function bookedRefunds(ledger: Ledger, view: RefundView, asOf: Day): OrderTable['refunds'] {
  const customer: number[] = [];
  const day: number[] = [];
  const amount: number[] = [];
  if (view !== 'ignore') {
    const own = view === 'accounting' ? ownRefunds(ledger, asOf) : null;
    for (let c = 0; c < ledger.customers; c++) {
      for (let i = ledger.refunds.first[c]!; i < ledger.refunds.first[c + 1]!; i++) {
        const sum = ledger.refunds.amountMinor[i]! - (view === 'behaviour' ? ledger.refunds.matchedMinor[i]! : 0);
        if (sum <= 0 || ledger.refunds.day[i]! > asOf) continue;
        customer.push(c);
        day.push(ledger.refunds.day[i]!);
        amount.push(sum);
      }
      for (let o = ledger.first[c]!; own && o < ledger.first[c + 1]!; o++) {
        if (own[o]! <= 0) continue;
        customer.push(c);
        day.push(ledger.day[o]!);
        amount.push(own[o]!);
      }
    }
  }
  return { customer: Uint32Array.from(customer), day: Int32Array.from(day), amountMinor: Float64Array.from(amount) };
}

/** Per order, the money that its own rows say was given back; null when no row does. */
function ownRefunds(ledger: Ledger, asOf: Day): Float64Array | null {
  const { refund, order, day, amountMinor } = ledger.allocations;
  let own: Float64Array | null = null;
  for (let i = 0; i < refund.length; i++) {
    if (refund[i] !== NONE || day[i]! > asOf) continue;
    own ??= new Float64Array(ledger.orders);
    own[order[i]!]! += amountMinor[i]!;
  }
  return own;
}

function refundsKnown(ledger: Ledger, asOf: Day): Pick<RefundEffect, 'refunds' | 'refundedMinor' | 'matchedMinor'> {
  const known = { refunds: 0, refundedMinor: 0, matchedMinor: 0 };
  const { refund, day, amountMinor } = ledger.allocations;
  for (let i = 0; i < ledger.refunds.count; i++) {
    if (ledger.refunds.day[i]! > asOf) continue;
    known.refunds++;
    known.refundedMinor += ledger.refunds.amountMinor[i]!;
    known.matchedMinor += ledger.refunds.matchedMinor[i]!;
  }
  for (let i = 0; i < refund.length; i++) {
    if (refund[i] !== NONE || day[i]! > asOf) continue;
    known.refunds++;
    known.refundedMinor += amountMinor[i]!;
    known.matchedMinor += amountMinor[i]!;
  }
  return known;
}
