import type { FileKind } from '../../terms/role';

/** What a column's name, in the form of `headerWords`, says for a kind of file. */
interface Word {
  pattern: RegExp;
  weight: number;
}

const word = (weight: number, pattern: RegExp): Word => ({ weight, pattern });

/** Words of headers that speak for a kind; of several the weightiest counts. Orders are judged by their roles. */
export const KIND_WORDS: Readonly<Record<Exclude<FileKind, 'orders'>, readonly Word[]>> = {
  customers: [
    word(4, /\b(customer|member|client) since\b|\b(sign ?up|registration|registered|joined|join|enrol+ment) (date|at|on|time)\b/),
    word(4, /注册(时间|日期)|入会(时间|日期)|開卡日|註冊(時間|日期)|入會(時間|日期)|registriert (am|seit)|date d inscription|成为客户时间/),
    word(3, /\b(accepts|opt ?in|consent|subscribed|newsletter)\b|营销许可|同意接收|接收行銷/),
    word(3, /\b(date of birth|birth ?day|birth ?date|dob)\b|生日|出生日期|geburts(datum|tag)|date de naissance/),
    word(3, /\b(loyalty|member(ship)?|customer) (tier|level|status|grade)\b|会员等级|会员级别|會員等級|客户等级/),
    word(2, /\b(gender|sex|marital|income|household size|household comp|home ownership|race|segment)\b|性别|性別|geschlecht/),
    word(2, /\b(lifetime value|total spent|total orders|orders count|past purch\w*|spent last purchase|weeks since visit|tenure|churn)\b/),
    word(2, /累计消费|消费次数|累計消費|消費次數|最近消费|最近消費|last order date|referred by|推荐人|推薦人/),
    word(1, /\b((first|last|given|family) name|postcode|zip|city|address|age|tags|tax exempt|unique id)\b|姓名|地址|城市|标签|標籤/),
  ],
  answers: [
    word(6, /\b(nps|csat|ces|net promoter)\b|\bnps score\b|净推荐|淨推薦|推荐分|推薦分/),
    word(4, /\b(response id|respondent( id)?|recorded date|collector id|submitted at|survey( id| name)?|questionnaire|submission id)\b/),
    word(4, /答卷|问卷|問卷|提交答卷时间|填答|作答|回答时间|填寫時間|antwort id|umfrage|enquête|アンケート|回答日時/),
    word(
      5,
      /\breview score\b|\bon a scale\b|\bhow (likely|satisfied|would you rate)\b|\brecommend us\b|可能.*推荐|可能.*推薦|满意|滿意|滿足度|满足度/,
    ),
    word(2, /\b(rating|score|progress|review comment( message| title)?)\b|评分|評分|打分|分數|bewertung/),
  ],
  points: [
    word(
      6,
      /\bpoints? (balance|earned|redeemed|expired|change|used|spent)\b|\bloyalty points?\b|\b(earned|redeemed|expired|expiring) points?\b/,
    ),
    word(
      6,
      /积分(余额|变动|变化|明细|类型|值|收支)|(获得|消耗|使用|变动|过期|剩余|兑换)积分|(獲得|消耗|使用|異動|過期|剩餘|兌換|到期)(積分|點數|紅利)|點數(餘額|異動|明細|類型)|ポイント(残高|数)/,
    ),
    word(4, /\bpoints?\b|积分|積分|點數|紅利|ポイント|\bpunkte(stand)?\b/),
    word(2, /\b(movement|ledger|balance|accrual|redemption)( type)?\b|变动(类型|原因)|異動(類型|原因)|余额|餘額/),
  ],
  feedback: [
    word(
      5,
      /\b(complaint|complaints|ticket (subject|id|number)|case (id|number)|first (reply|response|answered)( at| time)?|resolved at|resolution time)\b/,
    ),
    word(
      5,
      /投诉|投訴|工单|工單|客诉|客訴|首次(响应|回复|回應|回覆)|反馈(内容|类型)|意見(內容|類型)|beschwerde|reklamation|réclamation|クレーム|問い合わせ/,
    ),
    word(
      3,
      /\b(feedback|severity|priority|opened( at)?|closed( at)?|topic|tweet|review (text|body)|verbatim|subject)\b|评价内容|評價內容|评论|評論|严重程度|嚴重程度/,
    ),
    word(1, /\b(stars?|comments?|title|product id|item id)\b|评价|評價|星级|星級/),
  ],
  contacts: [
    word(
      6,
      /\b(opened|open (time|at|date)|clicked|click (time|at|date)|bounced?|unsubscribed?|unsub time|delivered to inbox|send (time|date)|sent (at|on|date|time))\b/,
    ),
    word(
      6,
      /打开时间|点击时间|是否(打开|点击|送达)|退订|送达|發送時間|发送时间|開信|點擊|退訂|送達|geöffnet|geklickt|ouvert|cliqué|開封|クリック/,
    ),
    word(
      8,
      /\b(treatment|control group|test (group|version|coupon|arm)|variant|variation|arm|hold ?out|experiment( group)?)\b|实验组|对照组|實驗組|對照組|分组版本/,
    ),
    word(
      4,
      /\b(campaign( id| name)?|coupon( id| code| upc)?|mailing|audience|subject line)\b|活动名称|营销活动|活動名稱|行銷活動|优惠券码|優惠券碼|kampagne|campagne/,
    ),
  ],
};

/** Sum of the weights with which the columns of a header speak for a kind. */
export function weightOf(words: readonly string[], kind: Exclude<FileKind, 'orders'>): number {
  let sum = 0;
  for (const name of words) sum += Math.max(0, ...KIND_WORDS[kind].map(({ pattern, weight }) => (pattern.test(name) ? weight : 0)));
  return sum;
}
