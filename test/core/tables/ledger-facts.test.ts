import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY, NONE, type Batch, type LineTimes } from '../../../src/core/columns/batch';
import { buildLedger } from '../../../src/core/columns/ledger';
import type { OrderTexts, OrderTimes } from '../../../src/core/tables/order-facts';
import { ledgerFacts, namedCustomers } from '../../../src/core/tables/ledger-facts';
import { batchOf, d, type RowLiteral } from '../columns/ledger-fixture';

interface Line extends RowLiteral {
  order: string;
  discount?: number;
  promised?: [day: number, second: number];
  delivered?: [day: number, second: number];
}

/** What an import tells besides its lines. */
interface Told {
  discount: boolean;
  promised: boolean;
  delivered: boolean;
  clocks: boolean;
}

const EVERYTHING: Told = { discount: true, promised: true, delivered: true, clocks: true };

function toldBatch(lines: readonly Line[], told: Told, importId = 1): Batch {
  const batch = batchOf(lines, importId);
  const times = (name: 'promised' | 'delivered'): LineTimes => ({
    values: Int32Array.from(lines, (line) => line[name]?.[0] ?? NO_DAY),
    ...(told.clocks ? { seconds: Int32Array.from(lines, (line) => line[name]?.[1] ?? -1) } : {}),
  });
  return {
    ...batch,
    lines: {
      ...batch.lines,
      ...(told.discount ? { discountMinor: Float64Array.from(lines, (line) => line.discount ?? 0) } : {}),
      ...(told.promised ? { promised: times('promised') } : {}),
      ...(told.delivered ? { delivered: times('delivered') } : {}),
    },
  };
}

const time = fc.option(fc.tuple(fc.integer({ min: d('01-01'), max: d('01-20') }), fc.constantFrom(-1, 0, 600, 86_399)), { nil: undefined });
const aLine: fc.Arbitrary<Line> = fc
  .record(
    {
      customer: fc.constantFrom('a', 'b', 'c', null),
      order: fc.constantFrom('1', '2', '3', '4', '5'),
      day: fc.integer({ min: 1, max: 9 }).map((day) => `2024-01-0${day}`),
      amount: fc.integer({ min: 1, max: 5 }),
      refund: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      country: fc.constantFrom('x', 'y', 'z'),
      product: fc.constantFrom('p', 'q'),
      discount: fc.integer({ min: 0, max: 9 }),
      promised: time,
      delivered: time,
    },
    { requiredKeys: ['customer', 'order', 'day', 'amount'] },
  )
  .map((line) => Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as unknown as Line);
const anImport = fc.tuple(
  fc.array(aLine, { maxLength: 12 }),
  fc.record({ discount: fc.boolean(), promised: fc.boolean(), delivered: fc.boolean(), clocks: fc.boolean() }),
);
const imports = fc.array(anImport, { minLength: 1, maxLength: 4 });

const batchesOf = (all: readonly [Line[], Told][]): Batch[] => all.map(([lines, told], i) => toldBatch(lines, told, i + 1));

interface Facts {
  discount: number;
  promised: string;
  delivered: string;
  country: string | null;
  product: string | null;
}

/** The same by hand: all sales of each order in the order of the files, looked through one by one. */
function slowFacts(all: readonly [Line[], Told][], asOf: number): Record<string, Facts> {
  const sales = new Map<string, [Line, Told][]>();
  for (const [lines, told] of all)
    for (const line of lines) {
      const key = `${line.customer ?? `guest ${line.order}`}/${line.order}`;
      if (!line.refund) sales.set(key, [...(sales.get(key) ?? []), [line, told]]);
    }
  const latest = (of: readonly [Line, Told][], name: 'promised' | 'delivered', until: number): string => {
    const times = of.flatMap(([line, told]) => {
      const at = told[name] ? line[name] : undefined;
      return at && at[0] <= until ? [[at[0], told.clocks ? at[1] : -1] as const] : [];
    });
    return times.length === 0 ? '' : times.sort((a, b) => b[0] - a[0] || b[1] - a[1])[0]!.join(' ');
  };
  const dearest = (of: readonly [Line, Told][], name: 'country' | 'product'): string | null => {
    const named = of.map(([line]) => line).filter((line) => line[name] !== undefined);
    const most = Math.max(...named.map((line) => line.amount));
    return named.find((line) => line.amount === most)?.[name] ?? null;
  };
  return Object.fromEntries(
    [...sales].map(([key, of]): [string, Facts] => [
      key,
      {
        discount: of.reduce((sum, [line, told]) => sum + (told.discount ? (line.discount ?? 0) : 0), 0),
        promised: latest(of, 'promised', Infinity),
        delivered: latest(of, 'delivered', asOf),
        country: dearest(of, 'country'),
        product: dearest(of, 'product'),
      },
    ]),
  );
}

function fastFacts(batches: readonly Batch[], asOf: number): Record<string, Facts> {
  const ledger = buildLedger(batches);
  const facts = ledgerFacts(ledger, asOf);
  const at = (times: OrderTimes | null, o: number): string => {
    if (!times || times.day[o] === NO_DAY) return '';
    return `${times.day[o]} ${times.second[o]}`;
  };
  const text = (texts: OrderTexts | null, o: number): string | null =>
    !texts || texts.codes[o] === NONE ? null : texts.texts[texts.codes[o]!]!;
  const all: [string, Facts][] = [];
  for (let c = 0; c < ledger.customers; c++)
    for (let o = ledger.first[c]!; o < ledger.first[c + 1]!; o++) {
      const key = `${ledger.codes.isGuest(c) ? 'guest ' : ''}${ledger.codes.customerText(c)}/${facts.number(o)}`;
      const { discount, promised, delivered } = facts;
      const [country, product] = [text(facts.attribute('country'), o), text(facts.attribute('product'), o)];
      all.push([key, { discount: discount?.[o] ?? 0, promised: at(promised, o), delivered: at(delivered, o), country, product }]);
    }
  return Object.fromEntries(all);
}

describe('what the book says of its orders', () => {
  it('is what a look at all lines of each order finds, in whichever imports they stand', () => {
    fc.assert(
      fc.property(imports, fc.integer({ min: d('01-01'), max: d('01-21') }), (all, asOf) => {
        expect(fastFacts(batchesOf(all), asOf)).toEqual(slowFacts(all, asOf));
      }),
      { numRuns: 300 },
    );
  });

  it('known on a day is what the files said on that day: a later delivery is not there yet, a promise is', () => {
    fc.assert(
      fc.property(imports, fc.integer({ min: d('01-01'), max: d('01-21') }), (all, asOf) => {
        const known = (line: Line): Line => {
          const { delivered, ...rest } = line;
          return delivered && delivered[0] <= asOf ? line : rest;
        };
        const cut = all.map(([lines, told]): [Line[], Told] => [lines.map(known), told]);
        expect(fastFacts(batchesOf(all), asOf)).toEqual(fastFacts(batchesOf(cut), Infinity));
      }),
      { numRuns: 200 },
    );
  });

  it('is absent where no file tells it, and not nothing', () => {
    const line: Line = { customer: 'a', order: '1', day: '2024-01-01', amount: 100 };
    const none = { discount: false, promised: false, delivered: false, clocks: false };
    const facts = ledgerFacts(buildLedger([toldBatch([line], none)]), Infinity);
    expect([facts.discount, facts.promised, facts.delivered]).toEqual([null, null, null]);
    expect(facts.attribute('country')).toBeNull();
    expect(facts.attribute('category')).toBeNull();
    const told = ledgerFacts(buildLedger([toldBatch([line], EVERYTHING)]), Infinity);
    expect([...told.discount!, ...told.promised!.day, ...told.delivered!.second]).toEqual([0, NO_DAY, -1]);
  });

  it('of an order that comes in parts is its last part; discounts of all parts are added', () => {
    const [first, last]: Line[] = [
      { customer: 'a', order: '1', day: '2024-01-01', amount: 100, discount: 7, delivered: [d('01-03'), 600] },
      { customer: 'a', order: '1', day: '2024-01-01', amount: 200, discount: 5, delivered: [d('01-09'), -1] },
    ];
    const at = (asOf: number) => ledgerFacts(buildLedger([toldBatch([last!, first!], EVERYTHING)]), asOf);
    expect([...at(d('01-31')).discount!]).toEqual([12]);
    expect([...at(d('01-31')).delivered!.day]).toEqual([d('01-09')]);
    expect([[...at(d('01-08')).delivered!.day], [...at(d('01-08')).delivered!.second]]).toEqual([[d('01-03')], [600]]);
  });

  it('the customers that files name are those before the first guest', () => {
    const line = (customer: string | null, order: string): Line => ({ customer, order, day: '2024-01-01', amount: 1 });
    expect(namedCustomers(buildLedger([toldBatch([line(null, '1'), line('a', '2'), line(null, '3')], EVERYTHING)]))).toBe(1);
  });
});
