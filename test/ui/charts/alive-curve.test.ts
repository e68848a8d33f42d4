import { describe, expect, it } from 'vitest';
import { ALIVE_HEIGHT, aliveCurve, type AliveCurve } from '../../../src/ui/charts/alive-curve';
import { tokensWith } from '../../../src/ui/charts/tokens';

const words = {
  percent: (r: number) => `${Math.round(r * 100)} %`,
  tick: (day: number) => `m${day}`,
  year: (year: number) => String(year),
  lapsed: 'lapsed by the rule',
};
const points = Array.from({ length: 301 }, (_, i) => ({ day: 15_000 + i, alive: i < 100 ? 0.9 : 0.9 - (i - 100) / 250 }));
const curve: AliveCurve = { points, orders: [15_000, 15_050, 15_100], lapsed: 15_250 };
/** Options of ECharts are a wide open type. */
type Option = any;
const draw = (part: Partial<AliveCurve> = {}, width = 760): Option =>
  aliveCurve({ ...curve, ...part }, words, tokensWith('Test Sans'), width);
const texts = (option: Option): string[] => option.graphic.map((part: Option) => part.style.text).filter(Boolean);

describe('the curve of the likelihood of still being a customer', () => {
  it('runs from the first order to the last day read on an axis of 0 to 1, with a dot at each day with an order', () => {
    const option = draw();
    expect([option.xAxis.min, option.xAxis.max, option.yAxis.min, option.yAxis.max]).toEqual([15_000, 15_300, 0, 1]);
    expect(option.series[0].data).toHaveLength(301);
    expect(option.series[1].data).toEqual(curve.orders.map((day) => [day, 0.9]));
  });

  it('prints both its ends, the last in red and inside the drawing', () => {
    const option = draw({}, 328);
    expect(texts(option)).toContain('90 %');
    expect(texts(option)).toContain('10 %');
    const circle = option.graphic.find((part: Option) => part.type === 'circle');
    expect(circle.style.fill).toBe('var(--cinnabar)');
    expect(circle.shape.cx).toBeLessThan(300);
    expect(circle.shape.cy).toBeLessThan(ALIVE_HEIGHT);
  });

  it('marks the day of the shop’s rule only where silence has reached it', () => {
    expect(texts(draw())).toContain('lapsed by the rule');
    expect(texts(draw({ lapsed: null }))).not.toContain('lapsed by the rule');
  });

  it('can be drawn of a customer who ordered on the last day read', () => {
    const option = draw({ points: [{ day: 15_000, alive: 1 }], orders: [15_000], lapsed: null });
    expect(option.xAxis.max).toBe(15_001);
    expect(texts(option).filter((text) => text === '100 %')).toHaveLength(1);
  });
});
