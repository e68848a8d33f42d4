import { existsSync, readFileSync } from 'node:fs';
import { dayFromYmd } from '../../../src/terms/day';
import type { OrderTable } from '../../../src/core/columns/order-table';
import { orderTableFromColumns } from './order-table-from-columns';

const FILE = `${process.env.LIUKE_DATA ?? '../shared/data'}/cdnow-sample/CDNOW_sample.txt`;
export const HAS_CDNOW = existsSync(FILE);

/** Last day of the calibration period of the literature. */
export const CDNOW_CALIBRATION = dayFromYmd(1997, 9, 30);
/** Last day of the file. */
export const CDNOW_END = dayFromYmd(1998, 6, 30);

/** The CDNOW sample as an order table, money in cents; customer c is id c + 1. @param shuffled  reads the rows backwards */
export function cdnowOrders(shuffled = false): OrderTable {
  const rows = readFileSync(FILE, 'latin1')
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells.length === 5)
    .map(([, id, date, , dollars]) => ({
      customer: Number(id) - 1,
      day: dayFromYmd(Number(date!.slice(0, 4)), Number(date!.slice(4, 6)), Number(date!.slice(6))),
      net: Math.round(Number(dollars) * 100),
    }));
  return orderTableFromColumns(shuffled ? rows.reverse() : rows);
}
