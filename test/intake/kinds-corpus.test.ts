import { describe, expect, it } from 'vitest';
import { presetNamed } from '../../src/intake/meaning/preset-of';
import { AppError } from '../../src/terms/app-error';
import type { Refusal } from '../../src/terms/part';
import type { FileKind } from '../../src/terms/role';
import { hasData, stage, stageData } from './helpers';

/** What a person who looks at a file says that it is: one of six kinds, or why it is none. */
type Label = FileKind | Refusal;

/** Files of the shared data that a shop could have. */
const REAL: Record<string, Label> = {
  'olist-sample/olist_customers_dataset.csv': 'customers',
  'olist-sample/olist_order_items_dataset.csv': 'order-items',
  'olist-sample/olist_order_payments_dataset.csv': 'payments',
  'olist-sample/olist_order_reviews_dataset.csv': 'answers',
  'olist-sample/olist_orders_dataset.csv': 'orders',
  'olist-sample/olist_products_dataset.csv': 'products',
  'olist-sample/product_category_name_translation.csv': 'products',
  'loyalty/complaint_tweets.csv': 'word-list',
  'loyalty/mail_list.csv': 'customers',
  'loyalty/points_ledger_a.csv': 'points',
  'loyalty/points_members.csv': 'customers',
  'loyalty/points_stores.csv': 'stores',
  'loyalty/receipts.csv': 'orders',
  'loyalty/tiers_misspelt.csv': 'customers',
  // Two names and a day: only the name of the file says that these people left.
  'loyalty/unsubscribes.csv': 'contacts',
  'nps/nashville_nps_first20.csv': 'answers',
  'nps/sudzilla_survey_1.csv': 'answers',
  'nps/sudzilla_survey_2.csv': 'answers',
  'complete-journey/campaign_descriptions.csv': 'campaigns',
  'complete-journey/campaigns.csv': 'contacts',
  'complete-journey/coupon_redemptions.csv': 'contacts',
  'complete-journey/demographics.csv': 'customers',
  'complete-journey/transactions_sample.csv': 'orders',
  'telco-churn/telco_customer_churn.csv': 'customers',
  'superstore/orders.csv': 'orders',
  'superstore/returns.csv': 'returns',
  'experiments/artea-a_b-experiment-recoded.csv': 'contacts',
  'experiments/artea-a_b-experiment.csv': 'contacts',
  'experiments/artea-demographics.csv': 'customers',
  'experiments/artea-next-campaign.csv': 'customers',
  'experiments/cookie_cats.csv': 'contacts',
  'online-retail/invoice_level_blank_customers.csv': 'orders',
  'online-retail/reference_lifetimes_per_customer.csv': 'summary',
  'cdnow-sample/CDNOW_sample.txt': 'orders',
  'cdnow-sample/cdnow_customers_summary.csv': 'summary',
  'cdnow-sample/cdnow_customers_summary_with_transactions.csv': 'summary',
  'cdnow-sample/BTYD_cdnowSummary_cbs.csv': 'summary',
  'cdnow-sample/reference_BTYD_per_customer.csv': 'summary',
  'cdnow-sample/reference_lifetimes_per_customer.csv': 'summary',
  'cdnow-sample/donations.csv': 'summary',
  'cdnow-sample/example_transactions.csv': 'orders',
  'export-shapes/alipay-personal-GBK.csv': 'personal-bill',
  'export-shapes/amazon-all-orders-header.tsv': 'no-buyers',
  'export-shapes/amazon-all-orders-sample.tsv': 'no-buyers',
  'export-shapes/amazon-date-range-preamble.csv': 'no-buyers',
  'export-shapes/amazon-unified-india-preamble.tsv': 'no-buyers',
  'export-shapes/bigcommerce-orders-header-unverified.csv': 'orders',
  'export-shapes/douyin-full-header.csv': 'orders',
  'export-shapes/douyin-orders-BOM-leadingtab.csv': 'no-buyers',
  'export-shapes/douyin-orders-multivalue-cells.csv': 'no-buyers',
  'export-shapes/ebay-de-orders.csv': 'orders',
  'export-shapes/ebay-orders-report-header.csv': 'orders',
  'export-shapes/ebay-orders-trailer.csv': 'orders',
  'export-shapes/ebay-sep-marker-preamble.csv': 'addresses',
  'export-shapes/ebay-transaction-report-preamble.csv': 'orders',
  'export-shapes/etsy-sold-order-items-sample.csv': 'orders',
  'export-shapes/etsy-sold-orders-sample.csv': 'orders',
  'export-shapes/fresha-sales-sample.csv': 'orders',
  'export-shapes/gumroad-sales-sample.csv': 'orders',
  'export-shapes/jd-merchant-orders-header.csv': 'orders',
  'export-shapes/jd-personal-BOM.csv': 'personal-bill',
  'export-shapes/jd-wechat-amount-forms.txt': 'values-only',
  'export-shapes/magento2-customer-grid-header.csv': 'customers',
  'export-shapes/magento2-order-grid-header.csv': 'orders',
  'export-shapes/mailchimp-audience-sample.csv': 'customers',
  'export-shapes/meituan-personal-BOM-CRLF.csv': 'personal-bill',
  'export-shapes/paypal-activity-decimal-comma.csv': 'orders',
  'export-shapes/paypal-activity-dmy-refund.csv': 'orders',
  'export-shapes/paypal-activity-header-full.csv': 'orders',
  'export-shapes/paypal-activity-us.csv': 'orders',
  'export-shapes/pinduoduo-columns-partial.csv': 'no-buyers',
  'export-shapes/qualtrics-three-row-header.csv': 'answers',
  'export-shapes/shopify-customers-header-2.csv': 'customers',
  'export-shapes/shopify-customers-sample.csv': 'customers',
  'export-shapes/shopify-orders-header-full.csv': 'orders',
  'export-shapes/shopify-orders-sample.csv': 'orders',
  'export-shapes/shopify-payouts-sample.csv': 'payouts',
  'export-shapes/square-items-sample.csv': 'orders',
  'export-shapes/square-transactions-55col-header.csv': 'orders',
  'export-shapes/square-transactions-sample.csv': 'orders',
  'export-shapes/square-transactions-us-dates.csv': 'no-buyers',
  'export-shapes/stripe-payments-header.csv': 'orders',
  'export-shapes/surveymonkey-two-row-header.csv': 'answers',
  'export-shapes/taobao-orders-header-GBK.csv': 'orders',
  'export-shapes/typeform-sample.csv': 'answers',
  'export-shapes/woocommerce-analytics-orders-header.csv': 'orders',
  'export-shapes/woocommerce-webtoffee-header.csv': 'orders',
};

/** Headers of our own with a row each, in five languages. */
const MADE: [Label, string][] = [
  ['orders', 'Order No,Customer,Order Date,Total\n1,ann,2025-03-21,10.00'],
  ['orders', 'Bestellnummer;Kundennummer;Bestelldatum;Gesamtbetrag\n1;K1;21.03.2025;10,00'],
  ['orders', '订单编号,会员号,下单时间,实付金额\n1,K1,2025-03-21,10.00'],
  ['orders', '訂單編號,會員編號,訂購日期,實付金額\n1,K1,2025-03-21,100'],
  ['orders', '注文番号,顧客番号,注文日,合計金額\n1,K1,2025/03/21,1000'],
  ['orders', '单号,手机号,消费时间,消费金额,本次积分\n1,13800138000,2025-03-21,10.00,10'],
  ['orders', 'order_id,refund_date,refund_amount,reason\n1,2025-03-21,10.00,broken'],
  ['customers', 'customer_id,email,birthday,newsletter,referred_by\n1,a@x.org,1990-04-13,yes,2'],
  ['customers', 'Kundennummer;Vorname;Nachname;Geburtsdatum;Geschlecht;Ort\n1;Ann;Kay;13.04.1990;w;Bonn'],
  ['customers', '会员编号,姓名,手机号,性别,生日,注册时间,会员等级\n1,小明,13800138000,男,1990-04-13,2024-03-21,银卡'],
  ['customers', '會員編號,姓名,手機,性別,生日,註冊日期,會員等級\n1,小明,0912345678,男,1990-04-13,2024-03-21,銀卡'],
  ['customers', '顧客番号,氏名,性別,生年月日,会員登録日\n1,田中,男,1990-04-13,2024-03-21'],
  ['answers', 'date,email,nps,comment\n2025-03-21,a@x.org,9,fine'],
  ['answers', 'customer_id,survey_date,csat_score,free_text\n1,2025-03-21,4,fine'],
  ['answers', '序号,提交答卷时间,您有多大可能向朋友推荐我们?,您的建议\n1,2025-03-21,9,无'],
  ['answers', '問卷編號,填寫時間,整體滿意度,意見\n1,2025-03-21,4,好'],
  ['answers', 'Kundennummer;Datum;Wie wahrscheinlich ist es, dass Sie uns empfehlen?\n1;21.03.2025;9'],
  ['points', 'member_id,date,type,points,balance\n1,2025-03-21,earn,10,110'],
  ['points', 'customer,points_earned,points_redeemed,points_expired,month\n1,10,5,0,2025-03'],
  ['points', '会员卡号,变动时间,变动类型,变动积分,积分余额\n1,2025-03-21,消费,10,110'],
  ['points', '會員編號,異動日期,異動類型,點數異動,點數餘額\n1,2025-03-21,消費,10,110'],
  ['points', 'Kundennummer;Datum;Punkte;Punktestand\n1;21.03.2025;10;110'],
  [
    'feedback',
    'ticket_id,customer_email,opened_at,first_reply_at,closed_at,topic,severity\n1,a@x.org,2025-03-21,2025-03-22,2025-03-23,late,high',
  ],
  ['feedback', 'complaint_id,order_id,date,subject,status\n1,7,2025-03-21,broken cup,closed'],
  ['feedback', '工单号,客户手机,创建时间,首次响应时间,关闭时间,投诉类型,严重程度\n1,13800138000,2025-03-21,2025-03-21,2025-03-22,物流,高'],
  ['feedback', '客訴編號,會員編號,建立時間,首次回覆時間,結案時間,客訴類型\n1,7,2025-03-21,2025-03-21,2025-03-22,物流'],
  ['contacts', 'campaign,email,sent_at,opened_at,clicked_at,unsubscribed\nSpring,a@x.org,2025-03-21,2025-03-21,,no'],
  ['contacts', 'customer_id,campaign_id,channel,arm,cost,coupon_code\n1,C1,sms,control,0.05,X1'],
  ['contacts', '活动名称,手机号,发送时间,是否送达,是否点击,优惠券码\n春茶,13800138000,2025-03-21,是,否,X1'],
  ['contacts', '活動名稱,電子郵件,發送時間,開信時間,點擊時間\n春茶,a@x.org,2025-03-21,2025-03-21,'],
];

async function labelOf(staged: ReturnType<typeof stage>): Promise<string> {
  try {
    const file = await staged;
    return file.preview(file.plan).refusal ?? file.plan.kind;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'intake/header-only-of') throw error;
    const preset = presetNamed(String(error.facts.preset));
    return preset?.refusal ?? preset?.kind ?? 'nothing';
  }
}

describe('what a file is', () => {
  it('is seen on at least 19 of 20 invented headers in five languages', async () => {
    const wrong: string[] = [];
    for (const [label, text] of MADE) {
      const found = await labelOf(stage(`${text}\n`));
      if (found !== label) wrong.push(`${text.split('\n')[0]}: ${found}, is ${label}`);
    }
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(MADE.length / 20);
  });

  it.runIf(hasData('export-shapes/shopify-orders-sample.csv'))('is seen on at least 19 of 20 real files', async () => {
    const wrong: string[] = [];
    for (const [path, label] of Object.entries(REAL)) {
      const found = await labelOf(stageData(path));
      // A header alone does not show whether its marketplace names the buyers.
      const same = found === label || (label === 'no-buyers' && found === 'orders');
      if (!same) wrong.push(`${path}: ${found}, is ${label}`);
    }
    console.info(
      `${Object.keys(REAL).length - wrong.length} of ${Object.keys(REAL).length} real files seen for what they are; not: ${wrong.join('; ')}`,
    );
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(Object.keys(REAL).length / 20);
  });
});
