import { describe, expect, it } from 'vitest';
import { packedSize } from '../../src/core/columns/packed-strings';
import { dayFromYmd } from '../../src/terms/day';
import { orderLines } from '../../src/intake/staged-import';
import { hasData, partsAsRecord, stageData, sumOfRows, withRoles } from './helpers';

// Figures: published ones for Online Retail (ground-truth §4), Superstore (§6) and CDNOW (§1), counted by others.
const RETAIL = 'online-retail/online_retail.csv';
describe('files that nobody here wrote', () => {
  it.runIf(hasData(RETAIL))(
    'Online Retail adds up to 541,909 rows, and its sales are the published ones',
    { timeout: 60_000 },
    async () => {
      const file = await stageData(RETAIL);
      const preview = file.preview(file.plan);
      expect(partsAsRecord(preview.parts)).toEqual({
        sale: [397_884, 891_140_790],
        refund: [8_905, -61_134_209],
        'no-customer': [135_080, 144_768_212],
        'zero-amount': [40, 0],
      });
      expect(preview.totals).toEqual({
        orders: 18_532,
        customers: 4_338,
        worthMinor: 891_140_790,
        refundMinor: 61_134_209,
        from: dayFromYmd(2010, 12, 1),
        to: dayFromYmd(2011, 12, 9),
      });
      expect([preview.repeated, preview.dates[0]!.days, preview.plan.currency.code, preview.questions]).toEqual([5_268, 305, '', []]);
      expect(preview.dates[1]).toMatchObject({ order: 'ydm', possible: false, proof: '2010-12-13 09:02:00' });
      expect(preview.columns[6]).toMatchObject({ distinct: 4_372, remark: { code: 'customers-empty-decimal', facts: { count: 135_080 } } });
      const built = file.build(file.plan, () => undefined);
      const { leftOut } = built;
      const batch = orderLines(built);
      expect([batch.lines.rows, leftOut.rows, packedSize(leftOut.cells)]).toEqual([406_789, 135_120, 135_120]);
    },
  );

  it.runIf(hasData('superstore/orders.csv'))('Superstore is read by the names of its columns, to the published cent', async () => {
    const file = await stageData('superstore/orders.csv');
    const { totals, questions } = file.preview(file.plan);
    expect([totals.orders, totals.customers, totals.worthMinor, questions]).toEqual([5_009, 793, 229_720_086, []]);
  });

  const CDNOW = 'cdnow-sample/CDNOW_sample.txt';
  it.runIf(hasData(CDNOW))('CDNOW has blanks between columns and no header, and is whole once its columns are named', async () => {
    const file = await stageData(CDNOW);
    expect(file.plan).toMatchObject({
      dialect: { delimiter: ' ', quote: '', header: false },
      header: ['1', '2', '3', '4', '5'],
      dateOrder: 'compact',
    });
    expect(file.preview(file.plan).questions).toEqual(['role-amount', 'role-customer', 'no-usable-rows']);
    const plan = withRoles({ ...file.plan, rules: { ...file.plan.rules, zero: 'keep' } }, { 0: 'customer', 3: 'quantity', 4: 'amount' });
    const { totals, rows, parts } = file.preview(plan);
    // 2,357 customers of the sample and $244,091.94 (ground-truth §1).
    expect([rows, sumOfRows(parts), totals.orders, totals.customers, totals.worthMinor]).toEqual([6_919, 6_919, 6_919, 2_357, 24_409_194]);
    // 6,696 orders when purchases of one day are one (CLVTools' cdnow).
    expect(file.preview({ ...plan, rules: { ...plan.rules, orderless: 'customer-day' } }).totals.orders).toBe(6_696);
  });

  const BLANKS = 'online-retail/invoice_level_blank_customers.csv';
  it.runIf(hasData(BLANKS))('3,722 rows of "(blank)" are nobody, not the best customer', async () => {
    const file = await stageData(BLANKS);
    const preview = file.preview(file.plan);
    expect(preview.columns[2]!.standIns).toEqual([{ text: '(blank)', rows: 3_722, empty: true }]);
    // Refunds of orders that stand in another file need no customer here.
    const ownerless = file.rowsOf(file.plan, 'refund', 0, 10_000).filter((row) => row.read.customer === '').length;
    expect(preview.parts.find((part) => part.code === 'no-customer')!.rows + ownerless).toBe(3_722);
    const refused = file.preview({ ...file.plan, standIns: [[], [], [{ text: '(blank)', empty: false }]] });
    expect(refused.parts.find((part) => part.code === 'no-customer')).toBeUndefined();
    expect([refused.columns[2]!.standIns[0]!.empty, refused.totals.customers]).toEqual([false, preview.totals.customers + 1]);
    expect(file.preview({ ...file.plan, standIns: [[], [], [{ text: '(blank)', empty: true }]] }).parts).toEqual(preview.parts);
  });
});
