import type { EChartsCoreOption } from 'echarts/core';
import { ISO_CALENDAR, periodOf, periodStart, type Day } from '../../terms/day';
import { axisTicks, type TickWords } from './axis-ticks';
import { roughWidth } from './scale';
import type { Tokens } from './tokens';

/** Likelihood of still being a customer over time, 0 to 1, at the end of days. */
export interface AliveCurve {
  /** Ascending; the last is the last day read. */
  points: readonly { day: Day; alive: number }[];
  /** Days with an order. */
  orders: readonly Day[];
  /** Day on which silence grew long enough to count as lapsed by the shop's rule; null where it has not. */
  lapsed: Day | null;
}

export interface AliveWords extends TickWords {
  percent: (ratio: number) => string;
  /** Written at the day of the rule. */
  lapsed: string;
}

export const ALIVE_HEIGHT = 240;
const TOP = 22;
const BOTTOM = 44;

/** The likelihood as a line with a dot at each day with an order, its two ends in figures, the last in red; the day of the rule dashed. */
export function aliveCurve(curve: AliveCurve, words: AliveWords, tokens: Tokens, width: number): EChartsCoreOption {
  const plot = plotOf(curve, words, width);
  const at = new Map(curve.points.map(({ day, alive }) => [day, alive]));
  const label = { color: tokens.ink3, fontSize: 12, margin: 8 };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left: plot.left, right: width - plot.right, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'value',
      min: plot.from,
      max: plot.to,
      axisLabel: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: tokens.ink, width: 1 } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
      axisLabel: { ...label, formatter: (share: number) => (share === 1 ? words.percent(1) : String(share * 100)) },
    },
    series: [
      {
        type: 'line',
        name: 'alive',
        silent: true,
        symbol: 'none',
        lineStyle: { color: tokens.indigo, width: 2 },
        data: curve.points.map(({ day, alive }) => [day, alive]),
      },
      {
        type: 'line',
        name: 'orders',
        silent: true,
        symbol: 'circle',
        showAllSymbol: true,
        lineStyle: { width: 0 },
        symbolSize: dotSize(curve, plot),
        itemStyle: { color: tokens.indigo, borderColor: tokens.paper, borderWidth: 1.2 },
        data: curve.orders.map((day) => [day, at.get(day) ?? 0]),
      },
    ],
    graphic: [...months(plot, words, tokens), ...rule(curve, words, plot, tokens), ...ends(curve, words, plot, tokens)],
  };
}

interface Plot {
  from: Day;
  to: Day;
  left: number;
  right: number;
  x: (day: Day) => number;
  y: (alive: number) => number;
}

function plotOf({ points }: AliveCurve, words: AliveWords, width: number): Plot {
  const from = points[0]?.day ?? 0;
  const to = Math.max(from + 1, points.at(-1)?.day ?? 0);
  const left = Math.ceil(roughWidth(words.percent(1))) + 12;
  const right = width - Math.ceil(roughWidth(words.percent(0.99)) * 1.2) - 16;
  const floor = ALIVE_HEIGHT - BOTTOM;
  return {
    from,
    to,
    left,
    right,
    x: (day) => left + ((day - from) / (to - from)) * (right - left),
    y: (alive) => TOP + (1 - alive) * (floor - TOP),
  };
}

/** Dots shrink where many days with an order stand close. */
function dotSize({ orders }: AliveCurve, { left, right }: Plot): number {
  return Math.max(3, Math.min(7, (right - left) / Math.max(1, orders.length) / 1.5));
}

/** Both ends in figures beside the line: where it began, and in red where it stands. */
function ends({ points }: AliveCurve, words: AliveWords, plot: Plot, tokens: Tokens) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const [cx, cy] = [plot.x(last.day), plot.y(last.alive)];
  const circle = {
    type: 'circle',
    silent: true,
    z: 4,
    shape: { cx, cy, r: 5 },
    style: { fill: tokens.cinnabar, stroke: tokens.paper, lineWidth: 1.2 },
  };
  // Over the line, or under it where a second order soon lifts it.
  const near = points.filter(({ day }) => plot.x(day) < plot.x(first.day) + 44);
  const down = near.some(({ alive }) => alive > first.alive + 0.01) ? 1 : -1;
  const beside = { x: plot.x(first.day) + 6, y: Math.max(9, plot.y(first.alive) + down * 13) };
  const begin = write(words.percent(first.alive), beside, tokens.ink, tokens);
  const end = write(words.percent(last.alive), { x: cx + 9, y: cy }, tokens.cinnabar, tokens, true);
  return last.day - first.day < (plot.to - plot.from) / 10 ? [circle, end] : [begin, circle, end];
}

function rule({ lapsed }: AliveCurve, words: AliveWords, plot: Plot, tokens: Tokens) {
  if (lapsed === null) return [];
  const x = plot.x(lapsed);
  const shape = { x1: x, x2: x, y1: TOP - 8, y2: ALIVE_HEIGHT - BOTTOM };
  const fits = x + 6 + roughWidth(words.lapsed) < plot.right;
  const text = write(words.lapsed, { x: fits ? x + 6 : x - 6, y: TOP - 6 }, tokens.ink2, tokens);
  return [
    { type: 'line', silent: true, z: 3, shape, style: { stroke: tokens.ink3, lineWidth: 1, lineDash: [2, 3] } },
    { ...text, style: { ...text.style, align: fits ? 'left' : 'right' } },
  ];
}

function months(plot: Plot, words: AliveWords, tokens: Tokens) {
  const first = periodOf(plot.from, 'month', ISO_CALENDAR);
  const last = periodOf(plot.to, 'month', ISO_CALENDAR);
  const starts = Array.from({ length: last - first + 1 }, (_, i) => periodStart(first + i, 'month', ISO_CALENDAR));
  const labels = axisTicks(starts, 'month', (plot.right - plot.left) / starts.length, words);
  return starts.flatMap((start, i) => {
    const x = plot.x(Math.max(start, plot.from));
    const text = labels[i] ?? '';
    if (text === '' || x > plot.right - roughWidth(text.split('\n')[0]!)) return [];
    const style = { text, font: `400 12px ${tokens.sans}`, fill: tokens.ink3, lineHeight: 15 };
    return [{ type: 'text', silent: true, z: 3, x: x + 2, y: ALIVE_HEIGHT - BOTTOM + 8, style }];
  });
}

function write(text: string, { x, y }: { x: number; y: number }, fill: string, tokens: Tokens, bold = false) {
  const font = `${bold ? '600 13px' : '400 12px'} ${tokens.sans}`;
  const style = { text, font, fill, stroke: tokens.paper, lineWidth: 3, align: 'left', verticalAlign: 'middle' };
  return { type: 'text', silent: true, z: 6, x, y, style };
}
