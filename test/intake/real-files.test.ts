import { describe, expect, it } from 'vitest';
import { packedSize } from '../../src/core/columns/packed-strings';
import { dayFromYmd } from '../../src/terms/day';
import { orderLines } from '../../src/intake/staged-import';
import { hasData, partsAsRecord, rolesByHeader, stageData, sumOfRows, withRoles } from './helpers';

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

  const SHOPIFY = 'export-shapes/shopify-orders-sample.csv';
  it.runIf(hasData(SHOPIFY))(
    'a Shopify export counts each order once, net of tax and shipping, and leaves out what was cancelled',
    async () => {
      const file = await stageData(SHOPIFY);
      const { parts, totals } = file.preview(file.plan);
      expect(partsAsRecord(parts)).toEqual({ sale: [4, 8_800], cancelled: [1, 1_600] });
      expect([file.plan.preset, totals.orders, totals.customers, totals.refundMinor]).toEqual(['shopify-orders', 3, 2, 400]);
    },
  );

  const SQUARE = 'export-shapes/square-items-sample.csv';
  it.runIf(hasData(SQUARE))('a Square export keeps walk-in sales as guests when asked, and takes its refund rows for refunds', async () => {
    const file = await stageData(SQUARE);
    expect(partsAsRecord(file.preview(file.plan).parts)).toEqual({ sale: [2, 2_700], 'no-customer': [3, 3_600] });
    const guests = file.preview({ ...file.plan, rules: { ...file.plan.rules, noCustomer: 'guest' } });
    expect(partsAsRecord(guests.parts)).toEqual({ sale: [4, 7_500], refund: [1, -1_200] });
    expect([guests.totals.orders, guests.totals.customers]).toEqual([3, 3]);
  });

  const ETSY = 'export-shapes/etsy-sold-order-items-sample.csv';
  it.runIf(hasData(ETSY))('an Etsy export reads 12,00 beside 3.50, and says which rows lack a date or an order number', async () => {
    const file = await stageData(ETSY);
    expect([file.plan.dateOrder, file.plan.currency.code]).toEqual(['mdy', 'EUR']);
    expect(partsAsRecord(file.preview(file.plan).parts)).toEqual({ sale: [3, 2_100], 'bad-date': [1, 350], 'no-order-number': [1, 350] });
  });

  it.runIf(hasData('export-shapes/etsy-sold-orders-sample.csv'))('an Etsy order is worth its items, not its shipping', async () => {
    const file = await stageData('export-shapes/etsy-sold-orders-sample.csv');
    expect(file.preview(file.plan).totals).toMatchObject({ orders: 1, customers: 1, worthMinor: 5_000 });
  });

  it.runIf(hasData('export-shapes/square-transactions-sample.csv'))('a Square transaction is worth its net sales', async () => {
    const file = await stageData('export-shapes/square-transactions-sample.csv');
    expect(rolesByHeader(file.plan)).toMatchObject({ 'Net Sales': 'amount', Time: 'time', 'Event Type': 'status' });
    expect(file.preview(file.plan).totals.worthMinor).toBe(2_700);
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

  const KINDS = [
    ['export-shapes/shopify-customers-sample.csv', 'customers'],
    ['export-shapes/mailchimp-audience-sample.csv', 'contacts'],
    ['export-shapes/typeform-sample.csv', 'answers'],
    ['export-shapes/qualtrics-three-row-header.csv', 'answers'],
  ] as const;
  for (const [path, kind] of KINDS) {
    it.runIf(hasData(path))(`${path} is seen to hold ${kind}, not orders`, async () => {
      const file = await stageData(path);
      expect(file.plan.kind).toBe(kind);
      expect(file.preview(file.plan).questions).toContain('not-orders');
    });
  }

  it.runIf(hasData('export-shapes/shopify-payouts-sample.csv'))('a payouts report is said to hold no orders', async () => {
    const file = await stageData('export-shapes/shopify-payouts-sample.csv');
    expect(file.preview(file.plan).questions).toContain('not-orders');
  });

  const HEADERS = ['taobao-orders-header-GBK.csv', 'woocommerce-analytics-orders-header.csv', 'woocommerce-webtoffee-header.csv'];
  for (const name of HEADERS) {
    it.runIf(hasData(`export-shapes/${name}`))(`${name} holds a header and nothing else`, async () => {
      await expect(stageData(`export-shapes/${name}`)).rejects.toMatchObject({ code: 'intake/header-only' });
    });
  }
});
