import { describe, expect, it } from 'vitest';
import { TRACKING_HEIGHT, trackingLines, type TrackingPoint } from '../../../src/ui/charts/tracking-lines';
import { tokensWith } from '../../../src/ui/charts/tokens';

const words = { count: (n: number) => String(n), came: 'came', expected: 'expected', held: 'not shown to the model' };
const points: TrackingPoint[] = Array.from({ length: 60 }, (_, i) => ({
  tick: i % 13 === 0 ? `w${i}` : '',
  actual: i * 20,
  expected: i * 20 + 8,
  isHeldOut: i >= 40,
}));
/** Options of ECharts are a wide open type. */
type Option = any;
const draw = (of: readonly TrackingPoint[], width = 760): Option => trackingLines(of, words, tokensWith('Test Sans'), width);
const texts = (option: Option) => option.graphic.filter((part: Option) => part.type === 'text');

describe('the lines of a back-test', () => {
  it('are two, told apart by more than their colour, on an axis from 0 that covers both', () => {
    const { series, yAxis } = draw(points);
    expect(series.map((line: Option) => line.name)).toEqual(['expected', 'came']);
    expect(series[0].lineStyle.type).toEqual([5, 3]);
    expect(series[1].lineStyle.type).toBeUndefined();
    expect(yAxis.min).toBe(0);
    expect(yAxis.max).toBeGreaterThanOrEqual(59 * 20 + 8);
  });

  it('mark the part that was held back by a border, a ground and its name', () => {
    const option = draw(points);
    const ground = option.graphic.find((part: Option) => part.type === 'rect');
    const border = option.graphic.find((part: Option) => part.type === 'line');
    expect(border.shape.x1).toBe(ground.shape.x);
    expect(ground.shape.x).toBeCloseTo(option.grid.left + (40 / 60) * (760 - option.grid.right - option.grid.left), 6);
    expect(texts(option)[0].style.text).toBe('→ not shown to the model');
  });

  it('write the name of the part before its border where it has no room behind it', () => {
    const late = points.map((point, i) => ({ ...point, isHeldOut: i >= 56 }));
    expect(texts(draw(late, 360))[0].style).toMatchObject({ text: 'not shown to the model →', align: 'right' });
    expect(draw(points.map((point) => ({ ...point, isHeldOut: false }))).graphic.some((part: Option) => part.type === 'rect')).toBe(false);
  });

  it('carry their names at their ends, apart and within the drawing, the higher one above', () => {
    for (const expected of [0, 59 * 20 - 1, 59 * 20, 59 * 20 + 1, 5000]) {
      const option = draw([...points.slice(0, -1), { ...points.at(-1)!, expected }]);
      const [, came, thought] = texts(option);
      expect(Math.abs(came.y - thought.y)).toBeGreaterThan(10);
      expect(came.y < thought.y).toBe(expected <= 59 * 20);
      for (const { y } of [came, thought]) expect(y).toBeLessThan(TRACKING_HEIGHT.wide);
    }
  });

  it('leave out a week that is too short to compare, and draw nothing of nothing', () => {
    const short = draw([...points, { tick: '', actual: null, expected: null, isHeldOut: true }]);
    expect(short.series[1].data.at(-1)).toBeNull();
    expect(texts(short)).toHaveLength(3);
    expect(draw([]).series[0].data).toEqual([]);
  });
});
