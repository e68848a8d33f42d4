import { describe, expect, it } from 'vitest';
import { daysOfPage, Router } from '../../src/state/route.svelte';
import { isReadable } from '../../src/ui/pages';

const days = (first: number, last: number) => ({ firstDay: first, lastDay: last });
const shop = { orders: 10, ...days(100, 200), recordDays: { answers: { first: 150, last: 260 }, points: { first: 50, last: 300 } } };
const noOrders = { orders: 0, ...days(0, -1), recordDays: { answers: { first: 150, last: 160 } } };

describe('the days that a page looks at when the address names none', () => {
  it('are those with an order', () => {
    expect(daysOfPage('overview', shop)).toMatchObject(days(100, 200));
    expect(daysOfPage('loyalty', shop)).toMatchObject(days(100, 200));
  });

  it('are those of its records on the page of what people say: none after the last order is out of sight', () => {
    expect(daysOfPage('voice', shop)).toEqual(days(150, 260));
    expect(daysOfPage('voice', { ...shop, lastDay: 400 })).toEqual(days(150, 400));
  });

  it('are those of the records in a shop without orders', () => {
    expect(daysOfPage('loyalty', noOrders)).toEqual(days(150, 160));
    expect(daysOfPage('voice', { ...noOrders, recordDays: {} })).toMatchObject(days(0, -1));
  });
});

describe('a page can be read', () => {
  it('with orders, or with records where it is about some', () => {
    expect(isReadable('overview', { orders: 1, records: {} })).toBe(true);
    expect(isReadable('overview', { orders: 0, records: { answers: 5 } })).toBe(false);
    expect(isReadable('voice', { orders: 0, records: { answers: 5 } })).toBe(true);
    expect(isReadable('voice', { orders: 0, records: {} })).toBe(false);
    expect(isReadable('voice', { orders: 0, records: { points: 5 } })).toBe(false);
    expect(isReadable('loyalty', { orders: 0, records: { points: 5 } })).toBe(true);
  });
});

describe('the lines that a drawer lists', () => {
  it('belong to its number: the next one opens without them', () => {
    const router = new Router({ hash: '#/voice?how=net-promoter-score&lines=detractors' }, { replaceState: () => undefined });
    expect(router.here({ how: 'customer-satisfaction' })).toBe('#/voice?how=customer-satisfaction');
    expect(router.here({ how: 'x', lines: 'answers' })).toBe('#/voice?how=x&lines=answers');
    expect(router.here({ grain: 'week' })).toContain('lines=detractors');
  });
});
