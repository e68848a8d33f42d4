import type { Translation } from '../messages';
import type { metricRepeat as en } from '../en/metric-repeat';

/** 简体中文：复购各项指标的用语，同 metric.ts。 */
export const metricRepeat = {
  'metric.in-window-repeat-rate.name': '期内买过两次的比例',
  'metric.in-window-repeat-rate.definition':
    '这段时间内下过单的顾客中，在其间两天或以上下过单的比例，是复购率的一种。此前、此后的订单都不算，所以时间越短，比例越低。',
  'metric.in-window-repeat-rate.formula': '期内有 ≥ 2个下单日的顾客 ÷ 期内有 ≥ 1个下单日的顾客',
  'metric.returning-customer-rate.name': '回头客比例',
  'metric.returning-customer-rate.definition':
    '这段时间内下过单的顾客中，其中某一单是他的第二单或更后面一单的比例。首单可以在这段时间之前，所以文件里要有它。',
  'metric.returning-customer-rate.formula': '期内有一单是其第2单或以后的顾客 ÷ 期内下过单的顾客',
  'metric.returning-order-share.name': '非首单的订单比例',
  'metric.returning-order-share.definition':
    '这段时间内的订单中，不是顾客在文件中首单的比例。常来的顾客会带来许多这样的订单，所以它往往高于回头客比例。',
  'metric.returning-order-share.formula': '（订单 − 首单）÷ 订单，都在这段时间内',
  'metric.cohort-repurchase-rate.name': '限期内再次下单的比例，按首单分组',
  'metric.cohort-repurchase-rate.definition':
    '首单落在这段时间内的顾客中，在规定天数内另有一天再次下单的比例，只算已观察满这么多天的顾客；天数取90天，或取四分之三的等待已等来下一单的天数。它与“限期内再次下单的比例”是同一个数字，这里还按首单所在的时段逐期列出。',
  'metric.cohort-repurchase-rate.formula': '在T − d₁ ≥ h的顾客中，d₂ − d₁ ≤ h的比例；d₁、d₂是第一、第二个下单日，d₁在这段时间内，T是截至日',
  'metric.order-ladder.name': '从这一单到下一单',
  'metric.order-ladder.definition':
    '到了第几个下单日的顾客中，在规定天数内又有下一个下单日的比例。一栏只算已观察满这么多天的顾客；另一栏把所有人都算进来，已知多久就算多久（Kaplan–Meier估计）。越往上，人已不同：比例上升说明留下的是谁，并不说明多下一单就会让人留下。',
  'metric.order-ladder.formula': '1 − Π(1 − eᵢ ÷ rᵢ)，i ≤ h；rᵢ＝第n个下单日后已知i天仍未再下单的顾客，eᵢ＝其中在第i天再次下单的',
  'input.twice-in-window': '其中在两天或以上下过单',
  'input.second-or-later': '期内下了第二单或以后的顾客',
  'input.later-orders': '其中不是首单',
  'input.within-days': '算多少天',
  'input.at-step': '走到这一步的顾客',
  'input.followed-step': '其中此后已观察满期',
  'input.again-in-time': '其中限期内再次下单',
  'input.came-back': '其中限期内再次下单',
  'input.known-for-less': '其中还没再来、观察未满期',
  'input.waited-longer': '其中限期内没有再来',
  'note.returning-first-reading':
    '这个数字有过两种说法。这里取第一种：期内有一单是第二单或以后。另一种“下过不止一单”，连这段时间之后的订单也算，过去的数字会因此改变。',
  'note.clustered-by-customer': '同一位顾客的订单彼此相关，所以这里的范围比同样多、但来自不同顾客的订单要宽。',
  'note.cohort-without-limit': '以后任何时候再下单都算，昨天才来的顾客也算在内。一段时间早已过去，它的比例仍会上升。',
  'note.ladder-censored': '还没有再来的顾客，已知多久就算多久（Kaplan–Meier估计）。',
} satisfies Translation<typeof en>;
