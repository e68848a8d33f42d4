import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth, scaleTo } from './scale';
import type { Tokens } from './tokens';

/** Share of sales of one tenth of the customers; a ratio, below 0 where more was given back than sold. */
export interface TenthColumn {
  /** Label under the column. */
  tick: string;
  share: number;
}

export interface TenthWords {
  percent: (ratio: number) => string;
  /** A gridline's number, without the sign. */
  number: (ratio: number) => string;
}

export const TENTHS_HEIGHT = { wide: 280, narrow: 230 };
const TOP = 30;
const BOTTOM = 30;
/** Width that a share over a column needs beside its neighbours. */
const ROOM_FOR_SHARE = 44;

/** A column for each tenth of the customers, those who brought most first and in red; each bears its share where there is room. */
export function tenthColumns(columns: readonly TenthColumn[], words: TenthWords, tokens: Tokens, width: number): EChartsCoreOption {
  const max = Math.max(...columns.map((c) => c.share));
  const { step, top } = scaleTo(max, 4, true);
  const left = Math.ceil(roughWidth(words.percent(top))) + 12;
  const band = (width - left - 2) / Math.max(1, columns.length);
  const label = { color: tokens.ink3, fontSize: 12, margin: 8 };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left, right: 2, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'category',
      data: columns.map((c) => c.tick),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.ink, width: 1 }, onZero: true },
      axisLabel: { ...label, interval: 0 },
    },
    yAxis: {
      type: 'value',
      min: Math.min(0, ...columns.map((c) => c.share)),
      max: top,
      interval: step,
      splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
      axisLabel: {
        ...label,
        // The unit stands on the top label only.
        formatter: (share: number) => (Math.abs(share - top) < 1e-9 ? words.percent(share) : words.number(share)),
      },
    },
    series: [
      {
        type: 'bar',
        name: 'share',
        barWidth: Math.round(band * 6.8) / 10,
        silent: true,
        cursor: 'default',
        data: columns.map((c, i) => ({
          value: c.share,
          itemStyle: { color: i === 0 ? tokens.cinnabar : tokens.indigo },
          label: {
            show: i === 0 || band >= ROOM_FOR_SHARE,
            position: 'top',
            distance: 5,
            formatter: words.percent(c.share),
            color: i === 0 ? tokens.cinnabar : tokens.ink,
            fontSize: i === 0 ? 13 : 12,
            fontWeight: i === 0 ? 600 : 400,
            textBorderColor: tokens.paper,
            textBorderWidth: 3,
          },
        })),
      },
    ],
  };
}
