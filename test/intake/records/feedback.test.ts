import { describe, expect, it } from 'vitest';
import { partsAsRecord, rolesByHeader, stage } from '../helpers';
import { countsOf, recordsOf, texts } from './records-of';

const CASES =
  'ticket_id,order_id,customer_email,opened_at,first_reply_at,closed_at,topic,severity,channel,status,rating,promised_at,delivered_at,message\n' +
  '1,A1,a@x.org,2025-03-01 09:00:00,2025-03-01 10:30:00,2025-03-03 12:00:00,late,high,phone,closed,2,2025-02-28 12:00:00,2025-02-28 12:40:00,cold tea\n' +
  '2,A2,,2025-03-02 09:00:00,,,broken,low,mail,open,,,,\n' +
  '3,A3,c@x.org,2025-03-04 09:00:00,2025-03-05 08:00:00,,late,low,mail,solved,9,,,again\n' +
  '4,,,,,,,,,,,,,\n5,A5,,soon,,,late,,,,,,,\n6,A6,,2199-01-01,,,late,,,,,,,\n';

describe('feedback', () => {
  it('a list of cases: opened, answered, closed, promised and delivered with their times; who has no close is open', async () => {
    const file = await stage(CASES);
    expect(file.plan.kind).toBe('feedback');
    expect(Object.values(rolesByHeader(file.plan))).toEqual([
      'order', 'email', 'date', 'answered', 'closed', 'topic', 'severity', 'channel', 'status', 'score', 'promised', 'delivered', 'comment',
    ]); // prettier-ignore
    const { preview, records } = recordsOf(file);
    expect(partsAsRecord(preview.parts)).toEqual({ record: [3, 0], 'bad-date': [1, 0], 'future-date': [1, 0], 'no-answer': [1, 0] });
    expect(texts(records, 'date')).toEqual(['2025-03-01', '2025-03-02', '2025-03-04']);
    expect(texts(records, 'closed')).toEqual(['2025-03-03', null, null]);
    const { promised, delivered } = records.fields;
    // 40 minutes late.
    expect([promised, delivered].map((column) => column?.type === 'day' && column.seconds?.[0])).toEqual([43_200, 45_600]);
    expect([promised, delivered].map((column) => column?.type === 'day' && column.seconds?.[1])).toEqual([-1, -1]);
    expect(countsOf(preview.counts)).toMatchObject({ cases: 3, closed: 2, open: 1, answered: 2, scored: 2 });
    expect(texts(records, 'order')).toEqual(['A1', 'A2', 'A3']);
  });

  it.each([
    [
      '工单号,订单号,创建时间,首次响应时间,关闭时间,投诉类型,严重程度,反馈渠道,投诉内容\n1,A1,2025-03-21,2025-03-21,2025-03-22,物流,高,电话,太慢\n2,A2,2025-03-22,,,质量,低,微信,坏了\n',
    ],
    [
      '客訴編號,訂單編號,建立時間,首次回覆時間,結案時間,客訴類型,嚴重程度,管道,客訴內容\n1,A1,2025/03/21,2025/03/21,2025/03/22,物流,高,電話,太慢\n2,A2,2025/03/22,,,品質,低,LINE,壞了\n',
    ],
  ])('in Chinese the same: %s', async (text) => {
    const file = await stage(text);
    expect(file.plan.kind).toBe('feedback');
    expect(Object.values(rolesByHeader(file.plan))).toEqual([
      'order',
      'date',
      'answered',
      'closed',
      'topic',
      'severity',
      'channel',
      'comment',
    ]);
    expect(countsOf(recordsOf(file).preview.counts)).toEqual({ cases: 2, closed: 1, open: 1, answered: 1 });
  });

  it('reviews of products have a score with a scale and a text', async () => {
    const file = await stage(
      'review id,sku,stars,review text,review date\n1,T1,5,good tea,2025-03-01\n2,T1,1,cold,2025-03-02\n3,T2,,late,2025-03-02\n',
    );
    const { preview, records } = recordsOf(file, { ...file.plan, kind: file.plan.kind });
    expect(file.plan.kind).toBe('feedback');
    expect(texts(records, 'score')).toEqual([5, 1, null]);
    expect(texts(records, 'scale')).toEqual(['1-5', '1-5', null]);
    expect(preview.scales).toMatchObject([{ scale: '1-5', answers: 2, outside: 0 }]);
  });
});
