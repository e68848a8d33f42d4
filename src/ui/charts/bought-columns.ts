import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth, scaleTo } from './scale';
import { hatch, type Tokens } from './tokens';

/** Customers who bought in one period, by where they came from. */
export interface BoughtColumn {
  /** Label under the column; '' for none, a second line for the year. */
  tick: string;
  retained: number;
  reactivated: number;
  newcomers: number;
  complete: boolean;
  picked: boolean;
}

export interface BoughtWords {
  count: (value: number) => string;
  /** What stands beside the picked column, most kept first. */
  retained: string;
  reactivated: string;
  newcomers: string;
}

export const BOUGHT_HEIGHT = { wide: 320, narrow: 250 };
/** Below this width the parts are named under the chart. */
export const ROOM_FOR_NAMES = 560;
/** A month alone is still a column. */
const WIDEST = 72;
const TOP = 40;
const BOTTOM = 40;

/** Columns of customers who bought, stacked from most kept (dark) to new (hollow); what is not over is hatched, the picked one has the red. */
export function boughtColumns(columns: readonly BoughtColumn[], words: BoughtWords, tokens: Tokens, width: number): EChartsCoreOption {
  const plot = plotOf(columns, words, width);
  const slim = plot.bar < 7;
  const part = (name: string, value: (c: BoughtColumn) => number, style: (c: BoughtColumn) => object, top = false) => ({
    type: 'bar',
    name,
    stack: 'bought',
    barWidth: Math.round(plot.bar * 10) / 10,
    silent: true,
    cursor: 'default',
    data: columns.map((c, i) => ({
      value: value(c),
      itemStyle: c.complete
        ? style(c)
        : { color: tokens.paper, borderColor: tokens.newEdge, borderWidth: slim ? 0 : 1, decal: hatch(tokens) },
      ...(top ? { label: totalLabel(c, i, words, tokens, plot.band) } : {}),
    })),
  });
  const gap = { borderColor: tokens.paper, borderWidth: slim ? 0 : 1.5 };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left: plot.left, right: width - plot.right, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: categoryAxis(columns, tokens),
    yAxis: countAxis(plot, words, tokens),
    series: [
      part(
        'retained',
        (c) => c.retained,
        (c) => ({ color: c.picked ? tokens.cinnabar : tokens.indigo, ...gap }),
      ),
      part(
        'reactivated',
        (c) => c.reactivated,
        () => ({ color: tokens.indigo2, ...gap }),
      ),
      part(
        'newcomers',
        (c) => c.newcomers,
        () => ({ color: tokens.newWash, borderColor: tokens.newEdge, borderWidth: slim ? 0.5 : 1 }),
        true,
      ),
    ],
    graphic: plot.names ? partNames(columns, words, tokens, plot) : [],
  };
}

interface Plot {
  left: number;
  right: number;
  bottom: number;
  band: number;
  /** Width of a column. */
  bar: number;
  max: number;
  step: number;
  names: boolean;
}

function plotOf(columns: readonly BoughtColumn[], words: BoughtWords, width: number): Plot {
  const max = Math.max(1, ...columns.map(total));
  const scale = scaleTo(max, 4, false);
  // Customers are whole: no gridline between one and two.
  const step = Math.max(1, scale.step);
  const top = Math.max(1, Math.floor(max / step)) * step;
  const names = width >= ROOM_FOR_NAMES && columns.some((c) => c.picked);
  const left = Math.ceil(roughWidth(words.count(top))) + 10;
  const widest = Math.max(...[words.retained, words.reactivated, words.newcomers].map(roughWidth));
  // The last sum is centred on its column and must not leave the drawing.
  const last = columns.at(-1);
  const band = (width - left) / Math.max(1, columns.length);
  const isSummed = last && (last.picked || (!last.complete && band >= 24));
  const sum = isSummed ? roughWidth(words.count(total(last))) + 4 : 0;
  const right = width - (names ? Math.ceil(widest) + 22 : Math.max(2, (sum - band) / 2));
  const height = width >= ROOM_FOR_NAMES ? BOUGHT_HEIGHT.wide : BOUGHT_HEIGHT.narrow;
  const room = (right - left) / Math.max(1, columns.length);
  return { left, right, bottom: height - BOTTOM, band: room, bar: Math.min(WIDEST, room * 0.68), max, step, names };
}

const total = (c: BoughtColumn): number => c.retained + c.reactivated + c.newcomers;

/** Sums are written over the first, the picked and the unfinished column only; the table has them all. */
function totalLabel(column: BoughtColumn, index: number, words: BoughtWords, tokens: Tokens, band: number) {
  const show = column.picked || (band >= 24 && (index === 0 || !column.complete));
  return {
    show,
    position: 'top',
    distance: 6,
    formatter: words.count(total(column)),
    color: column.complete ? tokens.ink : tokens.ink3,
    fontSize: 12,
    fontWeight: column.picked ? 600 : 400,
    textBorderColor: tokens.paper,
    textBorderWidth: 3,
  };
}

function categoryAxis(columns: readonly BoughtColumn[], tokens: Tokens) {
  return {
    type: 'category',
    data: columns.map((c) => c.tick),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: tokens.ink, width: 1 } },
    axisLabel: { color: tokens.ink3, fontSize: 12, lineHeight: 16, interval: 0, margin: 8 },
  };
}

function countAxis(plot: Plot, words: BoughtWords, tokens: Tokens) {
  const onStep = (value: number) => Math.abs(value / plot.step - Math.round(value / plot.step)) < 1e-6;
  return {
    type: 'value',
    min: 0,
    max: plot.max,
    interval: plot.step,
    splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMaxLine: onStep(plot.max), showMinLine: false },
    axisLabel: { color: tokens.ink3, fontSize: 12, margin: 8, formatter: (value: number) => (onStep(value) ? words.count(value) : '') },
  };
}

/** The parts of the picked column, each with its number and a hairline to it. */
function partNames(columns: readonly BoughtColumn[], words: BoughtWords, tokens: Tokens, plot: Plot) {
  const index = columns.findIndex((c) => c.picked);
  const c = columns[index]!;
  const y = (value: number) => plot.bottom - (value / plot.max) * (plot.bottom - TOP);
  const parts = [
    { value: c.newcomers, at: y(c.retained + c.reactivated + c.newcomers / 2), text: words.newcomers, color: tokens.ink },
    { value: c.reactivated, at: y(c.retained + c.reactivated / 2), text: words.reactivated, color: tokens.ink },
    { value: c.retained, at: y(c.retained / 2), text: words.retained, color: tokens.cinnabar },
  ].filter((p) => p.value > 0);
  const from = plot.left + (index + 0.5) * plot.band + plot.bar / 2 + 3;
  let next = -Infinity;
  return parts.flatMap((p) => {
    const top = Math.min(Math.max(p.at, next), plot.bottom - 16);
    next = top + 36;
    return [
      {
        type: 'polyline',
        silent: true,
        z: 5,
        shape: {
          points: [
            [from, p.at],
            [plot.right + 2, p.at],
            [plot.right + 5, top],
          ],
        },
        style: { stroke: tokens.ink3, lineWidth: 0.75, fill: 'none' },
      },
      text(words.count(p.value), plot.right + 9, top - 14, `600 12px ${tokens.sans}`, p.color),
      text(p.text, plot.right + 9, top + 2, `400 12px ${tokens.sans}`, tokens.ink2),
    ];
  });
}

function text(words: string, x: number, y: number, font: string, fill: string) {
  return { type: 'text', silent: true, z: 6, x, y, style: { text: words, font, fill } };
}
