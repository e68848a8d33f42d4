import { describe, expect, it } from 'vitest';
import { tenthColumns } from '../../../src/ui/charts/tenth-columns';
import { tokensWith } from '../../../src/ui/charts/tokens';

const tokens = tokensWith('Test Sans');
const words = {
  percent: (ratio: number) => `${Math.round(ratio * 1000) / 10} %`,
  number: (ratio: number) => String(Math.round(ratio * 100)),
};
const SHARES = [0.6, 0.14, 0.08, 0.06, 0.04, 0.03, 0.02, 0.015, 0.01, 0.005];
const drawn = (width: number, shares = SHARES): any =>
  tenthColumns(
    shares.map((share, i) => ({ tick: String(i + 1), share })),
    words,
    tokens,
    width,
  );

describe('columns of tenths', () => {
  it('only the first is red, and each stands for its share', () => {
    const { data } = drawn(760).series[0];
    expect(data.map((d: any) => d.value)).toEqual(SHARES);
    expect(data.map((d: any) => d.itemStyle.color === tokens.cinnabar)).toEqual([true, ...new Array(9).fill(false)]);
  });

  it('begin at nothing, and the axis holds the tallest', () => {
    const { yAxis } = drawn(760);
    expect(yAxis.min).toBe(0);
    expect(yAxis.max).toBeGreaterThanOrEqual(0.6);
    expect(drawn(760, [1.1, ...SHARES.slice(1, 9), -0.1]).yAxis.min).toBe(-0.1);
  });

  it('name every share where there is room, and the first one only on a phone', () => {
    const named = (width: number) => drawn(width).series[0].data.map((d: any) => d.label.show);
    expect(named(760)).toEqual(new Array(10).fill(true));
    expect(named(328)).toEqual([true, ...new Array(9).fill(false)]);
  });

  it('carry the unit on the top label only', () => {
    const { axisLabel, max } = drawn(760).yAxis;
    expect([axisLabel.formatter(max), axisLabel.formatter(0.2)]).toEqual([words.percent(max), '20']);
  });
});
