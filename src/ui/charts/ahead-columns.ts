import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth, scaleTo } from './scale';
import type { Tokens } from './tokens';

/** What one tenth of the customers is likely to bring, by how well they are known; shares of all that is expected. */
export interface AheadColumn {
  /** Label under the column. */
  tick: string;
  /** Best known first. */
  parts: readonly [wellKnown: number, littleKnown: number, once: number];
}

export interface AheadWords {
  percent: (ratio: number) => string;
  /** A gridline's number, without the sign. */
  number: (ratio: number) => string;
}

export const AHEAD_HEIGHT = { wide: 280, narrow: 230 };
/** Width from which all columns bear their shares and the ends are named. */
export const ROOM_FOR_ENDS = 560;
const TOP = 30;
const BOTTOM = 30;
/** Parts lower than this many pixels have no edge: it would be all of them. */
const THINNEST = 3;
/** Width that a share over a column needs beside its neighbours. */
const ROOM_FOR_SHARE = 44;

/**
 * A column for each tenth of the customers, who are likely to bring most first and in red. Filled are those who are well known, lighter
 * those known a little, hollow those who ordered once.
 */
export function aheadColumns(columns: readonly AheadColumn[], words: AheadWords, tokens: Tokens, width: number): EChartsCoreOption {
  const { step, top } = scaleTo(Math.max(...columns.map(total)), 4, true);
  const left = Math.ceil(roughWidth(words.percent(top))) + 12;
  const band = (width - left - 2) / Math.max(1, columns.length);
  const bar = { type: 'bar', stack: 'ahead', barWidth: Math.round(band * 6.8) / 10, silent: true, cursor: 'default' };
  const height = width >= ROOM_FOR_ENDS ? AHEAD_HEIGHT.wide : AHEAD_HEIGHT.narrow;
  const least = (THINNEST * top) / (height - TOP - BOTTOM);
  const label = { color: tokens.ink3, fontSize: 12, margin: 8 };
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left, right: 2, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'category',
      data: columns.map((c) => c.tick),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.ink, width: 1 } },
      axisLabel: { ...label, interval: 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      interval: step,
      splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
      // The unit stands on the top label only.
      axisLabel: { ...label, formatter: (share: number) => (Math.abs(share - top) < 1e-9 ? words.percent(share) : words.number(share)) },
    },
    series: [
      ...[0, 1, 2].map((part) => ({
        ...bar,
        data: columns.map((c, i) => ({ value: c.parts[part]!, itemStyle: texture(part, i === 0, c.parts[part]! < least, tokens) })),
      })),
      // Labels stand over columns of no height, on top of the parts.
      { ...bar, data: columns.map((column, i) => ({ value: 0, label: sumLabel(column, i, words, tokens, band) })) },
    ],
  };
}

const total = ({ parts }: AheadColumn): number => parts[0] + parts[1] + parts[2];

/** Textures of kept, in between and new; the first column carries them in red. */
function texture(part: number, isFirst: boolean, isThin: boolean, tokens: Tokens): Record<string, unknown> {
  const edge = isFirst ? tokens.cinnabar : tokens.newEdge;
  if (part === 2) return isThin ? { color: edge } : { color: tokens.newWash, borderColor: edge, borderWidth: 1 };
  const gap = isThin ? {} : { borderColor: tokens.paper, borderWidth: 1 };
  if (isFirst) return { color: tokens.cinnabar, opacity: part === 0 ? 1 : 0.55, ...gap };
  return { color: part === 0 ? tokens.indigo : tokens.indigo2, ...gap };
}

function sumLabel(column: AheadColumn, index: number, words: AheadWords, tokens: Tokens, band: number) {
  const isFirst = index === 0;
  return {
    show: isFirst || band >= ROOM_FOR_SHARE,
    position: 'top',
    distance: 5,
    formatter: words.percent(total(column)),
    color: isFirst ? tokens.cinnabar : tokens.ink,
    fontSize: isFirst ? 13 : 12,
    fontWeight: isFirst ? 600 : 400,
    textBorderColor: tokens.paper,
    textBorderWidth: 3,
  };
}
