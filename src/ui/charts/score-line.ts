import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth } from './scale';
import type { Tokens } from './tokens';

/** The score of one period with its likely range, -100 to 100; null where there is none. */
export interface ScorePoint {
  tick: string;
  value: number | null;
  low: number | null;
  high: number | null;
  complete: boolean;
  picked: boolean;
}

export const SCORE_HEIGHT = { wide: 290, narrow: 240 };
const TOP = 24;

/**
 * Line of a score that may be below 0, with the band of its likely range; unfinished periods are hollow and stand apart from the line.
 *
 * @param ends  lowest and highest of the axis, multiples of `step`
 */
export function scoreLine(
  points: readonly ScorePoint[],
  ends: { low: number; high: number; step: number },
  number: (value: number) => string,
  tokens: Tokens,
): EChartsCoreOption {
  const whole = (value: (p: ScorePoint) => number | null) => points.map((p) => (p.complete ? value(p) : null));
  const quiet = { type: 'line', silent: true, symbol: 'none', lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
  const dots = { symbol: 'circle', showAllSymbol: true, z: 4 };
  const left = Math.ceil(Math.max(roughWidth(number(ends.low)), roughWidth(number(ends.high)))) + 12;
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left, right: 30, top: TOP, bottom: 40, containLabel: false },
    xAxis: {
      type: 'category',
      data: points.map((p) => p.tick),
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: tokens.ink, width: 1 } },
      axisLabel: { color: tokens.ink3, fontSize: 12, lineHeight: 16, interval: 0, margin: 8 },
    },
    yAxis: {
      type: 'value',
      min: ends.low,
      max: ends.high,
      interval: ends.step,
      splitLine: { lineStyle: { color: tokens.rule, width: 1 } },
      axisLabel: { color: tokens.ink3, fontSize: 12, margin: 8, formatter: number },
    },
    series: [
      { ...quiet, name: 'low', stack: 'band', stackStrategy: 'all', data: whole((p) => p.low) },
      {
        ...quiet,
        name: 'range',
        stack: 'band',
        stackStrategy: 'all',
        data: whole((p) => (p.low === null || p.high === null ? null : p.high - p.low)),
        areaStyle: { color: tokens.indigoWash, opacity: 1 },
      },
      {
        ...quiet,
        ...dots,
        name: 'score',
        lineStyle: { color: tokens.indigo, width: 2, join: 'round' },
        data: points.map((p) => (p.complete ? dot(p, number, tokens) : null)),
      },
      { ...quiet, ...dots, name: 'so far', data: points.map((p) => (p.complete ? null : dot(p, number, tokens))) },
    ],
  };
}

function dot({ value, complete, picked }: ScorePoint, number: (value: number) => string, tokens: Tokens) {
  if (value === null) return null;
  const style = complete
    ? { color: picked ? tokens.cinnabar : tokens.indigo, borderColor: tokens.paper, borderWidth: 1.2, opacity: 1 }
    : { color: tokens.paper, borderColor: tokens.ink3, borderWidth: 1.5, opacity: 1 };
  const label = { show: true, position: value < 0 ? 'bottom' : 'top', formatter: number(value), ...labelStyle(tokens) };
  return { value, symbolSize: picked ? 10 : 6.4, itemStyle: style, ...(picked ? { label } : {}) };
}

function labelStyle(tokens: Tokens) {
  return {
    color: tokens.cinnabar,
    fontSize: 15,
    fontWeight: 600,
    fontFamily: tokens.sans,
    textBorderColor: tokens.paper,
    textBorderWidth: 3,
  };
}

/** Ends of an axis that holds all scores and their ranges, and 0, at multiples of 10, 20 or 50. */
export function scoreEnds(points: readonly ScorePoint[]): { low: number; high: number; step: number } {
  const values = points.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0]);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = [10, 20, 50].find((one) => (highest - lowest) / one <= 5) ?? 50;
  return { low: Math.floor(lowest / step) * step, high: Math.max(step, Math.ceil(highest / step) * step), step };
}
