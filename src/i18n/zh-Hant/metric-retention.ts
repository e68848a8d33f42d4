/** 繁體中文: words of the metrics of retention, as in metric.ts. */
export const metricRetention = {
  'metric.retention-served-base.name': '服務過的顧客留住多少',
  'metric.retention-served-base.definition':
    '把上期的顧客和本期的新顧客合在一起，其中本期下過單的比例。常見的寫法是「（期末－新增）÷（期初＋新增）」：新顧客算進了分母，卻又從分子裡扣掉，所以偏低；前後一致的寫法是上下都算。新顧客本期必然下過單，所以只要有新顧客，這個比例就高於留存率。',
  'metric.retention-served-base.formula': '|B ∩ (S ∪ N)| ÷ |S ∪ N|；S＝上期下過單，N＝本期首次下單，B＝本期下過單',
  'metric.quick-ratio.name': '來去比',
  'metric.quick-ratio.definition': '新顧客與隔期回來的顧客之和，除以上期下過單而本期沒來的顧客。大於1，表示本期下單的人比上期多。',
  'metric.quick-ratio.formula': '（新顧客＋隔期回來）÷沒有再來；沒有再來＝Bₜ₋₁ ∖ Bₜ；Bₜ＝第t期下過單',
  'input.kept-or-new': '其中本期下過單',
  'input.served': '上期下過單或本期新來',
  'input.gained': '新來或隔期回來',
  'variant.served-by-counts': '只用計數：期末÷（期初＋新增），隔期回來的也算在內',
  'variant.served-as-printed': '照常見的寫法：（期末－新增）÷（期初＋新增）',
  'note.served-new-count-as-kept':
    '新顧客本期都下過單，都算留住，所以只要有新顧客，它就高於留存率。常見的寫法在分子裡扣掉新顧客，分母裡卻還留著：那個數誰的比例都不是。',
} as const;
