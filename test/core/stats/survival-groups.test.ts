import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atRiskAt, lifeTable } from '../../../src/core/stats/life-table';
import { logRank } from '../../../src/core/stats/log-rank';
import { curveOf, shareEnded, timeEnded, timeEndedInterval } from '../../../src/core/stats/wait-curve';

/*
 * Figures: R survival 3.5-3 on the same files, and where they are printed the documentation and tests of the Python library lifelines.
 *
 * R's ranges of a median are by default on the log scale; ours are on the log-log scale, which keeps them within 0 and 1. From the same
 * Greenwood sums `logRange` gives R's, and where the two differ both stand here.
 */

const DATA = process.env.LIUKE_DATA ?? '../shared/data';
const FILES = {
  telco: 'telco-churn/telco_customer_churn.csv',
  waltons: 'survival/waltons_dataset.csv',
  dd: 'survival/dd.csv',
  rossi: 'survival/rossi.csv',
  larynx: 'survival/larynx.csv',
  lymphoma: 'survival/lymphoma.csv',
  g3: 'survival/g3.csv',
};
type Name = keyof typeof FILES;
const there = Object.values(FILES).every((name) => existsSync(join(DATA, name)));
if (!there) console.warn(`survival data not found under ${DATA}: these tests are skipped`);

interface Row {
  time: number;
  ended: number;
  group: string;
}

describe.runIf(there)('survival by group on published data', () => {
  it('of 7,043 telephone customers: S and at risk as in R, half is not reached, 35 months (32–38) by month, 2352.8725 by contract', () => {
    const all = rowsOf('telco', (row) => [row.tenure!, row.Churn === 'Yes', row.Contract!]);
    const table = tableOf(all);
    const curve = curveOf(table);
    const months = [1, 6, 12, 24, 36, 48, 60, 72];
    expect(months.map((t) => (1 - shareEnded(curve, t)).toFixed(6))).toEqual([
      ...['0.945961', '0.884826', '0.843200', '0.788736', '0.748545', '0.708840', '0.664404', '0.592790'],
    ]);
    expect(months.map((t) => atRiskAt(table, t))).toEqual([7032, 5672, 4974, 3927, 3051, 2303, 1483, 362]);
    expect(timeEnded(curve, 0.5)).toBeNull();
    const monthly = all.filter(({ group }) => group === 'Month-to-month');
    expect([median(monthly), logRange(monthly)]).toEqual([
      [35, 32, 38],
      [32, 38],
    ]);
    const { chiSquare, df, p } = logRank(groupsOf(all).tables)!;
    expect([chiSquare.toFixed(4), df, p]).toEqual(['2352.8725', 2, 0]);
  });

  it('of the flies of Waltons: median 56 (53–58), control 58 (56–60), miR-137 26, χ² 122.249126 with p 2.036e-28', () => {
    const all = rowsOf('waltons', (row) => [row.T!, row.E === '1', row.group!]);
    expect([all.length, all.filter(({ ended }) => ended).length]).toEqual([163, 156]);
    expect([median(all), logRange(all)]).toEqual([
      [56, 53, 58],
      [53, 58],
    ]);
    expect(medians(all)).toEqual({ control: [58, 56, 60], 'miR-137': [26, 19, 29] });
    expect(logRange(all.filter(({ group }) => group === 'control'))).toEqual([56, 60]);
    expect(logRange(all.filter(({ group }) => group === 'miR-137'))).toEqual([22, 29]);
    const { chiSquare, p } = logRank(groupsOf(all).tables)!;
    expect([chiSquare.toFixed(6), p.toPrecision(4)]).toEqual(['122.249126', '2.036e-28']);
    const { times, atRisk, ended, open } = tableOf(all);
    expect([0, 1, 2, 3].map((i) => [times[i], atRisk[i], ended[i], open[i]])).toEqual([
      [6, 163, 1, 0],
      [7, 162, 1, 1],
      [9, 160, 3, 0],
      [13, 157, 3, 0],
    ]);
  });

  it('of heads of government: median 4 years (3–4), by regime 6 5 2 29 3 4, χ² 322.5991, and 260.47 for democracies against others', () => {
    const by = (column: 'regime' | 'democracy') => rowsOf('dd', (row) => [row.duration!, row.observed === '1', row[column]!]);
    expect(by('regime')).toHaveLength(1808);
    expect([median(by('regime')), logRange(by('regime'))]).toEqual([
      [4, 3, 4],
      [3, 4],
    ]);
    const halves = Object.entries(medians(by('regime'))).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(halves.map(([, [half]]) => half)).toEqual([6, 5, 2, 29, 3, 4]);
    const { chiSquare, df } = logRank(groupsOf(by('regime')).tables)!;
    expect([chiSquare.toFixed(6), df]).toEqual(['322.599078', 5]);
    expect(logRank(groupsOf(by('democracy')).tables)!.chiSquare.toFixed(2)).toBe('260.47');
  });

  it.each([
    ['rossi, by aid', 'rossi', ['week', 'arrest', 'fin'], '3.837570', '0.0501161'],
    ['lymphoma, by stage', 'lymphoma', ['Time', 'Censor', 'Stage_group'], '6.709710', '0.00959'],
    ['g3, by treatment', 'g3', ['time', 'event', 'group'], '6.062888', '0.0138'],
  ] as const)('of %s the test is that of R', (_, file, [time, ended, group], chiSquare, p) => {
    const all = rowsOf(file, (row) => [row[time]!, row[ended] === '1' || row[ended] === 'True', row[group]!]);
    const test = logRank(groupsOf(all).tables)!;
    expect(test.chiSquare.toFixed(6)).toBe(chiSquare);
    expect(test.p.toFixed(p.length - 2)).toBe(p);
  });

  it('of rossi half is not reached; of larynx it is 6, from 4 to 7.4 on the log scale', () => {
    expect(median(rowsOf('rossi', (row) => [row.week!, row.arrest === '1', '']))[0]).toBeNull();
    const larynx = rowsOf('larynx', (row) => [row.time!, row.death === '1', '']);
    expect([larynx.length, larynx.filter(({ ended }) => ended).length]).toEqual([90, 50]);
    expect([median(larynx), logRange(larynx)]).toEqual([
      [6, 3.8, 7],
      [4, 7.4],
    ]);
  });
});

function tableOf(rows: readonly Row[]) {
  return lifeTable(
    rows.map(({ time }) => time),
    rows.map(({ ended }) => ended),
  );
}

function groupsOf(rows: readonly Row[]) {
  const names = [...new Set(rows.map(({ group }) => group))];
  return { names, tables: names.map((name) => tableOf(rows.filter(({ group }) => group === name))) };
}

function median(rows: readonly Row[]): (number | null)[] {
  const curve = curveOf(tableOf(rows));
  const interval = timeEndedInterval(curve, 0.5);
  return [timeEnded(curve, 0.5), interval?.low ?? null, interval?.high ?? null];
}

/** The 95 % range of the median on the log scale: the times at which S × exp(±1.96 √Σ) passes one half. */
function logRange(rows: readonly Row[]): (number | undefined)[] {
  const { times, survival, greenwood } = curveOf(tableOf(rows));
  const passes = (sign: 1 | -1) =>
    times[survival.findIndex((s, i) => s * Math.exp(sign * 1.959963984540054 * Math.sqrt(greenwood[i]!)) <= 0.5)];
  return [passes(-1), passes(1)];
}

function medians(rows: readonly Row[]): Record<string, (number | null)[]> {
  return Object.fromEntries(groupsOf(rows).names.map((name) => [name, median(rows.filter(({ group }) => group === name))]));
}

/** Rows of a CSV by header; commas within quotes belong to their cell. */
function rowsOf(name: Name, read: (row: Record<string, string>) => [time: string, ended: boolean, group: string]): Row[] {
  const [header = '', ...lines] = readFileSync(join(DATA, FILES[name]), 'utf8').trim().split(/\r?\n/);
  const cells = (line: string) => line.match(/("[^"]*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, '').replaceAll('"', ''));
  const names = cells(header);
  return lines.map((line) => {
    const [time, ended, group] = read(Object.fromEntries(cells(line).map((cell, i) => [names[i] ?? '', cell])));
    return { time: Number(time), ended: Number(ended), group };
  });
}
