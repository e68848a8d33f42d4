/** 简体中文: words of the metrics of retention, as in metric.ts. */
export const metricRetention = {
  'metric.retention-served-base.name': '服务过的顾客留住多少',
  'metric.retention-served-base.definition':
    '把上期的顾客和本期的新顾客合在一起，其中本期下过单的比例。常见的写法是“（期末－新增）÷（期初＋新增）”：新顾客算进了分母，却又从分子里扣掉，所以偏低；前后一致的写法是上下都算。新顾客本期必然下过单，所以只要有新顾客，这个比例就高于留存率。',
  'metric.retention-served-base.formula': '|B ∩ (S ∪ N)| ÷ |S ∪ N|；S＝上期下过单，N＝本期首次下单，B＝本期下过单',
  'metric.quick-ratio.name': '来去比',
  'metric.quick-ratio.definition': '新顾客与隔期回来的顾客之和，除以上期下过单而本期没来的顾客。大于1，说明本期下单的人比上期多。',
  'metric.quick-ratio.formula': '（新顾客＋隔期回来）÷没有再来；没有再来＝Bₜ₋₁ ∖ Bₜ；Bₜ＝第t期下过单',
  'input.kept-or-new': '其中本期下过单',
  'input.served': '上期下过单或本期新来',
  'input.gained': '新来或隔期回来',
  'variant.served-by-counts': '只用计数：期末÷（期初＋新增），隔期回来的也算在内',
  'variant.served-as-printed': '照常见的写法：（期末－新增）÷（期初＋新增）',
  'note.served-new-count-as-kept':
    '新顾客本期都下过单，都算留住，所以只要有新顾客，它就高于留存率。常见的写法在分子里扣掉新顾客，分母里却还留着：那个数谁的比例都不是。',
  'metric.weighted-retention-rate.name': '按金额加权的留存率',
  'metric.weighted-retention-rate.definition':
    '上期顾客当时所花的钱里，由本期又来下单的人花的那一份。每位顾客的分量是本期开始前的消费，本期花多少都不影响。高于按人数算的留存率，说明花钱多的人更常留下。',
  'metric.weighted-retention-rate.formula': 'Σwᵢ，i ∈ S ∩ B ÷ Σwᵢ，i ∈ S；S＝上期下过单，B＝本期下过单，w＝上期净销售额',
  'metric.net-revenue-retention.name': '净收入留存率',
  'metric.net-revenue-retention.definition':
    '较早一期的顾客在本期所花的钱，除以他们当时所花的钱。新顾客不计在内；有人多买，可以补上走掉的人，所以可能超过100%。这里没有合约：只是还在等的顾客，本期也算走了。',
  'metric.net-revenue-retention.formula': 'Σr₁ ÷ Σr₀，只计r₀ > 0的顾客；r₀、r₁＝较早一期与本期的净销售额',
  'metric.gross-revenue-retention.name': '总收入留存率',
  'metric.gross-revenue-retention.definition':
    '较早一期的顾客当时所花的钱里，他们本期仍在花的那一份。每个人至多按当时的数额计，多买补不了别人的空缺，所以不超过100%，也不超过净收入留存率。',
  'metric.gross-revenue-retention.formula': 'Σ（r₁与r₀中较小者）÷ Σr₀，只计r₀ > 0的顾客；r₀、r₁＝较早一期与本期的净销售额',
  'input.base-weight': '他们上期所花的钱',
  'input.returned-weight': '其中又来下单的人所花',
  'input.base-revenue': '较早一期所花',
  'input.kept-revenue': '其中本期照旧花的',
  'input.expanded-revenue': '多买的人多花的',
  'input.contracted-revenue': '少买的人少花的',
  'input.churned-revenue': '没来的人没有花的',
  'input.now-revenue': '同一批顾客本期所花',
  'input.expanded': '比当时多买',
  'input.level': '和当时一样',
  'input.contracted': '比当时少买',
  'input.churned': '本期什么都没买',
  'variant.by-customers': '按人数，人人一样',
  'variant.gross': '只算留住：多买不计',
  'variant.net': '净额：连同多买的',
  'note.revenue-without-contracts':
    '这里没有合约：等待超过一期的顾客就算走了。若一期短于平常的间隔，这个数天生就低；与上年同期相比，可以去掉季节的影响。',
  'input.first-orders': '首单当期的订单',
  'note.on-or-after-grows': '“此时或之后”把后来任何时候回来的人都算上，文件越长数越大：年龄不同的组不能用它比较。',
} as const;
