import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../../src/terms/role';
import { rolesByHeader, stage } from '../helpers';
import { countsOf } from './records-of';

/** Headers as survey, mail, help-desk and loyalty programs write them, with rows of our own. */
const EXPORTS: [string, FileKind, string, Record<string, string>, Record<string, number>][] = [
  [
    'a Chinese survey program',
    'answers',
    '序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您有多大可能向朋友推荐我们？(0~10分),2、您对服务的满意度,3、您的建议：,总分\n1,2025/3/1 10:00:00,65秒,微信,N/A,1.2.3.4,9,非常满意,很好,9\n2,2025/3/2 10:00:00,45秒,微信,N/A,1.2.3.5,3,不满意,(空),3\n',
    {
      序号: 'respondent',
      提交答卷时间: 'date',
      来源: 'channel',
      '1、您有多大可能向朋友推荐我们？(0~10分)': 'score',
      '2、您对服务的满意度': 'score',
      '3、您的建议：': 'comment',
    },
    { respondents: 2, answers: 5, 'scale-0-10': 2, 'scale-1-5': 2 },
  ],
  [
    'a form with a grid of questions',
    'answers',
    'Timestamp,Email Address,How likely is it that you would recommend us?,Please rate [Price],Please rate [Quality],Anything else?\n2025/03/01 10:00:00,a@x.org,9,4,5,\n2025/03/02 10:00:00,b@x.org,2,2,3,meh\n',
    {
      Timestamp: 'date',
      'Email Address': 'email',
      'How likely is it that you would recommend us?': 'score',
      'Please rate [Price]': 'score',
      'Please rate [Quality]': 'score',
      'Anything else?': 'comment',
    },
    { respondents: 2, answers: 7, 'scale-0-10': 2, 'scale-1-5': 4 },
  ],
  [
    'three measures with short names',
    'answers',
    'respondent_id,date,ces_score,csat_score,nps_score,open_text\n1,2025-03-01,6,4,9,tea\n2,2025-03-02,7,2,10,cup\n3,2025-03-02,2,5,1,pot\n',
    { respondent_id: 'respondent', date: 'date', ces_score: 'score', csat_score: 'score', nps_score: 'score', open_text: 'comment' },
    { respondents: 3, 'scale-1-7': 3, 'scale-1-5': 3, 'scale-0-10': 3 },
  ],
  [
    'answers under each other, with the rows of one sheet under its number',
    'answers',
    'survey_id,respondent_id,question,answer,answered_at\nS1,1,NPS,9,2025-03-01\nS1,1,Why?,good,2025-03-01\nS1,2,NPS,6,2025-03-01\n',
    { survey_id: 'survey', respondent_id: 'respondent', question: 'question', answer: 'score', answered_at: 'date' },
    { respondents: 2, answers: 3, questions: 2, comments: 1 },
  ],
  [
    'a German survey',
    'answers',
    'Kundennummer;Datum;Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?;Zufriedenheit;Kommentar\nK1;21.03.2025;9;sehr zufrieden;toll\nK2;22.03.2025;0;unzufrieden;\n',
    {
      Kundennummer: 'customer',
      Datum: 'date',
      'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?': 'score',
      Zufriedenheit: 'score',
      Kommentar: 'comment',
    },
    { respondents: 2, 'scale-0-10': 2, 'scale-1-5': 2 },
  ],
  [
    'a loyalty app',
    'points',
    'Customer Email,Date,Points Change,Action,Description\na@x.org,2025-03-01T10:00:00Z,100,Place an order,Order #1\na@x.org,2025-03-02T10:00:00Z,-50,Reward redeemed,5 off\n',
    { 'Customer Email': 'email', Date: 'date', 'Points Change': 'points', Action: 'movement' },
    { members: 1, earned: 100, redeemed: 50, balance: 50 },
  ],
  [
    'a Chinese membership program',
    'points',
    '会员姓名,手机号,变动类型,变动积分,变动原因,变动时间\n小明,13800138000,增加,10,购物,2025-03-01 10:00:00\n小红,13900139000,减少,5,兑换礼品,2025-03-02 10:00:00\n',
    { 会员姓名: 'customer-name', 手机号: 'phone', 变动类型: 'movement', 变动积分: 'points', 变动时间: 'date' },
    { members: 2, earned: 10, redeemed: 5, balance: 5 },
  ],
  [
    'totals of members without a day',
    'points',
    'Member No,Name,Points Earned,Points Redeemed,Points Expired,Points Balance,Tier\n1,Ann,100,20,0,80,Gold\n2,Ben,50,0,10,40,Silver\n',
    {
      'Member No': 'customer',
      Name: 'customer-name',
      'Points Earned': 'earned',
      'Points Redeemed': 'redeemed',
      'Points Expired': 'expired',
      'Points Balance': 'balance',
      Tier: 'tier',
    },
    { members: 2, movements: 4, earned: 150, redeemed: 20, expired: 10, balance: 120 },
  ],
  [
    'a help desk',
    'feedback',
    'Ticket ID,Requester,Requester email,Subject,Status,Priority,Created at,Solved at\n1,Ann,a@x.org,Broken,Solved,High,2025-03-01 10:00,2025-03-02 10:00\n2,Ben,b@x.org,Late,Open,Low,2025-03-03 10:00,\n',
    {
      Requester: 'customer-name',
      'Requester email': 'email',
      Subject: 'topic',
      Status: 'status',
      Priority: 'severity',
      'Created at': 'date',
      'Solved at': 'closed',
    },
    { cases: 2, closed: 1, open: 1 },
  ],
  [
    'complaints with promised and delivered times',
    'feedback',
    '投诉编号,会员号,投诉时间,承诺送达时间,实际送达时间,投诉类型,处理状态,满意度评分\n1,M1,2025-03-01 12:00,2025-03-01 11:00,2025-03-01 11:40,配送慢,已解决,3\n2,M2,2025-03-02 12:00,,,态度,处理中,\n',
    {
      会员号: 'customer',
      投诉时间: 'date',
      承诺送达时间: 'promised',
      实际送达时间: 'delivered',
      投诉类型: 'topic',
      处理状态: 'status',
      满意度评分: 'score',
    },
    { cases: 2, closed: 1, open: 1, scored: 1 },
  ],
  [
    'a mail program’s report',
    'contacts',
    'Campaign Name,Email Address,Send Time,Delivered,Opens,Clicks,Unsubscribed\nMay,a@x.org,2025-05-01 10:00,1,3,1,0\nMay,b@x.org,2025-05-01 10:00,1,0,0,1\n',
    {
      'Campaign Name': 'campaign',
      'Email Address': 'email',
      'Send Time': 'date',
      Delivered: 'delivered',
      Opens: 'opened',
      Clicks: 'clicked',
      Unsubscribed: 'unsubscribed',
    },
    { contacts: 2, people: 2, campaigns: 1, delivered: 2, opened: 1, clicked: 1, unsubscribed: 1 },
  ],
  [
    'a sender of short messages',
    'contacts',
    '手机号,短信内容,发送时间,发送状态,是否打开链接\n13800138000,春茶上市,2025-03-01 10:00,成功,是\n13900139000,春茶上市,2025-03-01 10:00,失败,否\n',
    { 手机号: 'phone', 短信内容: 'campaign', 发送时间: 'date', 发送状态: 'delivered', 是否打开链接: 'opened' },
    { contacts: 2, delivered: 1, opened: 1 },
  ],
  [
    'a list of who was held out',
    'contacts',
    'user_id,group,visits\n1,treatment,10\n2,holdout,0\n3,treatment,0\n',
    { user_id: 'customer', group: 'arm' },
    { contacts: 3, people: 3, 'held-out': 1 },
  ],
  [
    'a mail program’s profiles',
    'customers',
    'Email,First Name,Last Name,Accepts Marketing,Last Open,Last Click,Created\na@x.org,Ann,Kay,true,2025-03-01,2025-03-01,2024-01-01\nb@x.org,Ben,Low,false,,,2024-01-02\n',
    { Email: 'email', 'First Name': 'customer-name', 'Last Name': 'customer-name', 'Accepts Marketing': 'consent', Created: 'signup' },
    { customers: 2, 'with-email': 2, consented: 1 },
  ],
];

describe('the export of', () => {
  it.each(EXPORTS)('%s is known by itself: %s', async (_, kind, text, roles, counts) => {
    const file = await stage(text);
    const preview = file.preview(file.plan);
    expect(file.plan.kind).toBe(kind);
    expect(rolesByHeader(file.plan)).toEqual(roles);
    expect(preview.questions).toEqual([]);
    expect(countsOf(preview.counts)).toMatchObject(counts);
  });
});
