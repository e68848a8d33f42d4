import { describe, expect, it } from 'vitest';
import { aheadColumns, type AheadColumn } from '../../../src/ui/charts/ahead-columns';
import { tokensWith } from '../../../src/ui/charts/tokens';

const tokens = tokensWith('Test Sans');
const words = {
  percent: (ratio: number) => `${Math.round(ratio * 1000) / 10} %`,
  number: (ratio: number) => String(Math.round(ratio * 100)),
};
const SHARES = [0.6, 0.14, 0.08, 0.06, 0.04, 0.03, 0.02, 0.015, 0.01, 0.005];
const columns = SHARES.map((share, i): AheadColumn => ({ tick: String(i + 1), parts: [share * 0.5, share * 0.25, share * 0.25] }));
const drawn = (width: number): any => aheadColumns(columns, words, tokens, width);

describe('columns of what tenths are likely to bring', () => {
  it('stack the well known, those known a little and those who ordered once, from the ground up', () => {
    const [well, little, once] = drawn(760).series;
    expect(well.data.map((d: any) => d.value)).toEqual(columns.map((c) => c.parts[0]));
    expect(little.data[1].itemStyle.color).toBe(tokens.indigo2);
    expect(once.data[1].itemStyle).toMatchObject({ color: tokens.newWash, borderColor: tokens.newEdge });
    expect(new Set(drawn(760).series.map((series: any) => series.stack)).size).toBe(1);
  });

  it('only the first is red', () => {
    const isRed = (d: any) => JSON.stringify(d.itemStyle).includes(tokens.cinnabar);
    for (const series of drawn(760).series.slice(0, 3)) expect(series.data.map(isRed)).toEqual([true, ...new Array(9).fill(false)]);
  });

  it('name the share of the whole column where there is room, and of the first only on a phone', () => {
    const labels = (width: number) => drawn(width).series[3].data.map((d: any) => d.label);
    expect(labels(760).map((l: any) => l.formatter)).toEqual(SHARES.map(words.percent));
    expect(labels(760).every((l: any) => l.show)).toBe(true);
    expect(labels(328).map((l: any) => l.show)).toEqual([true, ...new Array(9).fill(false)]);
  });

  it('begin at nothing, reach over the tallest, and carry the unit on the top label only', () => {
    const { min, max, axisLabel } = drawn(760).yAxis;
    expect(min).toBe(0);
    expect(max).toBeGreaterThanOrEqual(0.6);
    expect([axisLabel.formatter(max), axisLabel.formatter(0.2)]).toEqual([words.percent(max), '20']);
  });
});
