import { ShopOfFiles } from './shop-of-files';
import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../src/core/columns/batch';
import { Session } from '../../src/engine/session';
import { isoFromDay } from '../../src/terms/day';
import type { KeepMode } from '../../src/terms/shop';

const HEAD = 'order_id,customer_id,order_date,amount,promised,delivered_at\n';
const FIRST = `${HEAD}1,A,2024-01-01,5.00,2024-01-05,2024-01-04\n2,B,2024-01-02,6.00,2024-01-06,\n`;
const LATER = `${HEAD}2,B,2024-01-02,6.00,2024-01-06,2024-01-09\n3,C,2024-01-08,7.00,2024-01-12,\n`;

/** When each order came, by its number, and how many rows the shop says to be changed, as it is after the app was closed and opened. */
async function delivered(mode: KeepMode, files: readonly string[]) {
  const shop = await ShopOfFiles.make();
  let last = 0;
  for (const text of files) last = await shop.keep(text, mode);
  const { standing } = await shop.restart();
  const { facts } = (await Session.open(shop.store, shop.shop)).tables({ refunds: 'ignore', asOf: Infinity });
  const day = facts.delivered ? [...facts.delivered.day] : [];
  return { days: Object.fromEntries(day.map((at, o) => [facts.number(o), at === NO_DAY ? '' : isoFromDay(at)])), ...standing[last]! };
}

describe('when orders came, in several exports', () => {
  it('is written into an order later: an export that updates brings it', async () => {
    const { days, counted, repeated } = await delivered('update', [FIRST, LATER]);
    expect(days).toEqual({ 1: '2024-01-04', 2: '2024-01-09', 3: '' });
    expect({ counted, repeated }).toEqual({ counted: 2, repeated: 0 });
  });

  it('stands as it was where an export only adds, and that is said', async () => {
    const { days, heldBack, repeated } = await delivered('append', [FIRST, LATER]);
    expect(days).toEqual({ 1: '2024-01-04', 2: '', 3: '' });
    expect({ heldBack, repeated }).toEqual({ heldBack: 1, repeated: 0 });
  });

  it('is no change where one of two exports does not tell it', async () => {
    const without = 'order_id,customer_id,order_date,amount\n1,A,2024-01-01,5.00\n2,B,2024-01-02,6.00\n3,C,2024-01-08,7.00\n';
    const { days, heldBack, repeated } = await delivered('append', [FIRST, without]);
    expect(days).toEqual({ 1: '2024-01-04', 2: '', 3: '' });
    expect({ heldBack, repeated }).toEqual({ heldBack: 0, repeated: 2 });
  });
});
