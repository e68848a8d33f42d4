import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayFromYmd } from '../../../src/terms/day';
import type { OrderTable } from '../../../src/core/columns/order-table';
import { orderTableFromDays } from './shop-from-days';

const FILE = join(process.env.LIUKE_DATA ?? '../shared/data', 'cdnow-sample', 'CDNOW_sample.txt');

export const hasCdnow = existsSync(FILE);
/** The last day of the 39 weeks of calibration, and of the 39 weeks held out. */
export const CDNOW_CUT = dayFromYmd(1997, 9, 30);
export const CDNOW_END = dayFromYmd(1998, 6, 30);

/** The 2 357 customers of the CDNOW sample with their order-days. */
export function cdnowShop(): OrderTable {
  const byCustomer = new Map<string, number[]>();
  for (const line of readFileSync(FILE, 'utf8').split(/\r?\n/)) {
    const [, customer, date] = line.trim().split(/\s+/);
    if (!customer || !date) continue;
    const day = dayFromYmd(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8)));
    byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), day]);
  }
  return orderTableFromDays([...byCustomer.values()]);
}
