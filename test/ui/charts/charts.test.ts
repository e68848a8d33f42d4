import { describe, expect, it } from 'vitest';
import { dayFromYmd, periodStart, ISO_CALENDAR, periodOf } from '../../../src/terms/day';
import { axisTicks } from '../../../src/ui/charts/axis-ticks';
import { boughtColumns, type BoughtColumn } from '../../../src/ui/charts/bought-columns';
import { gapCurve } from '../../../src/ui/charts/gap-curve';
import { ladderSteps, type Rung } from '../../../src/ui/charts/ladder-steps';
import { orderTimeline } from '../../../src/ui/charts/order-timeline';
import { placeLabels, type Wanted } from '../../../src/ui/charts/place-labels';
import { retentionLine, type RetentionPoint } from '../../../src/ui/charts/retention-line';
import { roughWidth, scaleTo } from '../../../src/ui/charts/scale';
import { tokensWith } from '../../../src/ui/charts/tokens';

const tokens = tokensWith('Test Sans');
/** Options of ECharts are a wide open type. */
type Option = any;

const months = (from: number, count: number) => Array.from({ length: count }, (_, i) => periodStart(from + i, 'month', ISO_CALENDAR));
const DECEMBER_2010 = periodOf(dayFromYmd(2010, 12, 1), 'month', ISO_CALENDAR);
const words = { tick: (day: number) => new Date(day * 86_400_000).toISOString().slice(5, 7), year: String };

describe('scale', () => {
  it('has round steps and no more gridlines than were asked for', () => {
    expect(scaleTo(1664, 4, false)).toEqual({ step: 500, top: 1500 });
    expect(scaleTo(0.54, 4, true).top).toBeCloseTo(0.6);
    expect(scaleTo(0, 4, true)).toEqual({ step: 1, top: 1 });
  });
  it('covers the largest value when it has to', () => {
    for (const max of [0.03, 1, 7, 99, 101, 12345]) {
      const { step, top } = scaleTo(max, 4, true);
      expect(top).toBeGreaterThanOrEqual(max);
      expect(Math.round(top / step)).toBeLessThanOrEqual(5);
    }
  });
});

describe('axis of periods', () => {
  it('names the year under the first label and where it changes', () => {
    expect(axisTicks(months(DECEMBER_2010, 3), 'month', 50, words)).toEqual(['12\n2010', '01\n2011', '02']);
  });
  it('keeps January when there is room for every third month only', () => {
    const ticks = axisTicks(months(DECEMBER_2010, 13), 'month', 15, words);
    expect(ticks.map((t, i) => (t ? i : -1)).filter((i) => i >= 0)).toEqual([1, 4, 7, 10]);
  });
  it('counts weeks back from the last', () => {
    const weeks = Array.from({ length: 9 }, (_, i) => dayFromYmd(2024, 1, 1) + 7 * i);
    const ticks = axisTicks(weeks, 'week', 10, words);
    expect(ticks[8]).not.toBe('');
    expect(ticks[7]).toBe('');
  });
});

const column = (part: Partial<BoughtColumn>): BoughtColumn => ({
  tick: '',
  retained: 10,
  reactivated: 5,
  newcomers: 5,
  complete: true,
  picked: false,
  ...part,
});
const boughtWords = { count: String, retained: 'kept', reactivated: 'back', newcomers: 'new' };

describe('columns of who bought', () => {
  const columns = [column({ newcomers: 20, retained: 0, reactivated: 0 }), column({ picked: true }), column({ complete: false })];
  const option: Option = boughtColumns(columns, boughtWords, tokens, 760);

  it('stack from most kept to new', () => {
    expect(option.series.map((s: Option) => s.name)).toEqual(['retained', 'reactivated', 'newcomers']);
    expect(new Set(option.series.map((s: Option) => s.stack)).size).toBe(1);
  });
  it('give the red to the kept part of the picked column and to nothing else', () => {
    const reds = option.series
      .flatMap((s: Option) => s.data.map((d: Option, i: number) => (d.itemStyle.color === tokens.cinnabar ? `${s.name} ${i}` : '')))
      .filter(Boolean);
    expect(reds).toEqual(['retained 1']);
  });
  it('hatch what is not over, in every part', () => {
    for (const series of option.series)
      expect(series.data.map((d: Option) => d.itemStyle.decal !== undefined)).toEqual([false, false, true]);
  });
  it('begin at zero', () => expect(option.yAxis.min).toBe(0));
  it('name the parts of the picked column beside it, and only where there is room', () => {
    const texts = (o: Option) => o.graphic.filter((g: Option) => g.type === 'text').map((g: Option) => g.style.text);
    expect(texts(option)).toEqual(['5', 'new', '5', 'back', '10', 'kept']);
    expect(texts(boughtColumns(columns, boughtWords, tokens, 340))).toEqual([]);
  });
  it('write no two names over each other when a part is thin', () => {
    const thin: Option = boughtColumns([column({ picked: true, retained: 1000, reactivated: 1, newcomers: 1 })], boughtWords, tokens, 760);
    const tops = thin.graphic.filter((g: Option) => g.type === 'text' && g.style.font.startsWith('600')).map((g: Option) => g.y);
    for (let i = 1; i < tops.length; i++) expect(tops[i] - tops[i - 1]).toBeGreaterThanOrEqual(30);
  });
});

const point = (part: Partial<RetentionPoint>): RetentionPoint => ({
  tick: '',
  rate: 0.4,
  low: 0.35,
  high: 0.45,
  complete: true,
  picked: false,
  ...part,
});
const lineWords = {
  percent: (r: number) => `${(r * 100).toFixed(1)} %`,
  number: (r: number) => String(Math.round(r * 100)),
  unfinished: ['9 days', 'only'],
};

describe('line of retention', () => {
  const points = [point({}), point({ rate: 0.31, low: 0.28, high: 0.34 }), point({ picked: true }), point({ rate: 0.22, complete: false })];
  const option: Option = retentionLine(points, lineWords, tokens, 760);
  const series = (name: string) => option.series.find((s: Option) => s.name === name);

  it('ends before the period that is not over', () => {
    expect(series('share').data.map((d: Option) => d?.value ?? null)).toEqual([0.4, 0.31, 0.4, null]);
  });
  it('leads by dots from the last whole period to the one that is not over', () => {
    expect(series('so far').data.map((d: Option) => d?.value ?? null)).toEqual([null, null, 0.4, 0.22]);
  });
  it('draws no likely range for a period that is not over', () => {
    expect(series('low').data[3]).toBeNull();
    expect(series('range').data[3]).toBeNull();
    expect(series('unfinished').data.map((d: Option) => d !== null)).toEqual([false, false, false, true]);
  });
  it('writes the first, the lowest, the picked and the unfinished share', () => {
    const named = option.graphic.filter((g: Option) => /%$/.test(g.style.text ?? '')).map((g: Option) => g.style.text);
    expect(named.sort()).toEqual(['22.0 %', '31.0 %', '40.0 %', '40.0 %']);
  });
  it('never goes above 100 %', () => {
    const full: Option = retentionLine([point({ rate: 1, low: 0.8, high: 1, picked: true })], lineWords, tokens, 760);
    expect(full.yAxis.max).toBeLessThanOrEqual(1);
  });
});

describe('labels', () => {
  const around = { line: [0, 50, 100].map((x) => ({ x, top: 95, bottom: 105 })), left: 0, right: 100, top: 0, bottom: 200 };
  const label = (part: Partial<Wanted>): Wanted => ({
    text: '',
    x: 50,
    top: 95,
    bottom: 105,
    width: 40,
    height: 14,
    side: 'above',
    ...part,
  });
  const box = (l: { cx: number; cy: number; width: number; height: number }) => [l.cy - l.height / 2, l.cy + l.height / 2] as const;

  it('stand above or below what is drawn under their width', () => {
    const [above] = placeLabels([label({})], around);
    expect(box(above!)[1]).toBeLessThanOrEqual(95);
    const [below] = placeLabels([label({ side: 'below' })], around);
    expect(box(below!)[0]).toBeGreaterThanOrEqual(105);
  });
  it('never leave the paper', () => {
    const placed = placeLabels([label({ x: 0 }), label({ x: 100 })], around);
    expect(placed.map((l) => l.cx)).toEqual([20, 80]);
  });
  it('give way to the one before: to the other side, and then altogether', () => {
    const placed = placeLabels([label({}), label({ x: 60 }), label({ x: 55 })], around);
    expect(placed).toHaveLength(2);
    expect(placed[1]!.cy).toBeGreaterThan(105);
  });
  it('are left out in a gorge, where they would stand far from their mark', () => {
    const gorge = { ...around, line: around.line.map((m) => (m.x === 50 ? { x: 50, top: 190, bottom: 199 } : m)) };
    expect(placeLabels([label({ top: 190, bottom: 199, side: 'below', width: 110 })], gorge)).toEqual([]);
  });
});

describe('curve of waits', () => {
  const points = [
    { days: 10, share: 0.5 },
    { days: 40, share: 0.8 },
    { days: 90, share: 0.9 },
  ];
  const mark = (days: number, share: number, isWindow = false) => ({ days, share, text: `${days} days`, isWindow });
  const curveWords = { percent: (r: number) => `${r * 100} %`, days: (n: number) => `${n} days` };
  const option: Option = gapCurve({ points, to: 60, marks: [mark(10, 0.5), mark(40, 0.8, true)] }, curveWords, tokens, 760);

  it('begins with no wait ended and is level after the last change', () => {
    expect(option.series[0].data).toEqual([
      [0, 0],
      [10, 0.5],
      [40, 0.8],
      [60, 0.8],
    ]);
  });
  it('has the red for the window alone', () => {
    const red = (g: Option) => [g.style.fill, g.style.stroke].includes(tokens.cinnabar);
    const reds = option.graphic.filter(red);
    expect(reds.map((g: Option) => g.type)).toEqual(['line', 'circle', 'text']);
    expect(reds[2].style.text).toBe('40 days');
  });
  it('writes no two marks over each other: the window keeps its words', () => {
    const near: Option = gapCurve({ points, to: 60, marks: [mark(38, 0.79), mark(40, 0.8, true)] }, curveWords, tokens, 760);
    expect(near.graphic.filter((g: Option) => g.type === 'text').map((g: Option) => g.style.text)).toEqual(['40 days', '']);
  });
});

describe('what is written at the edge', () => {
  it('stays in the drawing: the sum of the last column', () => {
    const many = Array.from({ length: 13 }, (_, i) => column({ picked: i === 12, newcomers: 1000 }));
    const o: Option = boughtColumns(many, boughtWords, tokens, 328);
    const plot = 328 - o.grid.left - o.grid.right;
    const centre = o.grid.left + plot * (12.5 / 13);
    expect(centre + roughWidth('1015') / 2).toBeLessThanOrEqual(328);
  });
  it('stays in the drawing: the sum of an order on the first day', () => {
    const o: Option = orderTimeline(
      { days: [{ day: 0, bought: 500000, refund: 0 }], from: 0, to: 100, lastOrder: 0, longestGap: null },
      { ...words, money: String, silence: '', withoutOrder: '', longestGap: '' },
      tokens,
      320,
    );
    const [dx] = o.series[0].data[0].label.offset;
    expect(4 + dx - roughWidth('500000') / 2).toBeGreaterThanOrEqual(0);
  });
});

describe('timeline of a customer', () => {
  const timeline = {
    days: [
      { day: 100, bought: 5000, refund: 0 },
      { day: 160, bought: 0, refund: -900 },
      { day: 200, bought: 8000, refund: 0 },
    ],
    from: 90,
    to: 300,
    lastOrder: 200,
    longestGap: { from: 100, to: 200 },
  };
  const timelineWords = {
    ...words,
    money: String,
    silence: '100 days',
    withoutOrder: 'without an order',
    longestGap: 'longest gap, 100 days',
  };
  const option: Option = orderTimeline(timeline, timelineWords, tokens, 760);
  const texts = (o: Option) => o.graphic.filter((g: Option) => g.type === 'text').map((g: Option) => g.style.text);

  it('draws refunds hollow, below the line', () => {
    const refunds = option.series.find((s: Option) => s.name === 'refunds');
    expect(refunds.data).toEqual([[160, -900]]);
    expect(refunds.itemStyle.color).toBe(tokens.paper);
  });
  it('says the silence and the longest gap where there is room for them', () => {
    expect(texts(option)).toEqual(expect.arrayContaining(['100 days', 'without an order', 'longest gap, 100 days']));
    const crowded: Option = orderTimeline({ ...timeline, to: 210 }, timelineWords, tokens, 300);
    expect(texts(crowded)).not.toContain('without an order');
  });
  it('marks no silence where nothing was bought', () => {
    const none: Option = orderTimeline({ ...timeline, days: [], lastOrder: null, longestGap: null }, timelineWords, tokens, 760);
    expect(none.graphic.some((g: Option) => g.type === 'rect')).toBe(false);
  });
});

describe('steps of the ladder', () => {
  const percent = (ratio: number) => `${Math.round(ratio * 100)} %`;
  const rung = (step: number, own: Partial<Rung> = {}): Rung => ({
    tick: `${step} → ${step + 1}`,
    brief: String(step),
    share: 0.4,
    low: 0.3,
    high: 0.5,
    few: false,
    picked: false,
    ...own,
  });

  it('begin at 0, hold every range, and colour the picked one only', () => {
    const option: Option = ladderSteps([rung(1), rung(2, { high: 0.83, picked: true }), rung(3, { few: true })], percent, tokens, 760);
    expect(option.yAxis.min).toBe(0);
    expect(option.yAxis.max).toBeGreaterThanOrEqual(0.83);
    const colours = option.series[0].data.map((column: Option) => column.itemStyle.color);
    expect(colours).toEqual([tokens.indigo2, tokens.cinnabar, tokens.newWash]);
  });
  it('says no gridline twice where hardly anybody goes on', () => {
    for (const share of [0, 0.001, 0.006, 0.012]) {
      const { max, interval } = (ladderSteps([rung(1, { share, low: null, high: null })], percent, tokens, 760) as Option).yAxis;
      const lines = Array.from({ length: Math.round(max / interval) + 1 }, (_, i) => (i * interval * 100).toFixed(0));
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  it('have no range where none can be given, and still a share', () => {
    const option: Option = ladderSteps([rung(1, { low: null, high: null })], percent, tokens, 760);
    expect(option.graphic.map((mark: Option) => mark.type)).toEqual(['text']);
    expect(option.graphic[0].style.text).toBe('40 %');
  });
  it('are named in short where their names would touch', () => {
    const rungs = Array.from({ length: 10 }, (_, i) => rung(i + 1));
    expect((ladderSteps(rungs, percent, tokens, 760) as Option).xAxis.data[9]).toBe('10 → 11');
    expect((ladderSteps(rungs, percent, tokens, 328) as Option).xAxis.data[9]).toBe('10');
  });
});
