import type { EChartsCoreOption } from 'echarts/core';
import { placeLabels, type Wanted } from './place-labels';
import { roughWidth, scaleTo } from './scale';
import { hatch, type Tokens } from './tokens';

/** Share of one period's customers who came back, with its likely range. Ratios 0 to 1. */
export interface RetentionPoint {
  tick: string;
  rate: number;
  low: number;
  high: number;
  complete: boolean;
  picked: boolean;
}

export interface RetentionWords {
  percent: (ratio: number) => string;
  /** A gridline's number without the sign. */
  number: (ratio: number) => string;
  /** Beside the unfinished period, in lines; empty when there is none or no room. */
  unfinished: string[];
}

export const RETENTION_HEIGHT = { wide: 310, narrow: 250 };
const WIDE = 560;
const TOP = 24;
const BOTTOM = 40;

/** Line of the share that came back, the band of its likely range, the unfinished period hatched and linked by dots. */
export function retentionLine(points: readonly RetentionPoint[], words: RetentionWords, tokens: Tokens, width: number): EChartsCoreOption {
  const plot = plotOf(points, words, width);
  const whole = (value: (p: RetentionPoint) => number) => points.map((p) => (p.complete ? value(p) : null));
  const quiet = { type: 'line', silent: true, symbol: 'none', lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
  const mark = markOf(tokens, plot);
  const dots = { symbol: 'circle', showAllSymbol: true, z: 4 };
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
    yAxis: shareAxis(plot, words, tokens),
    series: [
      unfinishedColumn(points, plot, tokens),
      { ...quiet, name: 'low', stack: 'band', stackStrategy: 'all', data: whole((p) => p.low) },
      {
        ...quiet,
        name: 'range',
        stack: 'band',
        stackStrategy: 'all',
        data: whole((p) => p.high - p.low),
        areaStyle: { color: tokens.indigoWash, opacity: 1 },
      },
      { ...quiet, ...dots, name: 'so far', data: soFar(points, mark), lineStyle: { color: tokens.ink3, width: 1.2, type: [2, 3] } },
      {
        ...quiet,
        ...dots,
        name: 'share',
        lineStyle: { color: tokens.indigo, width: 2, join: 'round' },
        data: points.map((p) => (p.complete ? mark(p) : null)),
      },
    ],
    graphic: [
      ...rangeOfPicked(points, plot, tokens),
      ...labels(points, words, plot, tokens, width),
      ...unfinishedWords(points, words, plot, tokens),
    ],
  };
}

interface Plot {
  /** Whether words have room beside the drawing. */
  beside: boolean;
  left: number;
  right: number;
  bottom: number;
  band: number;
  top: number;
  step: number;
}

function plotOf(points: readonly RetentionPoint[], words: RetentionWords, width: number): Plot {
  const highest = Math.max(0.1, ...points.map((p) => (p.complete ? p.high : p.rate)));
  const { step, top } = scaleTo(highest * 1.12, 4, true);
  const left = Math.ceil(roughWidth(words.percent(Math.min(1, top)).replace(/[.,]0/, ''))) + 12;
  const beside = width >= WIDE && words.unfinished.length ? Math.ceil(Math.max(...words.unfinished.map(roughWidth))) + 14 : 4;
  // The last label is centred on its point and must not leave the drawing.
  const right = width - Math.max(beside, 26 - (width - left) / Math.max(1, points.length) / 2);
  const height = width >= WIDE ? RETENTION_HEIGHT.wide : RETENTION_HEIGHT.narrow;
  return {
    beside: width >= WIDE,
    left,
    right,
    bottom: height - BOTTOM,
    band: (right - left) / Math.max(1, points.length),
    top: Math.min(1, top),
    step,
  };
}

const yOf = (plot: Plot, ratio: number): number => plot.bottom - (ratio / plot.top) * (plot.bottom - TOP);

function shareAxis(plot: Plot, words: RetentionWords, tokens: Tokens) {
  const last = (value: number) => value > plot.top - plot.step / 2;
  return {
    type: 'value',
    min: 0,
    max: plot.top,
    interval: plot.step,
    splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
    axisLabel: {
      color: tokens.ink3,
      fontSize: 12,
      margin: 8,
      formatter: (value: number) =>
        last(value) ? `${words.number(value)}${words.percent(0).replace(/^[\d.,]+/, '')}` : words.number(value),
    },
  };
}

function unfinishedColumn(points: readonly RetentionPoint[], plot: Plot, tokens: Tokens) {
  const data = points.map((p) => (p.complete ? null : plot.top));
  const decal = { ...hatch(tokens), color: tokens.rule };
  return { type: 'bar', name: 'unfinished', silent: true, barWidth: '100%', z: 0, data, itemStyle: { color: tokens.paper, decal } };
}

type Mark = (point: RetentionPoint) => { value: number };

/** Unfinished periods, and for the last one the whole period before it, so that dots can lead there. */
function soFar(points: readonly RetentionPoint[], mark: Mark) {
  return points.map((p, i) => {
    if (!p.complete) return mark(p);
    const leads = i === points.length - 2 && points[i + 1]?.complete === false;
    return leads ? { value: p.rate, symbolSize: 0 } : null;
  });
}

/** A point with its dot; in a crowd only the picked and the unfinished have one. */
function markOf(tokens: Tokens, plot: Plot): Mark {
  const crowded = plot.band < 14;
  return (p) => ({
    value: p.rate,
    symbolSize: p.picked ? 10 : crowded && p.complete ? 0 : 6.4,
    itemStyle: p.complete
      ? { color: p.picked ? tokens.cinnabar : tokens.indigo, borderColor: tokens.paper, borderWidth: 1.2, opacity: 1 }
      : { color: tokens.paper, borderColor: tokens.ink3, borderWidth: 1.5, opacity: 1 },
  });
}

/** Shares written on the marks: the picked, the unfinished, the lowest and the first, as far as there is room. */
function labels(points: readonly RetentionPoint[], words: RetentionWords, plot: Plot, tokens: Tokens, width: number) {
  const drawn = points.map((p, i) => ({
    p,
    x: plot.left + (i + 0.5) * plot.band,
    top: yOf(plot, p.complete ? p.high : p.rate) - (p.complete ? 0 : 4),
    bottom: yOf(plot, p.complete ? p.low : p.rate) + (p.complete ? 0 : 4),
  }));
  const whole = drawn.filter(({ p }) => p.complete);
  const lowest = whole.reduce<(typeof whole)[number] | null>((low, d) => (low === null || d.p.rate < low.p.rate ? d : low), null);
  const named = [drawn.find(({ p }) => p.picked), drawn.findLast(({ p }) => !p.complete), lowest, whole[0]];
  const wanted = [...new Set(named)].flatMap((d): (Wanted & { p: RetentionPoint })[] => {
    if (!d) return [];
    const text = words.percent(d.p.rate);
    const size = d.p.picked ? 1.3 : 1;
    const side = !d.p.picked && (d === lowest || !d.p.complete) ? 'below' : 'above';
    return [{ ...d, text, width: roughWidth(text) * size + 4, height: 14 * size, side }];
  });
  const around = { line: drawn, left: plot.left, right: width, top: 0, bottom: plot.bottom - 2 };
  return placeLabels(wanted, around).map((label) => {
    const { p } = label as typeof label & { p: RetentionPoint };
    const fill = p.picked ? tokens.cinnabar : p.complete ? tokens.ink : tokens.ink2;
    return written(label.text, label.cx, label.cy, { font: `${p.picked ? '600 15px' : '400 12px'} ${tokens.sans}`, fill }, tokens);
  });
}

/** Centred words with a halo of paper. */
function written(text: string, x: number, y: number, style: { font: string; fill: string }, tokens: Tokens) {
  const halo = { stroke: tokens.paper, lineWidth: 3 };
  return { type: 'text', silent: true, z: 7, x, y, style: { text, align: 'center', verticalAlign: 'middle', ...halo, ...style } };
}

function rangeOfPicked(points: readonly RetentionPoint[], plot: Plot, tokens: Tokens) {
  const index = points.findIndex((p) => p.picked);
  const point = points[index];
  if (!point) return [];
  const x = plot.left + (index + 0.5) * plot.band;
  return [
    {
      type: 'line',
      silent: true,
      z: 3,
      shape: { x1: x, x2: x, y1: yOf(plot, point.low), y2: yOf(plot, point.high) },
      style: { stroke: tokens.cinnabar, lineWidth: 1.5 },
    },
  ];
}

function unfinishedWords(points: readonly RetentionPoint[], words: RetentionWords, plot: Plot, tokens: Tokens) {
  if (!plot.beside || points.at(-1)?.complete !== false) return [];
  return words.unfinished.map((line, i) => ({
    type: 'text',
    silent: true,
    z: 6,
    x: plot.right + 6,
    y: TOP + 1 + i * 15,
    style: { text: line, font: `400 12px ${tokens.sans}`, fill: tokens.ink3 },
  }));
}
