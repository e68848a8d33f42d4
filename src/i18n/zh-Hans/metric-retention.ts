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
} as const;
