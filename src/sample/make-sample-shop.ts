import { dayFromYmd, type Day } from '../terms/day';
import type { Part } from '../terms/part';
import { DEFAULT_RULES, type ImportPlan } from '../terms/plan';
import type { ImportCard } from '../terms/shop';
import type { Batch, LeftOut } from '../core/columns/batch';
import { Dice } from './dice';
import { liveTwoYears } from './lives';
import { rowsOf, type Row } from './rows';
import { SAMPLE_CURRENCY, SAMPLE_HEADER, sampleBatch, sampleLeftOut } from './sample-columns';

/** Last day of the invented shop; never today, because the same seed must give the same shop for ever. */
const LAST_DAY = dayFromYmd(2025, 12, 31);

/** The invented shop, ready to be stored as if it had come from a file. */
export interface SampleShop {
  batch: Omit<Batch, 'importId'>;
  leftOut: LeftOut;
  card: { shopName: string; file: Omit<ImportCard, 'id' | 'shop' | 'appVersion'> };
}

/**
 * Invents two years of a tea shop with 5,000 customers, the same for the same seed.
 *
 * What there is to find: customers won by the offer of the first spring come back far less than the others, and from the second
 * September on, when delivery becomes dearer, a third of the regulars leave and the rest order more seldom. Everything is busier in
 * November and December. Refunds bear the number of their order; one in four gives back all of it.
 */
export function makeSampleShop(seed: number, endDay: Day = LAST_DAY): SampleShop {
  const dice = new Dice(seed);
  const rows = rowsOf(dice, liveTwoYears(dice, endDay), endDay);
  const batch = sampleBatch(rows);
  const leftOut = sampleLeftOut(rows);
  const file: SampleShop['card']['file'] = {
    name: 'sample-orders.csv',
    bytes: 0,
    sha256: '',
    kind: 'orders',
    keptAt: '2026-01-01T00:00:00.000Z',
    rows: rows.length,
    used: batch.lines.rows,
    leftOut: leftOut.rows,
    parts: partsOf(rows),
    plan: samplePlan(),
    status: 'kept',
    mode: 'append',
    replaces: [],
    counts: [],
    joined: [],
  };
  return { batch, leftOut, card: { shopName: 'Tea and teaware', file } };
}

function samplePlan(): ImportPlan {
  return {
    version: 1,
    kind: 'orders',
    encoding: 'utf-8',
    dialect: { delimiter: ',', quote: '"', header: true },
    header: SAMPLE_HEADER.map(([name]) => name),
    roles: SAMPLE_HEADER.map(([, role]) => role),
    dateOrder: 'ymd',
    decimal: '.',
    currency: SAMPLE_CURRENCY,
    rules: DEFAULT_RULES,
    preset: null,
  };
}

function partsOf(rows: readonly Row[]): Part[] {
  const parts = new Map<Part['code'], Part>();
  for (const row of rows) {
    const code = row.reason ?? (row.refund ? 'refund' : 'sale');
    const part = parts.get(code) ?? { code, rows: 0, worthMinor: 0, ...ruleOf(code) };
    part.rows++;
    part.worthMinor += row.amountMinor;
    parts.set(code, part);
  }
  return [...parts.values()];
}

/** The rule of the plan that moves rows of this part, if there is one. */
function ruleOf(code: Part['code']): Pick<Part, 'rule'> {
  if (code === 'refund') return { rule: 'negative' };
  if (code === 'no-customer') return { rule: 'noCustomer' };
  if (code === 'zero-amount') return { rule: 'zero' };
  return code === 'cancelled' ? { rule: 'cancelled' } : {};
}
