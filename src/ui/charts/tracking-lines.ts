import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth, scaleTo } from './scale';
import type { Tokens } from './tokens';

/** What came and what was expected up to, or in, a week; null where the week is too short to compare. */
export interface TrackingPoint {
  tick: string;
  actual: number | null;
  expected: number | null;
  isHeldOut: boolean;
}

export interface TrackingWords {
  count: (value: number) => string;
  /** Written at the ends of the two lines. */
  came: string;
  expected: string;
  /** Written over the part that the model was not shown. */
  held: string;
}

export const TRACKING_HEIGHT = { wide: 310, narrow: 250 };
const WIDE = 560;
const TOP = 26;
const BOTTOM = 40;

interface Plot {
  left: number;
  right: number;
  bottom: number;
  top: number;
  step: number;
  band: number;
}

/**
 * What came as an indigo line, what was expected as a broken grey one; the part that the model was not shown stands on a tinted ground behind
 * an upright line, with its name on it.
 */
export function trackingLines(points: readonly TrackingPoint[], words: TrackingWords, tokens: Tokens, width: number): EChartsCoreOption {
  const plot = plotOf(points, words, width);
  const line = (name: string, value: (p: TrackingPoint) => number | null, lineStyle: object) => ({
    type: 'line',
    name,
    silent: true,
    symbol: 'none',
    lineStyle,
    data: points.map(value),
  });
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left: plot.left, right: width - plot.right, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'category',
      data: points.map((p) => p.tick),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.ink, width: 1 } },
      axisLabel: { color: tokens.ink3, fontSize: 12, lineHeight: 16, interval: 0, margin: 8 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: plot.top,
      interval: plot.step,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
      axisLabel: { color: tokens.ink3, fontSize: 12, margin: 8, formatter: words.count },
    },
    series: [
      line('expected', (p) => p.expected, { color: tokens.ink2, width: 1.6, type: [5, 3] }),
      line('came', (p) => p.actual, { color: tokens.indigo, width: 2 }),
    ],
    graphic: [...heldOut(points, words, plot, tokens), ...names(points, words, plot, tokens)],
  };
}

function plotOf(points: readonly TrackingPoint[], words: TrackingWords, width: number): Plot {
  const { top, step } = scaleTo(Math.max(1, ...points.map((p) => Math.max(p.actual ?? 0, p.expected ?? 0))), 4, true);
  const left = Math.ceil(roughWidth(words.count(top))) + 12;
  const right = width - Math.ceil(Math.max(roughWidth(words.came), roughWidth(words.expected))) - 12;
  const height = width >= WIDE ? TRACKING_HEIGHT.wide : TRACKING_HEIGHT.narrow;
  return { left, right, bottom: height - BOTTOM, top, step, band: (right - left) / Math.max(1, points.length) };
}

/** Ground, border and name of the part that was held back. */
function heldOut(points: readonly TrackingPoint[], words: TrackingWords, plot: Plot, tokens: Tokens) {
  const first = points.findIndex((p) => p.isHeldOut);
  if (first < 0) return [];
  const x = plot.left + first * plot.band;
  const room = plot.right - x - 12;
  const isInside = room >= roughWidth(words.held);
  return [
    {
      type: 'rect',
      silent: true,
      z: -1,
      shape: { x, y: TOP, width: plot.right - x, height: plot.bottom - TOP },
      style: { fill: tokens.indigoWash },
    },
    { type: 'line', silent: true, z: 3, shape: { x1: x, x2: x, y1: 4, y2: plot.bottom }, style: { stroke: tokens.ink, lineWidth: 1 } },
    {
      type: 'text',
      silent: true,
      z: 6,
      x: isInside ? x + 6 : x - 6,
      y: 12,
      style: {
        text: isInside ? `→ ${words.held}` : `${words.held} →`,
        font: `400 12px ${tokens.sans}`,
        fill: tokens.ink2,
        align: isInside ? 'left' : 'right',
        verticalAlign: 'middle',
      },
    },
  ];
}

/** The names of the lines at their ends, the higher line's above the other's. */
function names(points: readonly TrackingPoint[], words: TrackingWords, plot: Plot, tokens: Tokens) {
  const last = points.findLast((p) => p.actual !== null && p.expected !== null);
  if (!last) return [];
  const y = (value: number) => plot.bottom - (value / plot.top) * (plot.bottom - TOP);
  const [came, expected] = [y(last.actual!), y(last.expected!)];
  const apart = Math.max(0, 15 - Math.abs(came - expected)) / 2;
  const isAbove = came <= expected;
  const name = (text: string, at: number, fill: string, weight: number) => ({
    type: 'text',
    silent: true,
    z: 6,
    x: plot.right + 4,
    y: Math.min(plot.bottom - 6, Math.max(8, at)),
    style: { text, font: `${weight} 12px ${tokens.sans}`, fill, align: 'left', verticalAlign: 'middle' },
  });
  return [
    name(words.came, came + (isAbove ? -apart : apart), tokens.indigo, 600),
    name(words.expected, expected + (isAbove ? apart : -apart), tokens.ink2, 400),
  ];
}
