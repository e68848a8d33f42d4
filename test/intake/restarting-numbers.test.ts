import { describe, expect, it } from 'vitest';
import { stage } from './helpers';

/** Receipts of a till, one per day and customer, numbered from 1 on each day. */
function till(days: number, perDay: number, customer: (day: number, number: number) => string): string {
  const rows = ['receipt no,member no,date,amount'];
  for (let day = 1; day <= days; day++)
    for (let number = 1; number <= perDay; number++)
      rows.push(`${number},${customer(day, number)},2024-03-${String(day + 9).padStart(2, '0')},${day}.00`);
  return `${rows.join('\n')}\n`;
}

describe('receipt numbers', () => {
  it('that begin again each day are orders of their day, though a customer may get the same number twice', async () => {
    // Member 1 has receipt 1 on each of the six days.
    const file = await stage(till(6, 8, (day, number) => (number === 1 ? 'M1' : `M${day * 10 + number}`)));
    const { totals } = file.preview(file.plan);
    expect([totals.orders, totals.customers]).toEqual([48, 43]);
    // A passer-by does not become the member who had the number on another day.
    const passers = await stage(till(6, 8, (day, number) => (number === 2 && day > 3 ? '' : `M${day * 10 + number}`)));
    expect(passers.preview(passers.plan).parts.find((part) => part.code === 'no-customer')!.rows).toBe(3);
    expect(file.rowsOf(file.plan, 'sale', 8, 1)[0]!.read.order).toBe('1 · 2024-03-11');
  });

  it('that do not begin again are one order each, on whatever days their rows are', async () => {
    const file = await stage(
      [
        'order id,member no,date,amount',
        ...[1, 2, 3, 4, 5, 6].flatMap((n) => [`${n},M${n},2024-03-1${n},5`, `${n},M${n},2024-03-2${n},5`]),
      ].join('\n'),
    );
    expect(file.preview(file.plan).totals.orders).toBe(6);
  });
});
