import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../src/terms/day';
import { hasData, partsAsRecord, rolesByHeader, stage, stageData } from '../helpers';
import { countsOf, recordsOf, texts } from './records-of';

describe('contacts', () => {
  it('what became of a message is told by words, numbers or times; an empty cell beside times means no', async () => {
    const file = await stage(
      'campaign,email,sent_at,delivered,opened_at,clicks,bounced,unsubscribed,coupon_code,cost,arm\n' +
        'Spring,a@x.org,2025-03-01,yes,2025-03-02 10:00:00,2,no,no,X1,0.05,treatment\n' +
        'Spring,b@x.org,2025-03-01,yes,,0,no,yes,X2,0.05,Treated\n' +
        'Spring,c@x.org,,,,0,no,no,,,holdout\n' +
        'Spring,,2025-03-01,yes,,0,no,no,,0.05,control group\n',
    );
    expect(file.plan.kind).toBe('contacts');
    expect(Object.values(rolesByHeader(file.plan))).toEqual([
      'campaign', 'email', 'date', 'delivered', 'opened', 'clicked', 'bounced', 'unsubscribed', 'coupon', 'cost', 'arm',
    ]); // prettier-ignore
    const { preview, records } = recordsOf(file);
    expect(partsAsRecord(preview.parts)).toEqual({ record: [3, 0], 'no-person': [1, 0] });
    expect(texts(records, 'opened')).toEqual([true, false, false]);
    expect(texts(records, 'clicked')).toEqual([true, false, false]);
    expect(texts(records, 'unsubscribed')).toEqual([false, true, false]);
    expect(texts(records, 'arm')).toEqual(['treatment', 'treatment', 'control']);
    expect(texts(records, 'cost')).toEqual([0.05, 0.05, null]);
    const { opened } = records.fields;
    expect(opened?.type === 'flag' && opened.days && isoFromDay(opened.days[0]!)).toBe('2025-03-02');
    expect(countsOf(preview.counts)).toEqual({
      contacts: 3, people: 3, campaigns: 1, delivered: 2, opened: 1, clicked: 1, bounced: 0, unsubscribed: 1, 'held-out': 1,
    }); // prettier-ignore
    expect(preview.columns[4]!.remark?.code).toBe('flag-times');
  });

  it.each([
    [
      '活动名称,手机号,发送时间,是否送达,是否点击,退订,优惠券码,实验分组\n春茶,13800138000,2025-03-21,是,否,否,X1,实验组\n春茶,13900139000,2025-03-21,是,是,已退订,X2,对照组\n',
    ],
    [
      '活動名稱,手機號碼,發送時間,是否送達,是否點擊,退訂,優惠券碼,實驗分組\n春茶,0912345678,2025/03/21,是,否,否,X1,實驗組\n春茶,0922345678,2025/03/21,是,是,已退訂,X2,對照組\n',
    ],
  ])('in Chinese the same: %s', async (text) => {
    const file = await stage(text);
    expect(Object.values(rolesByHeader(file.plan))).toEqual([
      'campaign',
      'phone',
      'date',
      'delivered',
      'clicked',
      'unsubscribed',
      'coupon',
      'arm',
    ]);
    expect(countsOf(recordsOf(file).preview.counts)).toEqual({
      contacts: 2,
      people: 2,
      campaigns: 1,
      delivered: 2,
      clicked: 1,
      unsubscribed: 1,
      'held-out': 1,
    });
  });

  it('the name of a file says of a list of names and days that these people left', async () => {
    const text = 'first_name,last_name,Date\nDonielle,Malone,23.04.2018\nDorry,Sworder,26.12.2018\n';
    const file = await stage(text, undefined, undefined, 'Unsubscribes March.csv');
    const { records } = recordsOf(file);
    expect(texts(records, 'unsubscribed')).toEqual([true, true]);
    expect(texts(records, 'customer-name')).toEqual(['Donielle Malone', 'Dorry Sworder']);
    const { unsubscribed } = records.fields;
    expect(unsubscribed?.type === 'flag' && unsubscribed.days && isoFromDay(unsubscribed.days[1]!)).toBe('2018-12-26');
  });

  it('a file of people alone is asked for what became of them', async () => {
    const file = await stage('customer id,email\n1,a@x.org\n');
    expect(file.preview({ ...file.plan, kind: 'contacts' }).questions).toEqual(['role-contact']);
  });

  it.runIf(hasData('complete-journey/campaigns.csv'))(
    'real campaigns: contacts, households and redemptions are those of the printed figures',
    async () => {
      const campaigns = recordsOf(await stageData('complete-journey/campaigns.csv')).preview.counts;
      expect(countsOf(campaigns)).toMatchObject({ contacts: 6589, campaigns: 27 });
      const redeemed = recordsOf(await stageData('complete-journey/coupon_redemptions.csv')).preview.counts;
      expect(countsOf(redeemed)).toMatchObject({ contacts: 2102, people: 410, converted: 2102 });
    },
  );

  it.runIf(hasData('experiments/artea-a_b-experiment.csv'))(
    'a real experiment: both ways to write the arms hold out 2,498 of 5,000',
    async () => {
      for (const path of ['experiments/artea-a_b-experiment.csv', 'experiments/artea-a_b-experiment-recoded.csv'])
        expect(countsOf(recordsOf(await stageData(path)).preview.counts)).toMatchObject({ contacts: 5000, people: 5000, 'held-out': 2498 });
    },
  );
});
