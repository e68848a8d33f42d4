import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { greenwoodInterval } from '../../../src/core/stats/greenwood';
import { kaplanMeier, timeReached } from '../../../src/core/stats/kaplan-meier';

const DATA = process.env.LIUKE_DATA ?? '../shared/data';
const TELCO = join(DATA, 'telco-churn/telco_customer_churn.csv');
const WALTONS = join(DATA, 'survival/waltons_dataset.csv');
if (!existsSync(TELCO) || !existsSync(WALTONS)) console.warn(`survival data not found under ${DATA}: these tests are skipped`);

describe('Kaplan–Meier on published data', () => {
  it.runIf(existsSync(TELCO))("gives R survival's S(t) of tenure for 7,043 telephone customers", () => {
    // Values: R survival 3.5-3 on the same file.
    const curve = curveOf(rowsOf(TELCO).map((row) => ({ time: Number(row.tenure), ended: row.Churn === 'Yes' })));
    const at = Object.fromEntries([1, 6, 12, 24, 36, 48, 60, 72].map((t) => [t, curve[t]!.toFixed(6)]));
    expect(at).toEqual({
      1: '0.945961',
      6: '0.884826',
      12: '0.843200',
      24: '0.788736',
      36: '0.748545',
      48: '0.708840',
      60: '0.664404',
      72: '0.592790',
    });
    expect(timeReached(curve, 0.5)).toBeNull();
  });

  it.runIf(existsSync(TELCO))("has Greenwood's error of .009919 at S(72) = .592790, as R survival gives it", () => {
    const { events, censored } = countsOf(rowsOf(TELCO).map((row) => ({ time: Number(row.tenure), ended: row.Churn === 'Yes' })));
    const { low, high } = greenwoodInterval(events, censored, 72)!;
    // On the log-log scale the ends are S^exp(±1.96 se / (S |log S|)); taken back, both give the standard error of S.
    const s = 0.59279;
    const error = (end: number) => (Math.abs(Math.log(Math.log(1 - end) / Math.log(s))) / 1.959964) * s * Math.abs(Math.log(s));
    expect([error(low), error(high)].map((one) => one.toFixed(6))).toEqual(['0.009919', '0.009919']);
  });

  it.runIf(existsSync(WALTONS))('gives the median of 56 days that lifelines and R give for the flies of Waltons', () => {
    expect(timeReached(curveOf(rowsOf(WALTONS).map((row) => ({ time: Number(row.T), ended: Number(row.E) === 1 }))), 0.5)).toBe(56);
  });
});

function curveOf(waits: { time: number; ended: boolean }[]): Float64Array {
  const { events, censored } = countsOf(waits);
  return kaplanMeier(events, censored);
}

function countsOf(waits: { time: number; ended: boolean }[]): { events: Uint32Array; censored: Uint32Array } {
  const size = Math.max(...waits.map((w) => w.time)) + 1;
  const [events, censored] = [new Uint32Array(size), new Uint32Array(size)];
  for (const { time, ended } of waits) (ended ? events : censored)[time]!++;
  return { events, censored };
}

/** Rows of a CSV without quoted cells, by header. */
function rowsOf(path: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}
