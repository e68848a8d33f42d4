import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/terms/part';
import type { Question } from '../../src/terms/preview';
import type { FileKind } from '../../src/terms/role';
import { DATA, hasData, partsAsRecord, rolesByHeader, stageData } from './helpers';

/** What comes of a real export: the header of a system, a refusal, records, or orders to the cent. */
type Outcome =
  | { header: string }
  | { refusal: Refusal; parts?: Record<string, [number, number]>; currency?: string }
  | { kind: FileKind; rows: number; roles: Record<string, string> }
  | {
      preset: string;
      parts: Record<string, [number, number]>;
      /** Orders, customers, money of the sales, money given back; all in minor units. */
      totals: [orders: number, customers: number, worth: number, refund: number];
      currency: string;
      asks?: Question[];
    };

// Counted by hand from the files. Sums are those of the goods: net of discounts, without tax and shipping where the file has them apart.
const SHAPES: Record<string, Outcome> = {
  'alipay-personal-GBK.csv': { refusal: 'personal-bill' },
  'amazon-all-orders-header.tsv': { refusal: 'no-buyers', parts: { cancelled: [1, 8_995] } },
  // 89.90 − 10.00, 42.00, 18.00 − 2.00.
  'amazon-all-orders-sample.tsv': { refusal: 'no-buyers', parts: { 'no-customer': [3, 13_790] } },
  // 76.00 − 4.00 sold, 38.00 − 2.00 given back; a fee and a transfer.
  'amazon-date-range-preamble.csv': { refusal: 'no-buyers', parts: { 'no-customer': [2, 3_600], 'not-a-sale': [2, 0] }, currency: 'USD' },
  'amazon-unified-india-preamble.tsv': { refusal: 'no-buyers', parts: { 'no-customer': [1, 76_186] }, currency: 'INR' },
  'bigcommerce-orders-header-unverified.csv': { header: 'BigCommerce' },
  'douyin-full-header.csv': { header: '抖店' },
  'douyin-orders-BOM-leadingtab.csv': { refusal: 'no-buyers', parts: { 'no-date': [2, 7_980], cancelled: [1, 2_990] } },
  'douyin-orders-multivalue-cells.csv': { refusal: 'no-buyers', parts: { 'no-customer': [2, 17_790] } },
  'ebay-de-orders.csv': { preset: 'ebay-orders-de', parts: { sale: [1, 11_699] }, totals: [1, 1, 11_699, 0], currency: 'EUR' },
  'ebay-orders-report-header.csv': { header: 'eBay' },
  'ebay-orders-trailer.csv': {
    preset: 'ebay-orders',
    parts: { sale: [1, 2_000], 'trailer-row': [2, 0] },
    totals: [1, 1, 2_000, 0],
    currency: 'USD',
  },
  'ebay-sep-marker-preamble.csv': { refusal: 'addresses' },
  'ebay-transaction-report-preamble.csv': {
    preset: 'ebay-transactions',
    parts: { sale: [1, 2_000], 'not-a-sale': [2, 0] },
    totals: [1, 1, 2_000, 0],
    currency: 'USD',
  },
  'etsy-sold-order-items-sample.csv': {
    preset: 'etsy-items',
    parts: { sale: [3, 2_100], 'bad-date': [1, 350], 'no-order-number': [1, 350] },
    totals: [2, 2, 2_100, 0],
    currency: 'EUR',
  },
  'etsy-sold-orders-sample.csv': { preset: 'etsy-orders', parts: { sale: [1, 5_000] }, totals: [1, 1, 5_000, 0], currency: 'USD' },
  // Its days are after the day of these tests.
  'fresha-sales-sample.csv': {
    preset: 'fresha-sales',
    parts: { 'future-date': [2, 8_500] },
    totals: [0, 0, 0, 0],
    currency: 'USD',
    asks: ['no-usable-rows'],
  },
  // The third is given back whole, though its column of partial refunds has 0.
  'gumroad-sales-sample.csv': { preset: 'gumroad-sales', parts: { sale: [3, 3_200] }, totals: [3, 3, 3_200, 800], currency: 'USD' },
  'jd-merchant-orders-header.csv': { header: '京东' },
  'jd-personal-BOM.csv': { refusal: 'personal-bill' },
  'jd-wechat-amount-forms.txt': { refusal: 'values-only' },
  'magento2-customer-grid-header.csv': { header: 'Magento' },
  'magento2-order-grid-header.csv': { header: 'Magento' },
  'mailchimp-audience-sample.csv': {
    kind: 'customers',
    rows: 1,
    roles: {
      'Email Address': 'email',
      'First Name': 'customer-name',
      'Last Name': 'customer-name',
      OPTIN_TIME: 'signup',
      CONFIRM_TIME: 'consent',
      CC: 'country',
      REGION: 'city',
      TAGS: 'tags',
    },
  },
  'meituan-personal-BOM-CRLF.csv': { refusal: 'personal-bill' },
  // The shop paid somebody: no sale of its own.
  'paypal-activity-decimal-comma.csv': {
    preset: 'paypal-activity',
    parts: { 'not-a-sale': [1, -2_300] },
    totals: [0, 0, 0, 0],
    currency: 'EUR',
    asks: ['date-order', 'no-usable-rows'],
  },
  'paypal-activity-dmy-refund.csv': {
    preset: 'paypal-activity',
    parts: { sale: [2, 159_999], refund: [1, -50_000] },
    totals: [2, 2, 159_999, 50_000],
    currency: 'USD',
    asks: ['date-order'],
  },
  'paypal-activity-header-full.csv': { header: 'PayPal' },
  'paypal-activity-us.csv': {
    preset: 'paypal-activity',
    parts: { sale: [1, 125_000], 'not-a-sale': [2, -101_000] },
    totals: [1, 1, 125_000, 0],
    currency: 'EUR',
  },
  'pinduoduo-columns-partial.csv': { header: '拼多多' },
  'qualtrics-three-row-header.csv': {
    kind: 'answers',
    rows: 2,
    roles: {
      RecordedDate: 'date',
      RecipientFirstName: 'customer-name',
      RecipientLastName: 'customer-name',
      RecipientEmail: 'email',
      ExternalReference: 'customer',
      DistributionChannel: 'channel',
    },
  },
  'shopify-customers-header-2.csv': { header: 'Shopify' },
  'shopify-customers-sample.csv': {
    kind: 'customers',
    rows: 2,
    roles: {
      'Customer ID': 'customer',
      'First Name': 'customer-name',
      'Last Name': 'customer-name',
      Email: 'email',
      Phone: 'phone',
      'Accepts Email Marketing': 'consent',
      'Default Address City': 'city',
      'Default Address Country Code': 'country',
      Tags: 'tags',
    },
  },
  'shopify-orders-header-full.csv': { header: 'Shopify' },
  'shopify-orders-sample.csv': {
    preset: 'shopify-orders',
    parts: { sale: [4, 8_800], cancelled: [1, 1_600] },
    totals: [3, 2, 8_800, 400],
    currency: 'USD',
  },
  'shopify-payouts-sample.csv': { refusal: 'payouts' },
  // The walk-ins: 36.00 and 12.00 sold, 12.00 given back.
  'square-items-sample.csv': {
    preset: 'square-items',
    parts: { sale: [2, 2_700], 'no-customer': [3, 3_600] },
    totals: [1, 1, 2_700, 0],
    currency: 'USD',
  },
  'square-transactions-55col-header.csv': { header: 'Square' },
  'square-transactions-sample.csv': {
    preset: 'square-transactions',
    parts: { sale: [1, 2_700], 'no-customer': [2, 0] },
    totals: [1, 1, 2_700, 0],
    currency: 'USD',
  },
  'square-transactions-us-dates.csv': { refusal: 'no-buyers', parts: { 'no-customer': [3, 134_350] } },
  'stripe-payments-header.csv': { header: 'Stripe' },
  'surveymonkey-two-row-header.csv': {
    kind: 'answers',
    rows: 10,
    roles: { 'End Date': 'date', 'How satisfied are you?': 'score', 'How likely to recommend?': 'score' },
  },
  'taobao-orders-header-GBK.csv': { header: '淘宝' },
  'typeform-sample.csv': {
    kind: 'answers',
    rows: 3,
    roles: {
      'How satisfied were you with the program?': 'score',
      'What did you like?': 'comment',
      'Submit Date (UTC)': 'date',
    },
  },
  'woocommerce-analytics-orders-header.csv': { header: 'WooCommerce' },
  'woocommerce-webtoffee-header.csv': { header: 'WooCommerce' },
};

const THERE = hasData('export-shapes');

describe('real exports', () => {
  it.runIf(THERE)('all of them have an outcome here', () => {
    expect(readdirSync(join(DATA, 'export-shapes')).sort()).toEqual(Object.keys(SHAPES).sort());
  });

  for (const [name, outcome] of Object.entries(SHAPES)) {
    it.runIf(THERE)(`${name} ${saidOf(outcome)}`, async () => {
      if ('header' in outcome) {
        const facts = { system: outcome.header };
        await expect(stageData(`export-shapes/${name}`)).rejects.toMatchObject({ code: 'intake/header-only-of', facts });
        return;
      }
      const file = await stageData(`export-shapes/${name}`);
      const preview = file.preview(file.plan);
      if ('refusal' in outcome) {
        expect([preview.refusal, preview.questions.includes('refused')]).toEqual([outcome.refusal, true]);
        if (outcome.parts) expect(partsAsRecord(preview.parts)).toEqual(outcome.parts);
        if (outcome.currency) expect(file.plan.currency.code).toBe(outcome.currency);
      } else if ('kind' in outcome) {
        expect([file.plan.kind, preview.refusal, preview.rows]).toEqual([outcome.kind, null, outcome.rows]);
        expect(rolesByHeader(file.plan)).toMatchObject(outcome.roles);
      } else {
        const { orders, customers, worthMinor, refundMinor } = preview.totals;
        expect([file.plan.preset, file.plan.currency.code]).toEqual([outcome.preset, outcome.currency]);
        expect(partsAsRecord(preview.parts)).toEqual(outcome.parts);
        expect([orders, customers, worthMinor, refundMinor]).toEqual(outcome.totals);
        expect(preview.questions).toEqual(outcome.asks ?? []);
      }
    });
  }
});

function saidOf(outcome: Outcome): string {
  if ('header' in outcome) return `is the header of ${outcome.header} and nothing else`;
  if ('refusal' in outcome) return `is no import: ${outcome.refusal}`;
  return 'kind' in outcome ? `holds ${outcome.kind}` : 'is read as orders, to the cent';
}
