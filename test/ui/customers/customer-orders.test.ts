import { describe, expect, it } from 'vitest';
import type { CustomerPage, LedgerEntry } from '../../../src/engine/protocol';
import { customerFinding } from '../../../src/ui/customers/customer-finding';
import { lineRanges, mostlyBought, refundAtTheEnd, timelineOf } from '../../../src/ui/customers/customer-orders';

const item = (part: Partial<LedgerEntry['items'][number]>) => ({
  product: 'A',
  name: 'Tea',
  quantity: 1,
  amountMinor: 1000,
  importId: 1,
  line: 2,
  ...part,
});
const entry = (part: Partial<LedgerEntry>): LedgerEntry => ({
  kind: 'order',
  label: '1',
  day: 10,
  second: 0,
  amountMinor: 1000,
  refundedMinor: 0,
  purchase: true,
  quantity: 1,
  gap: null,
  items: [item({})],
  ...part,
});
function page(entries: LedgerEntry[], row: Partial<CustomerPage['row']> = {}): CustomerPage {
  const base = {
    key: 'K',
    name: '',
    country: '',
    stage: 'new' as const,
    orders: entries.length,
    orderDays: entries.length,
    grossMinor: 0,
    refundMinor: 0,
    netMinor: 0,
  };
  const rest = {
    usualGap: null,
    longestGap: null,
    silent: 30,
    firstDay: 10,
    lastDay: 40,
    reason: { code: 'once-lately' as const, window: 90, silent: 30 },
    strip: { day: new Int32Array(0), net: new Float64Array(0) },
  };
  return { row: { ...base, ...rest, ...row }, guest: false, rank: 1, of: 1, entries, asOf: 70, firstDay: 0 };
}

describe('the finding about one customer', () => {
  it('measures silence by the customer’s own longest gap', () => {
    const of = (silent: number) => customerFinding(page([], { orders: 5, orderDays: 5, usualGap: 20, longestGap: 72, silent }));
    expect(of(157)).toMatchObject({ kind: 'rhythm', against: 'beyond-twice' });
    expect(of(144)).toMatchObject({ against: 'beyond' });
    expect(of(72)).toMatchObject({ against: 'within' });
  });
  it('speaks of no silence on the day itself', () => {
    expect(customerFinding(page([], { orders: 5, orderDays: 5, usualGap: 20, longestGap: 72, silent: 0 }))).toEqual({
      kind: 'today',
      orders: 5,
    });
    expect(customerFinding(page([], { orders: 0, orderDays: 0, silent: 0 })).kind).toBe('none');
  });
  it('speaks of no rhythm before there are three gaps', () => {
    expect(customerFinding(page([], { orders: 3, orderDays: 3, longestGap: 9 })).kind).toBe('few');
    expect(customerFinding(page([], { orders: 2, orderDays: 1 })).kind).toBe('once');
    expect(customerFinding(page([], { orders: 0, orderDays: 0 })).kind).toBe('none');
  });
});

describe('orders of a customer', () => {
  it('of one day are one bar; refunds are drawn apart', () => {
    const entries = [
      entry({ kind: 'refund', day: 40, amountMinor: -300, purchase: false }),
      entry({ day: 40, amountMinor: 500 }),
      entry({ day: 40 }),
      entry({}),
    ];
    expect(timelineOf(page(entries)).days).toEqual([
      { day: 10, bought: 1000, refund: 0 },
      { day: 40, bought: 1500, refund: -300 },
    ]);
  });
  it('refunded in full make no gap and end no silence', () => {
    const timeline = timelineOf(page([entry({ day: 60, purchase: false }), entry({ day: 40 }), entry({})], { longestGap: 30 }));
    expect(timeline).toMatchObject({ lastOrder: 40, longestGap: { from: 10, to: 40 } });
  });
  it('give their lines as ranges', () => {
    expect(lineRanges([9, 3, 4, 5, 9, 7])).toEqual([
      [3, 5],
      [7, 7],
      [9, 9],
    ]);
  });
  it('are mostly one thing when it makes half or more of the sum', () => {
    const two = [entry({ items: [item({}), item({ product: 'B', name: 'Cup', amountMinor: 900, quantity: 3 })] })];
    expect(mostlyBought(two)).toMatchObject({ name: 'Tea', amountMinor: 1000, ofMinor: 1900 });
    expect(mostlyBought([entry({})])).toBeNull();
    expect(
      mostlyBought([
        entry({ items: [item({ amountMinor: 900 }), item({ product: 'B', amountMinor: 900 }), item({ product: 'C', amountMinor: 900 })] }),
      ]),
    ).toBeNull();
  });
  it('end with a refund only when nothing was bought after it', () => {
    const refund = entry({ kind: 'refund', day: 42, amountMinor: -100 });
    expect(refundAtTheEnd([refund, entry({ day: 40 })])).toBe(refund);
    expect(refundAtTheEnd([entry({ day: 50 }), refund])).toBeNull();
    expect(refundAtTheEnd([entry({ ...refund, day: 90 }), entry({ day: 40 })])).toBeNull();
  });
});
