import { describe, expect, it } from 'vitest';
import { ERROR_HEIGHT, errorLines, type ErrorLine } from '../../../src/ui/charts/error-lines';
import { tokensWith } from '../../../src/ui/charts/tokens';

const words = {
  percent: (r: number) => `${Math.round(r * 100)} %`,
  days: (n: number) => `${n} days`,
  wrong: 'wrong',
  late: 'late',
  chosen: 'least',
};
const lines: ErrorLine[] = Array.from({ length: 60 }, (_, i) => {
  const [wrong, late] = [1 - i / 59, i / 59];
  return { days: i + 1, wrong, late, error: i === 39 ? 0.3 : 0.5 };
});
/** Options of ECharts are a wide open type. */
type Option = any;

describe('the lines of errors', () => {
  const option: Option = errorLines(lines, lines[39]!, words, tokensWith('Test Sans'), 760);

  it('are three, from the first candidate to the last, within an axis that begins at 0 and covers them', () => {
    expect(option.series).toHaveLength(3);
    for (const { data } of option.series) expect([data[0][0], data.at(-1)[0]]).toEqual([1, 60]);
    expect([option.yAxis.min, option.yAxis.max]).toEqual([0, 1]);
    expect(option.xAxis.max).toBe(60);
  });

  it('have one red mark, on the mean at the chosen days, with its drop to the axis', () => {
    const circle = option.graphic.find((part: Option) => part.type === 'circle');
    const drop = option.graphic.find((part: Option) => part.type === 'line');
    expect(option.graphic.filter((part: Option) => part.type === 'circle')).toHaveLength(1);
    expect(drop.shape.x1).toBe(circle.shape.cx);
    expect(drop.shape.y1).toBe(circle.shape.cy);
    expect(circle.shape.cy).toBeLessThan(ERROR_HEIGHT);
    expect(option.graphic.map((part: Option) => part.style.text).filter(Boolean)).toEqual(['least', 'wrong', 'late']);
  });

  it('write to the left of a mark near the end, so that nothing is cut', () => {
    const late: Option = errorLines(lines, { ...lines[58]!, error: 0.2 }, words, tokensWith('Test Sans'), 760);
    const [text] = late.graphic.filter((part: Option) => part.style.text === 'least');
    expect(text.style.align).toBe('right');
  });
});
