import { describe, expect, it } from 'vitest';
import { plotOf, SURVIVAL_HEIGHT, survivalCurve, type CurveLine } from '../../../src/ui/charts/survival-curve';
import { tokensWith } from '../../../src/ui/charts/tokens';

const words = { percent: (r: number) => `${Math.round(r * 100)} %`, days: (n: number) => `${n} days` };
const line = (name: string, tone: CurveLine['tone'], last: number, end = 360): CurveLine => ({
  name,
  tone,
  named: true,
  end,
  points: [
    { day: 0, share: 0, low: null, high: null },
    { day: 40, share: last / 2, low: last / 2 - 0.02, high: last / 2 + 0.03 },
    { day: 200, share: last, low: last - 0.05, high: last + 0.05 },
  ],
});
const lines = ['Germany', 'France', 'Austria', 'Spain', 'Italy'].map((name, i) =>
  line(name, i === 0 ? 'picked' : 'plain', 0.5 + i / 1000, 360 - i),
);
/** Options of ECharts are a wide open type. */
type Option = any;

describe.each([328, 760])('curves by group at %i pixels', (width) => {
  const option: Option = survivalCurve(lines, words, tokensWith('Test Sans'), width);
  const plot = plotOf(lines, width);
  const texts: { y: number; x: number; style: { text: string } }[] = option.graphic.filter((one: Option) => one.type === 'text');

  it('name every line beside its end, no name on another, none outside the drawing', () => {
    expect(texts.map(({ style }) => style.text).sort()).toEqual(['Austria', 'France', 'Germany', 'Italy', 'Spain']);
    const tops = texts.map(({ y }) => y).sort((a, b) => a - b);
    tops.forEach((y, i) => expect(y - (tops[i - 1] ?? -15)).toBeGreaterThanOrEqual(15));
    expect(tops[0]).toBeGreaterThanOrEqual(0);
    expect(tops.at(-1)! + 14).toBeLessThanOrEqual(SURVIVAL_HEIGHT);
    for (const { x } of texts) expect(x).toBeGreaterThan(plot.right);
  });

  it('have ticks within the plot that the numbers under the axis are set to', () => {
    expect(plot.ticks.length).toBeGreaterThanOrEqual(2);
    expect(plot.ticks.every((day, i) => day === i * plot.ticks[1]! && day <= plot.to)).toBe(true);
    expect([option.grid.left, option.grid.right, option.xAxis.interval]).toEqual([plot.left, width - plot.right, plot.ticks[1]]);
  });

  it('draw the picked one with its range, the others without, each to its own end', () => {
    const strokes = option.series.filter((one: Option) => !one.stack);
    expect(option.series.length - strokes.length).toBe(2);
    expect(strokes.map(({ data }: Option) => data.at(-1)[0])).toEqual([360, 359, 358, 357, 356]);
    expect(strokes.filter((one: Option) => one.lineStyle.color === 'var(--indigo)')).toHaveLength(1);
    const band = option.series.find((one: Option) => one.areaStyle);
    expect(band.data[2][1]).toBeCloseTo(0.1, 12);
  });
});

describe('curves of groups that are all alike', () => {
  const alike = [
    { ...line('Everybody', 'whole', 0.5) },
    { ...line('Germany', 'thin', 0.52) },
    { ...line('Netherlands by post', 'thin', 0.5, 500), named: false },
  ];
  const option: Option = survivalCurve(alike, words, tokensWith('Test Sans'), 760);

  it('are thin and undashed, and nothing stands at the end of one without a name', () => {
    const thin = option.series.filter((one: Option) => !one.stack && one.z === 3);
    expect(thin.map(({ lineStyle }: Option) => [lineStyle.width, lineStyle.type])).toEqual([
      [1, undefined],
      [1, undefined],
    ]);
    const of = (type: string) => option.graphic.filter((one: Option) => one.type === type);
    expect(
      of('text')
        .map(({ style }: Option) => style.text)
        .sort(),
    ).toEqual(['Everybody', 'Germany']);
    expect(of('circle')).toHaveLength(2);
    for (const { x } of of('text')) expect(x).toBeGreaterThan(plotOf(alike, 760).right);
  });

  it('leave no room at the right for a name that is not written there', () => {
    const all = alike.map((one) => ({ ...one, named: true }));
    expect(plotOf(alike, 760).right).toBeGreaterThan(plotOf(all, 760).right);
    expect(plotOf(alike, 760).left).toBe(plotOf(all, 760).left);
  });
});
