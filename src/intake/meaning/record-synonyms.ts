import type { RecordKind } from '../../terms/fields';
import type { Role } from '../../terms/role';

/** Names of columns by meaning, in the form of `headerWords`, the best ones first; `like` are names that hold one. */
export interface Names {
  exact: readonly string[];
  like?: RegExp;
}

/** Who it is about, in every kind. */
// prettier-ignore
const PEOPLE: Readonly<Partial<Record<Role, Names>>> = {
  customer: {
    exact: [
      'customer unique id', 'customer id', 'customerid', 'customer number', 'customer no', 'customer key', 'customer code', 'loyalty number', 'loyalty id', 'loyalty card number', 'member id', 'member number', 'member no', 'membership number', 'membership id', 'user id', 'userid', 'uid', 'client id', 'client number', 'household id', 'household key', 'contact id', 'account id', 'account number', 'card number', 'card no', 'person id', 'external id', 'customer', 'member', 'user', 'client',
      '客户编号', '客户id', '会员号', '会员编号', '会员id', '会员卡号', '卡号', '用户id', '用户编号', '买家会员名', '买家昵称', '客户', '会员', '用户', '买家',
      '客戶編號', '顧客編號', '會員編號', '會員號碼', '會員id', '會員卡號', '卡號', '使用者編號', '客戶', '顧客', '會員', '買家', '顧客番号', '会員番号', '会員id',
      'kundennummer', 'kunden nr', 'kunden id', 'kunde', 'mitgliedsnummer', 'numéro client', 'n° client', 'client n°', 'numéro de membre',
    ],
    like: /\b(customer|member|user|client|household|loyalty|account|contact) (id|no|nr|number|key|code)\b|(客户|会员|用户|客戶|會員|顧客)(编号|编码|號|号|編號|id)/,
  },
  'customer-name': {
    exact: ['customer name', 'full name', 'name', 'member name', 'client name', 'contact name', 'respondent name', 'requester', 'requester name', 'buyer name', '姓名', '客户姓名', '会员姓名', '会员名称', '客户名称', '昵称', '客戶姓名', '會員姓名', '顧客姓名', '暱稱', '氏名', 'kundenname', 'nom complet', 'nom du client'],
    like: /\b(customer|member|client|full|contact) name\b|(客户|会员|客戶|會員|顧客)(姓名|名称|名稱)/,
  },
  email: {
    exact: ['email', 'e mail', 'email address', 'e mail address', 'customer email', 'recipient email', 'contact email', 'subscriber', 'recipient', 'requester email', 'mail', '邮箱', '电子邮箱', '邮件', '邮箱地址', '电子邮件', '電子郵件', '電子信箱', '信箱', '電郵', 'メールアドレス', 'e mail adresse', 'adresse e mail', 'courriel'],
    like: /\be ?mail( address)?$|邮箱|信箱|電子郵件|电子邮件/,
  },
  phone: {
    exact: ['phone', 'phone number', 'mobile', 'mobile number', 'mobile phone', 'cell phone', 'telephone', 'tel', 'customer phone', '手机号', '手机号码', '手机', '联系电话', '联系手机', '电话', '手機號碼', '手機', '行動電話', '聯絡電話', '電話', '電話番号', 'telefon', 'telefonnummer', 'téléphone', 'portable'],
    like: /\b(phone|mobile)( number)?$|手机|手機/,
  },
};

// prettier-ignore
const ORDER: Names = {
  exact: ['order id', 'order number', 'order no', 'order', 'order name', 'order reference', 'invoice no', 'invoice number', 'invoice', 'transaction id', 'receipt number', 'purchase id', '订单号', '订单编号', '单号', '小票号', '订单id', '訂單編號', '訂單號碼', '訂單號', '單號', '注文番号', 'bestellnummer', 'auftragsnummer', 'rechnungsnummer', 'numéro de commande', 'commande'],
  like: /\border (id|no|number|ref)\b|订单(号|编号)|訂單(號|編號)/,
};
// prettier-ignore
const PRODUCT: Names = { exact: ['product', 'product id', 'sku', 'product name', 'item', 'item id', 'asin', 'parent asin', '商品', '商品名称', '商品编号', '商品id', '产品', '商品名稱', '商品編號', '產品', 'produkt', 'artikel', 'produit'] };
// prettier-ignore
const CHANNEL: Names = { exact: ['channel', 'source', 'medium', 'via', 'store', 'store id', 'location', 'distribution channel', 'contact channel', 'ticket channel', 'sales channel', 'acquisition channel', 'channel acq', 'signup source', 'survey channel', '渠道', '来源', '门店', '店铺', '反馈渠道', '来源渠道', '注册渠道', '发送渠道', '通路', '來源', '門市', '渠道來源', '管道', '註冊管道', 'kanal', 'canal'] };
const TIER_LIKE = /\b(loyalty|member(ship)?|customer|vip) (tier|level|status|grade|class)\b|(会员|會員|客户|客戶)(等级|级别|等級)/;
// prettier-ignore
const TIER: Names = { exact: ['tier', 'loyalty tier', 'member tier', 'membership tier', 'level', 'loyalty level', 'member level', 'membership level', 'vip level', 'grade', 'loyalty status', '等级', '会员等级', '会员级别', '等級', '會員等級', '会員ランク', 'stufe', 'status', 'niveau'], like: TIER_LIKE };
// prettier-ignore
const BALANCE: Names = { exact: ['balance', 'points balance', 'current balance', 'running balance', 'closing balance', 'available points', 'current points', 'balance after', '积分余额', '余额', '可用积分', '剩余积分', '当前积分', '變動後餘額', '变动后余额', '點數餘額', '積分餘額', '餘額', '可用點數', '剩餘點數', 'ポイント残高', 'saldo', 'punktestand', 'solde'], like: /\bpoints? balance\b|(积分|積分|點數)(余额|餘額)/ };

/** Names of columns for each kind, beside those of people. */
// prettier-ignore
const NAMES: Readonly<Record<RecordKind, Readonly<Partial<Record<Role, Names>>>>> = {
  customers: {
    customer: { exact: [...PEOPLE.customer!.exact, 'id'], like: PEOPLE.customer!.like! },
    signup: { exact: ['sign up date', 'signup date', 'signed up at', 'signed up', 'customer since', 'member since', 'registration date', 'registered at', 'registered', 'registered on', 'joined', 'join date', 'joined at', 'date joined', 'enrollment date', 'enrolment date', 'created at', 'created', 'date created', 'created date', 'optin time', 'opt in time', 'confirm time', 'date added', 'account created', 'first seen', '注册时间', '注册日期', '入会时间', '入会日期', '开卡时间', '开卡日期', '成为客户时间', '创建时间', '註冊時間', '註冊日期', '入會日期', '入會時間', '開卡日', '建立時間', '会員登録日', '登録日', 'registriert am', 'registriert seit', 'kunde seit', 'anmeldedatum', 'date d inscription', 'client depuis'], like: /\b(sign ?up|registration|joined|enrol+ment) (date|time|at|on)\b|(注册|入会|註冊|入會)(时间|日期|時間)/ },
    birthday: { exact: ['birthday', 'date of birth', 'birth date', 'birthdate', 'dob', 'born', '生日', '出生日期', '出生年月日', '生年月日', 'geburtstag', 'geburtsdatum', 'date de naissance', 'anniversaire'], like: /\bbirth ?(day|date)\b|\bof birth\b|生日|出生/ },
    gender: { exact: ['gender', 'sex', '性别', '性別', 'geschlecht', 'sexe', 'anrede', 'salutation', 'civilité'] },
    consent: { exact: ['accepts email marketing', 'accepts marketing', 'email marketing consent', 'marketing consent', 'consent', 'opt in', 'optin', 'opted in', 'email opt in', 'subscribed', 'email subscribed', 'subscription status', 'newsletter', 'newsletter subscription', 'accepts newsletter', 'marketing', 'accepts sms marketing', 'sms consent', 'consent to contact', '营销许可', '同意接收', '是否订阅', '订阅', '接收营销', '同意营销', '允许营销', '接收行銷', '同意行銷', '是否訂閱', '訂閱', '訂閱電子報', '行銷同意', 'einwilligung', 'newsletter abonniert', 'consentement', 'accepte la newsletter'], like: /\baccepts\b.*\bmarketing\b|\b(marketing|email|sms|newsletter) (consent|opt ?in|permission|subscri\w+)\b|(营销|行銷|推广)(许可|同意|授权|授權)|同意(接收|联系|聯絡)/ },
    referrer: { exact: ['referred by', 'referrer', 'referrer id', 'referral', 'referral id', 'referring customer', 'recommended by', 'introduced by', 'invited by', 'invited by id', '推荐人', '推荐人id', '介绍人', '邀请人', '推荐会员', '推薦人', '介紹人', '邀請人', '推薦會員', 'geworben von', 'empfohlen von', 'parrain', 'parrainé par'], like: /\b(referred|invited|recommended) by\b|\breferrer\b|(推荐|推薦|邀请|邀請|介绍|介紹)人/ },
    tier: TIER,
    balance: { exact: [...BALANCE.exact, 'points', 'loyalty points', '积分', '積分', '點數', 'ポイント'], like: BALANCE.like! },
    tags: { exact: ['tags', 'tag', 'labels', 'groups', 'group', 'customer group', 'segment', 'customer tags', '标签', '客户标签', '分组', '标记', '標籤', '會員標籤', '分群', '顧客分群', 'gruppe', 'schlagworte', 'étiquettes', 'groupe'] },
    city: { exact: ['city', 'town', 'default address city', 'customer city', 'billing city', 'shipping city', 'city town', '城市', '所在城市', '市', '縣市', 'ort', 'stadt', 'ville'], like: /\bcity$/ },
    country: { exact: ['country', 'country region', 'country code', 'default address country code', 'billing country', 'customer country', 'cc', '国家', '国家地区', '國家', '國家地區', 'land', 'pays'], like: /\bcountry( code)?$/ },
    channel: CHANNEL,
  },
  answers: {
    order: ORDER,
    date: { exact: ['submitted at', 'submit date', 'submitted', 'submit time', 'submit date utc', 'recorded date', 'response date', 'responded at', 'response time', 'answered at', 'answered on', 'completed at', 'completion time', 'date completed', 'survey date', 'date of survey', 'review date', 'review creation date', 'date', 'timestamp', 'created at', 'created', 'date submitted', 'end date', 'time', 'datetime', '提交时间', '提交日期', '提交答卷时间', '填写时间', '填写日期', '作答时间', '答题时间', '回答时间', '评价时间', '问卷日期', '日期', '时间', '创建时间', '提交時間', '填寫時間', '填寫日期', '作答時間', '回答時間', '評價時間', '問卷日期', '時間', '時間戳記', '回答日時', 'タイムスタンプ', 'datum', 'zeitstempel', 'horodateur', 'date de réponse'], like: /\b(submit|submitted|response|completion|completed|recorded|survey|review) (creation )?(date|time|at|on)\b|(提交|填写|填寫|作答|回答|评价|評價).*(时间|日期|時間)/ },
    respondent: { exact: ['respondent id', 'response id', 'submission id', 'respondent', 'response number', 'answer id', 'token', '答卷编号', '答卷id', '提交编号', '序号', '答卷編號', '提交編號', '序號', '回答id', 'antwort id', 'teilnehmer'] },
    survey: { exact: ['survey', 'survey id', 'survey name', 'survey title', 'form', 'form name', 'questionnaire', 'wave', 'campaign', '问卷', '问卷名称', '问卷编号', '調查', '問卷', '問卷名稱', 'umfrage', 'enquête'] },
    question: { exact: ['question', 'question text', 'question title', 'question name', 'question id', 'prompt', '题目', '问题', '问题内容', '題目', '問題', '問題內容', '題目內容', '設問', 'frage', 'fragetext'] },
    product: PRODUCT,
    channel: CHANNEL,
  },
  points: {
    order: ORDER,
    date: { exact: ['transaction date', 'date', 'created at', 'created', 'date time', 'datetime', 'datetime out', 'time', 'timestamp', 'posted at', 'posted on', 'posting date', 'earned at', 'occurred at', 'activity date', 'event date', 'date created', 'month', 'period', '变动时间', '变动日期', '发生时间', '时间', '日期', '创建时间', '交易时间', '月份', '月', '異動時間', '異動日期', '發生時間', '時間', '建立時間', '交易時間', '日時', 'datum', 'buchungsdatum', 'monat', 'mois', 'date de mouvement'], like: /\b(transaction|activity|event|posting|change) (date|time)\b|(变动|異動|发生|發生)(时间|日期|時間)/ },
    movement: { exact: ['movement', 'movement type', 'transaction type', 'type', 'event', 'event type', 'action', 'activity', 'activity type', 'entry type', 'points type', 'operation', 'kind', 'reason', 'description', 'source', 'status', '变动类型', '类型', '积分类型', '变动原因', '原因', '来源', '操作类型', '说明', '異動類型', '類型', '異動原因', '點數類型', '操作類型', '說明', '來源', '種別', 'art', 'typ', 'bewegungsart', 'type de mouvement'] },
    points: { exact: ['points', 'loyalty points', 'points change', 'points delta', 'point change', 'change', 'delta', 'points amount', 'amount', 'quantity', 'points moved', 'value', '积分', '变动积分', '积分变动', '积分变化', '变动值', '积分数', '本次积分', '變動積分', '異動點數', '點數', '積分', '紅利', '點數異動', '積分變動', 'ポイント', 'ポイント数', 'punkte', 'punkteänderung', 'mouvement de points'], like: /\bpoints?\b|积分|積分|點數/ },
    earned: { exact: ['points earned', 'earned points', 'earned', 'accrued', 'points accrued', 'total earned', 'points issued', 'issued', '获得积分', '累计获得', '获得', '本月获得', '增加积分', '獲得點數', '獲得積分', '累積點數', '獲得', '累積', '獲得ポイント', 'gesammelte punkte', 'points gagnés'], like: /\bearned\b|\baccrued\b|获得积分|獲得(點數|積分)/ },
    redeemed: { exact: ['points redeemed', 'redeemed points', 'redeemed', 'points used', 'points spent', 'used points', 'total redeemed', 'burned', '使用积分', '消耗积分', '兑换积分', '使用', '消费积分', '使用點數', '兌換點數', '消耗點數', '兌換積分', '使用積分', '利用ポイント', 'eingelöste punkte', 'points utilisés'], like: /\bredeemed\b|\bpoints? (used|spent)\b|(使用|消耗|兑换|兌換)(积分|積分|點數)/ },
    expired: { exact: ['points expired', 'expired points', 'expired', 'lapsed', '过期积分', '失效积分', '过期', '到期點數', '過期點數', '失效點數', '過期積分', '失効ポイント', 'verfallene punkte', 'points expirés'], like: /\bexpired\b|(过期|失效|過期|到期)(积分|積分|點數)/ },
    balance: BALANCE,
    expires: { exact: ['expires', 'expires at', 'expires on', 'expiry', 'expiry date', 'expiration date', 'expiration', 'valid until', '到期日', '到期时间', '过期时间', '有效期', '有效期至', '到期日期', '到期時間', '有效期限', 'gültig bis', 'date d expiration'], like: /\b(expires|expiry|expiration)\b|到期(日|时间|時間)|有效期/ },
    tier: { exact: TIER.exact.filter((name) => name !== 'status'), like: TIER_LIKE },
    channel: CHANNEL,
  },
  feedback: {
    order: ORDER,
    date: { exact: ['opened at', 'opened', 'open date', 'date opened', 'complaint date', 'date of complaint', 'reported at', 'reported on', 'received at', 'received', 'date received', 'created at', 'created', 'date created', 'creation date', 'submitted at', 'review date', 'reviewed at', 'date', 'timestamp', 'time', 'date of purchase', '投诉时间', '投诉日期', '反馈时间', '反馈日期', '提交时间', '受理时间', '创建时间', '建单时间', '评价时间', '评论时间', '时间', '日期', '投訴時間', '投訴日期', '反映時間', '回饋日期', '建立時間', '受理時間', '提交時間', '評價時間', '評論時間', '時間', '客訴日期', '受付日時', 'eröffnet', 'eröffnet am', 'eingang', 'eingangsdatum', 'erstellt am', 'datum', 'ouvert le', 'date d ouverture', 'date de création'], like: /\b(opened|complaint|received|created|creation|review|submitted) ?(date|time|at|on)?\b|(投诉|反馈|受理|评价|提交|投訴|回饋|評價|客訴)(时间|日期|時間)/ },
    answered: { exact: ['first answered', 'first answered at', 'first reply', 'first reply at', 'first response', 'first response at', 'first response time', 'answered at', 'answered', 'answered on', 'responded at', 'responded', 'reply date', 'replied at', 'response date', '首次响应', '首次响应时间', '首次回复', '首次回复时间', '回复时间', '响应时间', '首次回覆', '首次回覆時間', '回覆時間', '首次回應', '首次回應時間', '回應時間', '初回回答日時', 'erste antwort', 'beantwortet am', 'première réponse'], like: /\bfirst (answer|reply|response|responded|answered)|\b(answered|responded|replied) (at|on)\b|首次(响应|回复|回應|回覆)|(回复|回覆|回應|响应)(时间|時間|日期)/ },
    closed: { exact: ['closed at', 'closed', 'closed on', 'close date', 'date closed', 'closing date', 'resolved at', 'resolved', 'resolved on', 'resolution date', 'solved at', 'completed at', 'completed', 'time of resolution', '结案时间', '结案日期', '关闭时间', '解决时间', '完成时间', '处理完成时间', '結案時間', '結案日期', '關閉時間', '解決時間', '完成時間', '處理完成時間', '完了日時', 'geschlossen', 'geschlossen am', 'gelöst am', 'erledigt am', 'clôturé le', 'date de clôture', 'résolu le'], like: /\b(closed|resolved|solved|closing|resolution) ?(date|time|at|on)?\b|(结案|关闭|解决|完成|結案|關閉|解決)(时间|日期|時間)/ },
    promised: { exact: ['promised at', 'promised', 'promised by', 'promised time', 'promised delivery', 'promised delivery time', 'promised delivery date', 'due', 'due at', 'due date', 'deadline', 'sla due', 'expected delivery', 'estimated delivery', 'estimated delivery date', 'order estimated delivery date', '承诺时间', '承诺送达', '承诺送达时间', '预计送达', '预计送达时间', '要求完成时间', '承諾時間', '承諾送達', '承諾送達時間', '預計送達', '預計送達時間', '約定時間', 'zugesagt', 'zugesagt für', 'promis pour', 'livraison promise'], like: /\b(promised|estimated|expected)\b|承诺|承諾|预计送达|預計送達/ },
    delivered: { exact: ['delivered at', 'delivered', 'delivered on', 'delivery date', 'delivery time', 'actual delivery', 'actual delivery time', 'order delivered customer date', 'arrived at', '送达时间', '实际送达', '实际送达时间', '签收时间', '送達時間', '實際送達', '實際送達時間', '簽收時間', 'geliefert', 'geliefert am', 'livré le'], like: /\b(delivered|actual delivery)\b|(送达|签收|送達|簽收)(时间|時間)/ },
    topic: { exact: ['topic', 'subject', 'ticket subject', 'category', 'complaint type', 'complaint category', 'type', 'ticket type', 'issue', 'issue type', 'reason', 'complaint', '主题', '类型', '投诉类型', '反馈类型', '问题类型', '投诉原因', '分类', '主題', '類型', '投訴類型', '回饋類型', '問題類型', '客訴類型', '投訴原因', '意見類型', '分類', '件名', 'thema', 'betreff', 'kategorie', 'grund', 'sujet', 'motif', 'catégorie', 'objet'] },
    severity: { exact: ['severity', 'priority', 'ticket priority', 'urgency', 'impact', '严重程度', '优先级', '紧急程度', '等级', '嚴重程度', '優先順序', '優先等級', '緊急程度', '優先度', 'priorität', 'schweregrad', 'priorité', 'gravité'] },
    status: { exact: ['status', 'ticket status', 'state', 'case status', '状态', '处理状态', '工单状态', '狀態', '處理狀態', '工單狀態', '案件狀態', 'statut', 'état'] },
    score: { exact: ['score', 'rating', 'star rating', 'stars', 'star', 'satisfaction', 'csat', 'customer satisfaction rating', 'satisfaction rating', 'review score', 'overall', '评分', '星级', '满意度', '評分', '星級', '滿意度', '評価', 'bewertung', 'sterne', 'note', 'étoiles'], like: /\b(rating|score|stars?|satisfaction)\b|评分|星级|满意度|評分|星級|滿意度/ },
    comment: { exact: ['comment', 'comments', 'description', 'ticket description', 'message', 'text', 'review text', 'review body', 'review', 'body', 'content', 'feedback', 'remarks', 'complaint text', 'tweet', 'verbatim', 'details', '内容', '描述', '留言', '评论', '评价内容', '投诉内容', '反馈内容', '意见', '详情', '內容', '評論', '評價內容', '投訴內容', '回饋內容', '意見', '意見內容', '客訴內容', '詳情', 'kommentar', 'beschreibung', 'nachricht', 'commentaire', 'description du problème'], like: /\b(comment|review text|review body|complaint text|description|message|verbatim)\b|(评价|评论|投诉|反馈|評價|評論|投訴|回饋|客訴|意見)(内容|內容)/ },
    product: PRODUCT,
    channel: CHANNEL,
  },
  contacts: {
    customer: { exact: [...PEOPLE.customer!.exact, 'id'], like: PEOPLE.customer!.like! },
    campaign: { exact: ['campaign name', 'campaign', 'campaign id', 'campaign title', 'unsub campaign title', 'mailing', 'mailing name', 'newsletter', 'subject line', 'subject', 'email name', 'message name', 'flow', 'broadcast', '活动名称', '营销活动', '短信内容', '简讯内容', '簡訊內容', '活动', '活动id', '活动编号', '推送名称', '任务名称', '活動名稱', '行銷活動', '活動', '活動編號', '推播名稱', 'キャンペーン', 'kampagne', 'kampagnenname', 'campagne', 'nom de la campagne'], like: /\bcampaign (name|id|title)\b|(活动|活動)(名称|名稱|编号|編號)/ },
    date: { exact: ['sent at', 'sent', 'sent on', 'send time', 'send date', 'sent date', 'sent time', 'date sent', 'delivery date', 'mailed on', 'contacted at', 'contact date', 'date', 'timestamp', 'created at', '发送时间', '发送日期', '推送时间', '触达时间', '日期', '时间', '發送時間', '發送日期', '寄送時間', '推播時間', '寄信時間', '觸及時間', '時間', '配信日時', 'gesendet', 'gesendet am', 'versanddatum', 'datum', 'envoyé le', 'date d envoi'], like: /\b(send|sent) (date|time|at|on)\b|(发送|推送|觸及|发信|發送|寄送|推播)(时间|日期|時間)/ },
    delivered: { exact: ['delivered', 'delivered at', 'delivery status', '发送状态', '发送结果', '發送狀態', '發送結果', 'delivery time', 'is delivered', '送达', '是否送达', '送达时间', '已送达', '送達', '是否送達', '送達時間', '已送達', 'zugestellt', 'délivré'], like: /\bdelivered\b|送达|送達/ },
    opened: { exact: ['opened', 'opened at', 'open', 'opens', 'open time', 'open date', 'open count', 'is opened', 'first open', 'email opened', 'read', '打开', '是否打开', '打开时间', '打开次数', '已读', '開信', '是否開信', '開信時間', '開啟', '是否開啟', '開啟時間', '開封', 'geöffnet', 'geöffnet am', 'ouvert', 'ouvertures'], like: /\bopen(ed|s)?\b|打开|開信|開啟/ },
    clicked: { exact: ['clicked', 'clicked at', 'click', 'clicks', 'click time', 'click date', 'click count', 'is clicked', 'first click', '点击', '是否点击', '点击时间', '点击次数', '點擊', '是否點擊', '點擊時間', '點閱', 'クリック', 'geklickt', 'geklickt am', 'cliqué', 'clics'], like: /\bclick(ed|s)?\b|点击|點擊/ },
    converted: { exact: ['converted', 'converted at', 'conversion', 'conversions', 'conversion time', 'purchased', 'placed order', 'redeemed', 'redeemed at', 'redemption date', 'redemption time', 'used at', 'trans after', 'responded', 'response', '转化', '是否转化', '转化时间', '是否购买', '核销时间', '使用时间', '是否使用', '轉換', '是否轉換', '轉換時間', '是否購買', '核銷時間', '使用時間', 'konvertiert', 'eingelöst am', 'converti'], like: /\bconver(ted|sion)\b|\bredemption (date|time)\b|\bredeemed (at|on)\b|转化|轉換|核销|核銷/ },
    bounced: { exact: ['bounced', 'bounced at', 'bounce', 'bounces', 'bounce type', 'is bounced', '退信', '是否退信', '退信时间', '退信時間', 'unzustellbar', 'rebond'], like: /\bbounced?\b|退信/ },
    unsubscribed: { exact: ['unsubscribed', 'unsubscribed at', 'unsubscribe', 'unsubscribes', 'unsub time', 'unsubscribe time', 'unsubscribe date', 'unsubscribed on', 'opted out', 'opt out date', 'opt out', '退订', '是否退订', '退订时间', '退订日期', '退訂', '是否退訂', '退訂時間', '取消訂閱', '取消訂閱時間', '配信停止', 'abgemeldet', 'abgemeldet am', 'désabonné', 'désabonné le'], like: /\bunsub(scribed?)?\b|\bopt(ed)? out\b|退订|退訂|取消訂閱/ },
    coupon: { exact: ['coupon', 'coupon code', 'coupon id', 'coupon upc', 'voucher', 'voucher code', 'promo code', 'discount code', '优惠券', '优惠券码', '优惠券编号', '券码', '優惠券', '優惠券碼', '優惠碼', '折扣碼', 'クーポン', 'gutschein', 'gutscheincode', 'code promo'], like: /\b(coupon|voucher|promo) (code|id|upc)\b|优惠券|優惠券/ },
    cost: { exact: ['cost', 'costs', 'cost per contact', 'send cost', 'fee', '成本', '费用', '发送成本', '費用', '發送成本', 'kosten', 'coût'] },
    arm: { exact: ['arm', 'treatment', 'test group', 'control group', 'experiment group', 'treatment group', 'variant', 'variation', 'test version', 'test coupon', 'holdout', 'hold out', 'is control', 'version', 'group', 'segment', 'cell', '分组', '实验分组', '实验组', '对照组', '组别', '版本', '分組', '實驗分組', '實驗組', '對照組', '組別', 'gruppe', 'testgruppe', 'groupe'], like: /\b(treatment|variant|variation|hold ?out|control group|test (group|version|coupon|arm)|experiment)\b|实验|对照|實驗|對照/ },
    channel: CHANNEL,
  },
};

/** Names of columns by meaning for one kind; a meaning that people have too is looked for under both. */
export function recordNames(kind: RecordKind): [Role, Names][] {
  return Object.entries({ ...PEOPLE, ...NAMES[kind] }) as [Role, Names][];
}
