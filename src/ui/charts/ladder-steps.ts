import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth, scaleTo } from './scale';
import type { Tokens } from './tokens';

/** One rung: the likely share who go on from it, with its range where there is one. Ratios 0 to 1. */
export interface Rung {
  /** Label under it, and a short one for narrow columns. */
  tick: string;
  brief: string;
  share: number;
  low: number | null;
  high: number | null;
  /** Rests on too few to be coloured. */
  few: boolean;
  picked: boolean;
}

export const LADDER_HEIGHT = 260;
const TOP = 26;
const BOTTOM = 30;
const WIDEST = 56;

/** A column per rung from 0 up to its share, the range as a stroke over it; hollow where it rests on few, red where it is picked. */
export function ladderSteps(rungs: readonly Rung[], percent: (ratio: number) => string, tokens: Tokens, width: number): EChartsCoreOption {
  const { step, top } = scaleTo(Math.max(0.05, ...rungs.map((rung) => rung.high ?? rung.share)), 4, true);
  const left = Math.ceil(roughWidth(percent(top))) + 12;
  const band = (width - left - 2) / Math.max(1, rungs.length);
  const y = (share: number) => TOP + (1 - share / top) * (LADDER_HEIGHT - TOP - BOTTOM);
  const label = { color: tokens.ink3, fontSize: 12, margin: 8 };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left, right: 2, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'category',
      data: rungs.map((rung) => (rungs.every(({ tick }) => roughWidth(tick) < band - 4) ? rung.tick : rung.brief)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.ink, width: 1 } },
      axisLabel: { ...label, interval: 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      interval: step,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
      axisLabel: { ...label, formatter: (share: number) => percent(share) },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        cursor: 'default',
        barWidth: Math.round(Math.min(WIDEST, band * 0.68)),
        data: rungs.map((rung) => ({ value: rung.share, itemStyle: columnStyle(rung, tokens) })),
      },
    ],
    graphic: rungs.flatMap((rung, i) => rungMarks(rung, { x: left + (i + 0.5) * band, y, band }, percent, tokens)),
  };
}

function columnStyle({ few, picked }: Rung, tokens: Tokens) {
  if (few) return { color: tokens.newWash, borderColor: tokens.newEdge, borderWidth: 1 };
  return { color: picked ? tokens.cinnabar : tokens.indigo2 };
}

/** The range as a stroke with feet, and the share over it where there is room. */
function rungMarks(
  { share, low, high, picked }: Rung,
  at: { x: number; y: (share: number) => number; band: number },
  percent: (ratio: number) => string,
  tokens: Tokens,
) {
  const { x, y, band } = at;
  const stroke = (points: [number, number][]) => ({
    type: 'polyline',
    silent: true,
    z: 5,
    shape: { points },
    style: { stroke: tokens.ink, lineWidth: 1.25, fill: 'none' },
  });
  const [bottom, top] = [y(low ?? share), y(high ?? share)];
  const foot = Math.min(5, band / 6);
  const range =
    low === null || high === null
      ? []
      : [
          stroke([
            [x, bottom],
            [x, top],
          ]),
          ...[bottom, top].map((end) =>
            stroke([
              [x - foot, end],
              [x + foot, end],
            ]),
          ),
        ];
  const text = percent(share);
  if (roughWidth(text) > band - 4 && !picked) return range;
  return [
    ...range,
    {
      type: 'text',
      silent: true,
      z: 6,
      x,
      y: top - 18,
      style: { text, align: 'center', font: `${picked ? 600 : 400} 12px ${tokens.sans}`, fill: picked ? tokens.cinnabar : tokens.ink2 },
    },
  ];
}
