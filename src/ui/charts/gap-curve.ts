import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth } from './scale';
import type { Tokens } from './tokens';

/** Share of waits that have ended by each day; ratios 0 to 1. */
export interface GapCurve {
  /** Days at which the share changes, ascending. */
  points: readonly { days: number; share: number }[];
  /** Last day drawn. */
  to: number;
  /** Days by which a round share has ended, each with what to write; the window is the one in red. */
  marks: readonly { days: number; share: number; text: string; isWindow: boolean }[];
}

export interface GapCurveWords {
  percent: (ratio: number) => string;
  days: (count: number) => string;
}

export const CURVE_HEIGHT = 260;
const TOP = 18;
const BOTTOM = 30;
const STEPS = [5, 10, 15, 30, 60, 90, 180, 365, 730, 1460];

/** The curve of waits that have ended, a dot and a dropped line at each mark, the window in red. */
export function gapCurve(curve: GapCurve, words: GapCurveWords, tokens: Tokens, width: number): EChartsCoreOption {
  const left = Math.ceil(roughWidth(words.percent(1))) + 12;
  const right = width - 14;
  const x = (days: number) => left + (days / curve.to) * (right - left);
  const y = (share: number) => TOP + (1 - share) * (CURVE_HEIGHT - TOP - BOTTOM);
  const step = STEPS.find((s) => curve.to / s <= Math.max(4, (right - left) / 70)) ?? STEPS.at(-1)!;
  const label = { color: tokens.ink3, fontSize: 12, margin: 8 };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left, right: width - right, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'value',
      min: 0,
      max: curve.to,
      interval: step,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: tokens.ink, width: 1 } },
      axisLabel: {
        ...label,
        // The end of the axis is seldom on a step, and the last step carries the unit.
        formatter: (days: number) => (days % step ? '' : days + step > curve.to ? words.days(days) : String(days)),
      },
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
        name: 'ended',
        silent: true,
        step: 'end',
        symbol: 'none',
        lineStyle: { color: tokens.indigo, width: 2 },
        data: drawn(curve),
      },
    ],
    graphic: marksOf(curve, { x, y, right }, tokens),
  };
}

/** Points from day 0 to the end of the axis. */
function drawn({ points, to }: GapCurve): [number, number][] {
  const within = points.filter((p) => p.days <= to).map((p): [number, number] => [p.days, p.share]);
  return [[0, 0], ...within, [to, within.at(-1)?.[1] ?? 0]];
}

interface Plot {
  x: (days: number) => number;
  y: (share: number) => number;
  right: number;
}

/** Marks write to the right, under the curve; near the end of the axis to the left, over it. The window writes first, the others where room is left. */
function marksOf(curve: GapCurve, plot: Plot, tokens: Tokens) {
  const taken: number[] = [];
  const first = [...curve.marks].sort((a, b) => Number(b.isWindow) - Number(a.isWindow));
  return first.flatMap((mark) => {
    const [cx, cy] = [plot.x(mark.days), plot.y(mark.share)];
    const colour = mark.isWindow ? tokens.cinnabar : tokens.indigo;
    const wide = roughWidth(mark.text) * (mark.isWindow ? 1.12 : 1);
    const isLeft = cx + 10 + wide > plot.right;
    const top = Math.max(9, isLeft ? cy - 13 : cy + 13);
    const hasRoom = taken.every((other) => Math.abs(other - top) >= 17);
    if (hasRoom) taken.push(top);
    const drop = { x1: cx, x2: cx, y1: cy, y2: CURVE_HEIGHT - BOTTOM };
    const dash = mark.isWindow ? {} : { lineDash: [2, 3] };
    const write = {
      text: hasRoom ? mark.text : '',
      font: `${mark.isWindow ? '600 13px' : '400 12px'} ${tokens.sans}`,
      fill: mark.isWindow ? tokens.cinnabar : tokens.ink,
      stroke: tokens.paper,
      lineWidth: 3,
      align: isLeft ? 'right' : 'left',
      verticalAlign: 'middle',
    };
    return [
      { type: 'line', silent: true, z: 3, shape: drop, style: { stroke: colour, lineWidth: mark.isWindow ? 1.5 : 1, ...dash } },
      {
        type: 'circle',
        silent: true,
        z: 4,
        shape: { cx, cy, r: mark.isWindow ? 5 : 3.2 },
        style: { fill: colour, stroke: tokens.paper, lineWidth: 1.2 },
      },
      { type: 'text', silent: true, z: 6, x: isLeft ? cx - 9 : cx + 9, y: top, style: write },
    ];
  });
}
