import type { FileKind } from '../terms/plan';

/** Words of a header that speak for a kind of file, in the form of `headerWords`, with their weight. Orders are judged by their roles. */
// prettier-ignore
export const KIND_WORDS: Readonly<Record<Exclude<FileKind, 'orders'>, Readonly<Record<string, number>>>> = {
  customers: {
    'accepts email marketing': 3, 'accepts sms marketing': 3, 'accepts marketing': 1, 'total spent': 2, 'total orders': 2, 'tax exempt': 2, 'first name': 1, 'last name': 1,
    'customer since': 3, 'date of birth': 2, birthday: 2, gender: 1, 'sign up date': 2, 'registration date': 2, tags: 1, '注册时间': 3, '生日': 2, '性别': 1, '註冊時間': 3, '性別': 1,
  },
  answers: { nps: 4, 'nps score': 5, 'response id': 4, 'recorded date': 3, 'start date': 1, 'end date': 1, progress: 2, respondent: 3, 'respondent id': 4, 'collector id': 4, survey: 2, rating: 2, score: 2, 'submitted at': 2, csat: 4, 'q1': 2, '评分': 2, '满意度': 3, '評分': 2, '滿意度': 3 },
  points: { points: 4, 'points balance': 5, 'points earned': 5, 'points redeemed': 5, tier: 3, 'loyalty level': 4, balance: 2, '积分': 4, '积分余额': 5, '會員等級': 4, '会员等级': 4, '積分': 4, '點數': 4 },
  feedback: { review: 3, comment: 2, complaint: 4, feedback: 4, 'ticket subject': 3, 'review score': 4, 'review comment message': 4, stars: 3, tweet: 3, '评价': 3, '投诉': 4, '評價': 3, '投訴': 4 },
  contacts: { campaign: 3, 'campaign name': 4, 'sent at': 3, opened: 3, clicked: 3, bounced: 3, unsubscribed: 3, 'optin time': 4, 'member rating': 4, 'leid': 3, 'euid': 3, 'coupon upc': 3, '活动名称': 3, '退订': 3, '活動名稱': 3, '退訂': 3 },
};
