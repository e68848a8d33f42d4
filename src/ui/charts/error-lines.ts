import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth, scaleTo } from './scale';
import type { Tokens } from './tokens';

/** Shares that go wrong by number of days; ratios 0 to 1. */
export interface ErrorLine {
  days: number;
  wrong: number;
  late: number;
  error: number;
}

export interface ErrorWords {
  percent: (ratio: number) => string;
  days: (count: number) => string;
  /** Written at the end of each line. */
  wrong: string;
  late: string;
  /** Written at the least error. */
  chosen: string;
}

export const ERROR_HEIGHT = 240;
const TOP = 22;
const BOTTOM = 30;
const STEPS = [5, 10, 15, 30, 60, 90, 180, 365, 730];

/** The two kinds of error as grey lines with their names on them, their mean in indigo, its lowest point in red. */
export function errorLines(
  lines: readonly ErrorLine[],
  best: ErrorLine,
  words: ErrorWords,
  tokens: Tokens,
  width: number,
): EChartsCoreOption {
  const to = lines.at(-1)!.days;
  const { top, step: rise } = scaleTo(Math.max(...lines.map((line) => Math.max(line.wrong, line.late))), 4, true);
  const left = Math.ceil(roughWidth(words.percent(top))) + 12;
  const right = width - 14;
  const x = (days: number) => left + (days / to) * (right - left);
  const y = (share: number) => TOP + (1 - share / top) * (ERROR_HEIGHT - TOP - BOTTOM);
  const step = STEPS.find((s) => to / s <= Math.max(4, (right - left) / 70)) ?? STEPS.at(-1)!;
  const label = { color: tokens.ink3, fontSize: 12, margin: 8 };
  const line = (value: (one: ErrorLine) => number, color: string, thick: number) => ({
    type: 'line',
    silent: true,
    symbol: 'none',
    lineStyle: { color, width: thick },
    data: lines.map((one) => [one.days, value(one)]),
  });
  const text = (at: { x: number; y: number; align: 'left' | 'right'; fill: string; bold?: boolean }, say: string) => ({
    type: 'text',
    silent: true,
    z: 6,
    x: at.x,
    y: Math.max(9, at.y),
    style: {
      text: say,
      font: `${at.bold ? '600 13px' : '400 12px'} ${tokens.sans}`,
      fill: at.fill,
      stroke: tokens.paper,
      lineWidth: 3,
      align: at.align,
      verticalAlign: 'middle',
    },
  });
  const [bx, by] = [x(best.days), y(best.error)];
  const isLeft = bx + 14 + roughWidth(words.chosen) * 1.12 > right;
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left, right: width - right, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'value',
      min: 0,
      max: to,
      interval: step,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: tokens.ink, width: 1 } },
      axisLabel: { ...label, formatter: (days: number) => (days % step ? '' : days + step > to ? words.days(days) : String(days)) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      interval: rise,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
      axisLabel: { ...label, formatter: (share: number) => words.percent(share) },
    },
    series: [
      line((one) => one.wrong, tokens.newEdge, 1.2),
      line((one) => one.late, tokens.newEdge, 1.2),
      line((one) => one.error, tokens.indigo, 2),
    ],
    graphic: [
      {
        type: 'line',
        silent: true,
        z: 3,
        shape: { x1: bx, x2: bx, y1: by, y2: ERROR_HEIGHT - BOTTOM },
        style: { stroke: tokens.cinnabar, lineWidth: 1.5 },
      },
      {
        type: 'circle',
        silent: true,
        z: 4,
        shape: { cx: bx, cy: by, r: 5 },
        style: { fill: tokens.cinnabar, stroke: tokens.paper, lineWidth: 1.2 },
      },
      text(
        {
          x: isLeft ? bx - 9 : bx + 9,
          y: Math.min(by, y(best.late), y(best.wrong)) - 24,
          align: isLeft ? 'right' : 'left',
          fill: tokens.cinnabar,
          bold: true,
        },
        words.chosen,
      ),
      text({ x: x(lines[0]!.days) + 6, y: y(lines[0]!.wrong) - 9, align: 'left', fill: tokens.ink3 }, words.wrong),
      text({ x: right, y: y(lines.at(-1)!.late) - 9, align: 'right', fill: tokens.ink3 }, words.late),
    ],
  };
}
