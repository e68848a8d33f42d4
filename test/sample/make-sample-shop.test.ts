import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { REFUND } from '../../src/core/columns/batch';
import { unpack } from '../../src/core/columns/packed-strings';
import { makeSampleShop } from '../../src/sample/make-sample-shop';
import { dayFromIso, isoFromDay } from '../../src/terms/day';

const shop = makeSampleShop(1);
const { lines } = shop.batch;

/** Days on which each customer ordered, counted here by hand: refunds are not read. */
function orderDays(): number[][] {
  const days = new Map<number, Set<number>>();
  for (let i = 0; i < lines.rows; i++) {
    if (lines.kind[i] === REFUND) continue;
    const customer = lines.customer[i]!;
    days.set(customer, (days.get(customer) ?? new Set()).add(lines.day[i]!));
  }
  return [...days.values()].map((set) => [...set].sort((a, b) => a - b));
}

const day = (iso: string): number => dayFromIso(iso)!;

describe('the sample shop', () => {
  it('is the same for the same seed and another for another', () => {
    // Vitest compares typed arrays element by element, which takes seconds at this size.
    expect(isDeepStrictEqual(makeSampleShop(1), shop)).toBe(true);
    expect(makeSampleShop(2).batch.lines.customer).not.toEqual(lines.customer);
  });

  it('has 5,000 customers, 18,000 to 25,000 orders and two years up to the last day of 2025, whatever the seed', () => {
    for (const seed of [1, 2, 3, 20_260_101]) {
      const { batch } = makeSampleShop(seed);
      expect(batch.customers.ends).toHaveLength(5000);
      expect(batch.orders.ends.length).toBeGreaterThan(18_000);
      expect(batch.orders.ends.length).toBeLessThan(25_000);
      expect(isoFromDay(Math.min(...batch.lines.day))).toMatch(/^2024-01/);
      expect(isoFromDay(batch.lines.day.at(-1)!)).toMatch(/^2025-12-(30|31)/);
    }
  });

  it('stands in the order of a file: every line after the header is a used row or a left-out one, once', () => {
    const all = [...lines.line, ...shop.leftOut.line].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: shop.card.file.rows }, (_, i) => i + 2));
    for (let i = 1; i < lines.rows; i++)
      expect(lines.day[i]! * 86_400 + lines.second[i]!).toBeGreaterThanOrEqual(lines.day[i - 1]! * 86_400 + lines.second[i - 1]!);
  });

  it('has parts that add up to the file, in rows and in money', () => {
    const { file } = shop.card;
    expect(file.parts.reduce((sum, part) => sum + part.rows, 0)).toBe(file.rows);
    expect(file.used + file.leftOut).toBe(file.rows);
    const sale = file.parts.find((part) => part.code === 'sale')!;
    const sold = lines.amountMinor.reduce((sum, amount, i) => sum + (lines.kind[i] === REFUND ? 0 : amount), 0);
    expect(sale.worthMinor).toBe(sold);
    expect(file.parts.map((part) => part.code).sort()).toEqual(['cancelled', 'no-customer', 'refund', 'sale', 'zero-amount']);
  });

  it('refunds orders after they were placed, never beyond what was paid, and some in full', () => {
    const paid = new Map<number, number>();
    const back = new Map<number, number>();
    for (let i = 0; i < lines.rows; i++) {
      const order = lines.order[i]!;
      if (lines.kind[i] === REFUND) {
        expect(paid.has(order)).toBe(true);
        back.set(order, (back.get(order) ?? 0) + lines.amountMinor[i]!);
      } else paid.set(order, (paid.get(order) ?? 0) + lines.amountMinor[i]!);
    }
    const full = [...back].filter(([order, amount]) => amount === paid.get(order)).length;
    expect([...back].every(([order, amount]) => amount <= paid.get(order)!)).toBe(true);
    expect(full).toBeGreaterThan(100);
    expect(back.size - full).toBeGreaterThan(300);
  });

  it('is busiest in November and December', () => {
    const months = new Map<string, number>();
    for (const days of orderDays())
      for (const d of days) months.set(isoFromDay(d).slice(0, 7), (months.get(isoFromDay(d).slice(0, 7)) ?? 0) + 1);
    for (const year of ['2024', '2025']) {
      const rest = [...months].filter(([month]) => month.startsWith(year) && month < `${year}-11`).map(([, n]) => n);
      expect(months.get(`${year}-12`)).toBeGreaterThan(Math.max(...rest));
    }
  });

  it('tells that customers won in the second quarter of 2024 come back far less', () => {
    const back = (from: string, to: string): number => {
      const cohort = orderDays().filter(([first]) => first! >= day(from) && first! < day(to));
      return cohort.filter(([first, second]) => second !== undefined && second <= first! + 180).length / cohort.length;
    };
    const offer = back('2024-04-01', '2024-07-01');
    expect(offer).toBeLessThan(back('2024-01-01', '2024-04-01') - 0.12);
    expect(offer).toBeLessThan(back('2024-07-01', '2024-10-01') - 0.12);
  });

  it('tells that regulars stay away in the last quarter of 2025, and did not a year before', () => {
    const kept = (year: number): number => {
      const [from, to, end] = [day(`${year}-07-01`), day(`${year}-10-01`), day(`${year + 1}-01-01`)];
      const regulars = orderDays().filter((days) => days.filter((d) => d < to).length >= 3 && days.some((d) => d >= from && d < to));
      return regulars.filter((days) => days.some((d) => d >= to && d < end)).length / regulars.length;
    };
    expect(kept(2025)).toBeLessThan(kept(2024) - 0.12);
  });

  it('writes left-out rows as they would stand in a file', () => {
    expect(unpack(shop.leftOut.cells, 0)).toMatch(
      /^L-1\d{5},(T-\d{5})?,2024-\d\d-\d\d \d\d:\d\d,[A-Z]{3}-\d\d,"[^"]+",[^,]+,\d+,\d+\.\d\d,/,
    );
    expect(unpack(shop.batch.customers, 411)).toMatch(/^T-\d{5}$/);
  });
});
