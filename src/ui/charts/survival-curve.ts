import type { EChartsCoreOption } from 'echarts/core';
import { roughWidth, scaleTo } from './scale';
import type { Tokens } from './tokens';

/** One group: its share after each day on which it changed, ratios 0 to 1. */
export interface CurveLine {
  name: string;
  points: readonly { day: number; share: number; low: number | null; high: number | null }[];
  /** Last day drawn. */
  end: number;
  /**
   * The one that is spoken of, or everybody: in indigo, with its range, and of these the first in red; the others in grey, dashed where one is
   * to be told from the other (`plain`), thin where they stand for the rest (`thin`).
   */
  tone: 'picked' | 'whole' | 'plain' | 'thin';
  /** Whether its name stands at its end. */
  named: boolean;
}

export interface CurveWords {
  percent: (ratio: number) => string;
  days: (count: number) => string;
}

/** Where the plot of a drawing lies, in pixels, and the days written under it: what stands below is aligned to them. */
export interface CurvePlot {
  left: number;
  right: number;
  to: number;
  ticks: number[];
}

export const SURVIVAL_HEIGHT = 300;
const TOP = 18;
const BOTTOM = 30;
const NAME = 12;
/** Letters may be wider than guessed. */
const SLACK = 6;
const STEPS = [5, 10, 15, 30, 60, 90, 180, 365, 730, 1460];
/** Below this width names stand over the numbers, not beside them. */
export const NARROW = 560;
const DASHES = ['solid', [6, 3], [2, 3], [10, 3, 2, 3], [1, 4], [12, 4], [1, 2]] as const;

const COLOURS = {
  picked: { name: 'cinnabar', dot: 'cinnabar' },
  whole: { name: 'indigo', dot: 'indigo' },
  plain: { name: 'ink2', dot: 'ink3' },
  thin: { name: 'ink2', dot: 'ink3' },
} as const;

/** A name that fits beside its line. */
function short(name: string, width: number): string {
  const most = width < NARROW ? 84 : 130;
  let text = name;
  while (text.length > 3 && roughWidth(text) > most) text = `${text.slice(0, -2).trimEnd()}…`;
  return text;
}

/** Room for the names at both sides, and where the ticks stand. */
export function plotOf(lines: readonly CurveLine[], width: number): CurvePlot {
  const room = (some: readonly CurveLine[]) => Math.ceil(Math.max(0, ...some.map(({ name }) => roughWidth(short(name, width)) * 1.06)));
  // Names stand before the numbers under the axis too, all of them.
  const left = width < NARROW ? 44 : Math.max(64, Math.min(142, room(lines) + NAME + 24));
  const right = width - Math.min(150, room(lines.filter(({ named }) => named)) + NAME + SLACK);
  const to = Math.max(1, ...lines.map(({ end }) => end));
  const step = STEPS.find((s) => to / s <= Math.max(2, (right - left) / (width < NARROW ? 44 : 64))) ?? STEPS.at(-1)!;
  return { left, right, to, ticks: Array.from({ length: Math.floor(to / step) + 1 }, (_, i) => i * step) };
}

/** Steps of each group, the picked one in indigo with its range; names at the ends of the lines. */
export function survivalCurve(lines: readonly CurveLine[], words: CurveWords, tokens: Tokens, width: number): EChartsCoreOption {
  const { left, right, to, ticks } = plotOf(lines, width);
  const highest = Math.max(0.05, ...lines.flatMap(({ points }) => points.map(({ share, high }) => high ?? share)));
  const { step, top } = highest > 0.8 ? { step: 0.25, top: 1 } : scaleTo(highest, 4, true);
  const y = (share: number) => TOP + (1 - share / top) * (SURVIVAL_HEIGHT - TOP - BOTTOM);
  const x = (day: number) => left + (day / to) * (right - left);
  const label = { color: tokens.ink3, fontSize: 12, margin: 8 };
  const between = ticks[1] ?? to;
  const last = ticks.at(-1)!;
  return {
    animation: false,
    textStyle: { fontFamily: tokens.sans },
    grid: { left, right: width - right, top: TOP, bottom: BOTTOM, containLabel: false },
    xAxis: {
      type: 'value',
      min: 0,
      max: to,
      interval: between,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: tokens.ink, width: 1 } },
      axisLabel: {
        ...label,
        hideOverlap: false,
        // The end of the axis is seldom on a step, and the last step carries the unit.
        formatter: (day: number) => (day % between ? '' : day === last && day > 0 ? words.days(day) : String(day)),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      interval: step,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: tokens.rule, width: 1 }, showMinLine: false },
      axisLabel: {
        ...label,
        formatter: (share: number) => (Math.abs(share - top) < 1e-9 ? words.percent(share) : String(Math.round(share * 1000) / 10)),
      },
    },
    series: lines.flatMap((line, i) => seriesOf(line, i, tokens)),
    graphic: names(
      lines.filter(({ named }) => named),
      { x, y, width, right },
      tokens,
    ),
  };
}

function seriesOf(line: CurveLine, at: number, tokens: Tokens) {
  const drawn = (value: (point: CurveLine['points'][number]) => number): [number, number][] => {
    const all = line.points.map((point): [number, number] => [point.day, value(point)]);
    return [...all, [line.end, all.at(-1)?.[1] ?? 0]];
  };
  const isMain = line.tone === 'picked' || line.tone === 'whole';
  const base = { type: 'line', silent: true, step: 'end', symbol: 'none' };
  const stroke = {
    ...base,
    z: isMain ? 5 : 3,
    lineStyle: isMain
      ? { color: tokens.indigo, width: 2.25 }
      : {
          color: tokens.ink3,
          ...(line.tone === 'thin' ? { width: 1, opacity: 0.7 } : { width: 1.25, type: DASHES[at % DASHES.length] as unknown }),
        },
    data: drawn(({ share }) => share),
  };
  if (!isMain) return [stroke];
  const band = { ...base, stack: 'range', lineStyle: { opacity: 0 }, z: 1 };
  return [
    { ...band, data: drawn(({ share, low }) => low ?? share) },
    {
      ...band,
      areaStyle: { color: tokens.indigoWash, opacity: 1 },
      data: drawn(({ share, low, high }) => (high ?? share) - (low ?? share)),
    },
    stroke,
  ];
}

/** Names at the ends of the lines, moved apart where they would stand on one another. */
function names(
  lines: readonly CurveLine[],
  at: { x: (day: number) => number; y: (share: number) => number; width: number; right: number },
  tokens: Tokens,
) {
  const wanted = lines.map((line) => ({ line, ex: at.x(line.end), ey: at.y(line.points.at(-1)?.share ?? 0) })).sort((a, b) => a.ey - b.ey);
  const lowest = SURVIVAL_HEIGHT - BOTTOM - 8;
  const tops: number[] = [];
  for (const { ey } of wanted) tops.push(Math.max(9, ey, (tops.at(-1) ?? -Infinity) + 15));
  for (let i = tops.length - 1, most = lowest; i >= 0; i--, most -= 15) tops[i] = Math.min(tops[i]!, Math.max(most, 9));
  const side = at.right + NAME - 4;
  return wanted.flatMap(({ line, ex, ey }, i) => {
    const { name, dot } = COLOURS[line.tone];
    const write = {
      font: `${line.tone === 'plain' || line.tone === 'thin' ? 400 : 600} 12px ${tokens.sans}`,
      fill: tokens[name],
      stroke: tokens.paper,
      lineWidth: 3,
    };
    const lead = { x1: ex + 5, y1: ey, x2: side - 2, y2: tops[i]! };
    return [
      {
        type: 'circle',
        silent: true,
        z: 6,
        shape: { cx: ex, cy: ey, r: line.tone === 'plain' || line.tone === 'thin' ? 2.5 : 4 },
        style: { fill: tokens[dot], stroke: tokens.paper, lineWidth: 1.5 },
      },
      ...(side - ex > 10 ? [{ type: 'line', silent: true, z: 2, shape: lead, style: { stroke: tokens.rule, lineWidth: 1 } }] : []),
      { type: 'text', silent: true, z: 6, x: side + 2, y: tops[i]! - 7, style: { text: short(line.name, at.width), ...write } },
    ];
  });
}
