import { describe, expect, it } from 'vitest';
import { dayFromYmd } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import { shopTablesOf, type RecordLiteral } from '../../../src/core/tables/shop-literals';
import { resolutionTime } from '../../../src/core/metrics/service/resolution-time';

const VIEW: View = {
  from: dayFromYmd(2024, 1, 1),
  to: dayFromYmd(2024, 2, 1),
  asOf: dayFromYmd(2024, 1, 31),
  grain: 'month',
  refunds: 'ignore',
  lapseDays: null,
  calendar: { weekStart: 1, yearStart: 1 },
};

/** Cases opened on 10 January, each closed so many days later. */
function closedAfter(days: readonly number[]): RecordLiteral[] {
  return days.map((wait) => ({ date: '2024-01-10', topic: 'late', closed: `2024-01-${String(10 + wait).padStart(2, '0')}` }));
}

function timesOf(feedback: RecordLiteral[]) {
  const figure = resolutionTime.compute(shopTablesOf({ orders: [], records: { feedback } }, VIEW.asOf), VIEW, resolutionTime.defaults);
  if (figure.value === null) throw new Error(figure.why);
  const input = (key: string) => figure.inputs.find((one) => one.key === key)?.value;
  return { figure, input };
}

describe('the times of few cases', () => {
  it('of fewer than five cases no share within the target is given, nor when nine of ten were closed', () => {
    const { figure, input } = timesOf(closedAfter([1, 2, 3, 4]));
    expect([figure.n, input('cases'), input('cases-ended')]).toEqual([4, 4, 4]);
    expect([input('within-target'), figure.variants]).toEqual([undefined, undefined]);
  });

  it('of five cases they are given', () => {
    const { figure, input } = timesOf(closedAfter([1, 2, 3, 4, 5]));
    expect(figure.n).toBe(5);
    expect(input('within-target')).toBeCloseTo(3 / 5, 12);
    expect(figure.variants!.p90!.value).toBe(5 * 24);
  });

  it('a case closed before it was opened counts as such and not among the cases', () => {
    const { figure, input } = timesOf(closedAfter([1, 2, 3, 4, 5, -1]));
    expect([figure.n, input('cases'), input('cases-backwards')]).toEqual([5, 5, 1]);
  });
});
