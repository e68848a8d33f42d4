import type { EChartsCoreOption } from 'echarts/core';
import { periodOf, periodStart, ISO_CALENDAR, type Day } from '../../terms/day';
import { axisTicks, type TickWords } from './axis-ticks';
import { roughWidth } from './scale';
import type { Tokens } from './tokens';

/** What one customer bought and got back on one day, in minor units; `refund` is 0 or less. */
export interface TimelineDay {
  day: Day;
  bought: number;
  refund: number;
}

export interface Timeline {
  days: readonly TimelineDay[];
  /** First and last day of the axis; silence is counted up to `to`. */
  from: Day;
  to: Day;
  lastOrder: Day | null;
  longestGap: { from: Day; to: Day } | null;
}

export interface TimelineWords extends TickWords {
  money: (amountMinor: number) => string;
  silence: string;
  withoutOrder: string;
  longestGap: string;
}

export const TIMELINE_HEIGHT = 262;
const TOP = 26;
const BASE = 216;
const EDGE = 4;

/** Bars of a customer's orders over time, refunds hollow below the line, the longest gap and the silence marked. */
export function orderTimeline(timeline: Timeline, words: TimelineWords, tokens: Tokens, width: number): EChartsCoreOption {
  const plot = plotOf(timeline, width);
  const bar = { type: 'bar', silent: true, barGap: '-100%', emphasis: { disabled: true } };
  const bought = timeline.days.filter((d) => d.bought > 0);
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left: EDGE, right: EDGE, top: TOP, bottom: TIMELINE_HEIGHT - plot.floor, containLabel: false },
    // Without the last, the axis is widened by the band of a bar, half of everything for a single order, and days no longer stand at their marks.
    xAxis: { type: 'value', min: timeline.from, max: Math.max(timeline.to, timeline.from + 1), show: false, containShape: false },
    yAxis: { type: 'value', min: -plot.below, max: plot.max, show: false },
    series: [
      {
        ...bar,
        name: 'orders',
        barWidth: plot.bar,
        itemStyle: { color: tokens.indigo },
        data: bought.map((d) => ({ value: [d.day, d.bought], label: sumLabel(d, bought, words, plot, tokens) })),
      },
      {
        ...bar,
        name: 'refunds',
        barWidth: Math.max(1.5, plot.bar - 1),
        itemStyle: { color: tokens.paper, borderColor: tokens.indigo, borderWidth: 1.4 },
        data: timeline.days.filter((d) => d.refund < 0).map((d) => [d.day, d.refund]),
      },
    ],
    graphic: [...silence(timeline, words, plot, tokens), ...axis(timeline, words, plot, tokens), ...gap(timeline, words, plot, tokens)],
  };
}

interface Plot {
  width: number;
  x: (day: Day) => number;
  max: number;
  /** Largest refund drawn, in money; refunds larger than any order are drawn to the floor. */
  below: number;
  floor: number;
  bar: number;
}

function plotOf(timeline: Timeline, width: number): Plot {
  const max = Math.max(1, ...timeline.days.map((d) => d.bought)) * 1.1;
  const perPixel = max / (BASE - TOP);
  const refund = Math.max(0, ...timeline.days.map((d) => -d.refund));
  const floor = BASE + Math.min(26, refund / perPixel);
  const span = Math.max(1, timeline.to - timeline.from);
  const days = timeline.days.map((d) => d.day);
  const nearest = days.slice(1).reduce((least, day, i) => Math.min(least, Math.max(1, day - days[i]!)), span);
  const bar = Math.max(1.5, Math.min(6, (nearest / span) * (width - 2 * EDGE) * 1.4));
  return {
    width,
    x: (day) => EDGE + ((day - timeline.from) / span) * (width - 2 * EDGE),
    max,
    below: (floor - BASE) * perPixel,
    floor,
    bar,
  };
}

/** The first and the largest order carry their sum, moved in where it would leave the drawing. */
function sumLabel(day: TimelineDay, days: readonly TimelineDay[], words: TimelineWords, plot: Plot, tokens: Tokens) {
  const largest = days.reduce((a, b) => (b.bought > a.bought ? b : a), day);
  const half = (text: string) => roughWidth(text) / 2 + 2;
  const [x, reach] = [plot.x(day.day), half(words.money(day.bought))];
  const first = days[0]!;
  const apart = plot.x(largest.day) - plot.x(first.day) > half(words.money(largest.bought)) + 2 * half(words.money(first.bought));
  const show = day === largest || (day === first && apart);
  return {
    offset: [Math.max(0, reach - x) - Math.max(0, x + reach - plot.width), 0],
    show,
    position: 'top',
    distance: 5,
    formatter: words.money(day.bought),
    color: tokens.ink,
    fontSize: 12,
    textBorderColor: tokens.paper,
    textBorderWidth: 3,
  };
}

function silence(timeline: Timeline, words: TimelineWords, plot: Plot, tokens: Tokens) {
  if (timeline.lastOrder === null) return [];
  const from = plot.x(timeline.lastOrder);
  const wide = plot.x(timeline.to) - from;
  const area = {
    type: 'rect',
    silent: true,
    z: -1,
    shape: { x: from, y: TOP, width: Math.max(0, wide), height: BASE - TOP },
    style: { fill: tokens.cinnabarWash },
  };
  if (wide < Math.max(roughWidth(words.silence) * 1.7, roughWidth(words.withoutOrder)) + 8) return [area];
  const middle = from + wide / 2;
  return [
    area,
    centred(words.silence, middle, 60, `600 22px ${tokens.sans}`, tokens.cinnabar),
    centred(words.withoutOrder, middle, 89, `400 12.5px ${tokens.sans}`, tokens.ink2),
  ];
}

function axis(timeline: Timeline, words: TimelineWords, plot: Plot, tokens: Tokens) {
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string) => ({
    type: 'line',
    silent: true,
    z: 3,
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth: 1 },
  });
  const first = periodOf(timeline.from, 'month', ISO_CALENDAR);
  const last = periodOf(timeline.to, 'month', ISO_CALENDAR);
  const starts = Array.from({ length: last - first + 1 }, (_, i) => periodStart(first + i, 'month', ISO_CALENDAR));
  const labels = axisTicks(starts, 'month', (plot.width - 2 * EDGE) / starts.length, words);
  const marks = starts.flatMap((start, i) => {
    const x = plot.x(Math.max(start, timeline.from));
    const room = plot.width - x > roughWidth(labels[i]!.split('\n')[0]!) + 6;
    const label = {
      type: 'text',
      silent: true,
      z: 3,
      x: x + 4,
      y: 244,
      style: { text: room ? labels[i] : '', font: `400 12px ${tokens.sans}`, fill: tokens.ink3, lineHeight: 15 },
    };
    return labels[i] ? [line(x, BASE, x, BASE + 4, tokens.ink3), label] : [line(x, BASE, x, BASE + 4, tokens.ink3)];
  });
  return [line(EDGE, BASE, plot.width - EDGE, BASE, tokens.ink), ...marks];
}

function gap(timeline: Timeline, words: TimelineWords, plot: Plot, tokens: Tokens) {
  if (!timeline.longestGap) return [];
  const [x1, x2] = [plot.x(timeline.longestGap.from) + 7, plot.x(timeline.longestGap.to) - 7];
  if (x2 - x1 < roughWidth(words.longestGap) + 8) return [];
  const stroke = (points: number[][]) => ({
    type: 'polyline',
    silent: true,
    z: 3,
    shape: { points },
    style: { stroke: tokens.ink3, lineWidth: 1, fill: 'none' },
  });
  return [
    stroke([
      [x1, 146],
      [x2, 146],
    ]),
    stroke([
      [x1, 142],
      [x1, 150],
    ]),
    stroke([
      [x2, 142],
      [x2, 150],
    ]),
    centred(words.longestGap, (x1 + x2) / 2, 128, `400 12px ${tokens.sans}`, tokens.ink2),
  ];
}

function centred(text: string, x: number, y: number, font: string, fill: string) {
  return { type: 'text', silent: true, z: 5, x, y, style: { text, font, fill, align: 'center' } };
}
