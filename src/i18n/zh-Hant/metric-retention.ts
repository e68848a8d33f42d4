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
  'metric.weighted-retention-rate.name': '按金額加權的留存率',
  'metric.weighted-retention-rate.definition':
    '上期顧客當時所花的錢裡，由本期又來下單的人花的那一份。每位顧客的份量是本期開始前的消費，本期花多少都不影響。高於按人數算的留存率，表示花錢多的人更常留下。',
  'metric.weighted-retention-rate.formula': 'Σwᵢ，i ∈ S ∩ B ÷ Σwᵢ，i ∈ S；S＝上期下過單，B＝本期下過單，w＝上期淨銷售額',
  'metric.net-revenue-retention.name': '淨營收留存率',
  'metric.net-revenue-retention.definition':
    '較早一期的顧客在本期所花的錢，除以他們當時所花的錢。新顧客不計在內；有人多買，可以補上走掉的人，所以可能超過100%。這裡沒有合約：只是還在等的顧客，本期也算走了。',
  'metric.net-revenue-retention.formula': 'Σr₁ ÷ Σr₀，只計r₀ > 0的顧客；r₀、r₁＝較早一期與本期的淨銷售額',
  'metric.gross-revenue-retention.name': '總營收留存率',
  'metric.gross-revenue-retention.definition':
    '較早一期的顧客當時所花的錢裡，他們本期仍在花的那一份。每個人至多按當時的數額計，多買補不了別人的空缺，所以不超過100%，也不超過淨營收留存率。',
  'metric.gross-revenue-retention.formula': 'Σ（r₁與r₀中較小者）÷ Σr₀，只計r₀ > 0的顧客；r₀、r₁＝較早一期與本期的淨銷售額',
  'input.base-weight': '他們上期所花的錢',
  'input.returned-weight': '其中又來下單的人所花',
  'input.base-revenue': '較早一期所花',
  'input.kept-revenue': '其中本期照舊花的',
  'input.expanded-revenue': '多買的人多花的',
  'input.contracted-revenue': '少買的人少花的',
  'input.churned-revenue': '沒來的人沒有花的',
  'input.now-revenue': '同一批顧客本期所花',
  'input.expanded': '比當時多買',
  'input.level': '和當時一樣',
  'input.contracted': '比當時少買',
  'input.churned': '本期什麼都沒買',
  'variant.by-customers': '按人數，人人一樣',
  'variant.gross': '只算留住：多買不計',
  'variant.net': '淨額：連同多買的',
  'note.revenue-without-contracts':
    '這裡沒有合約：等待超過一期的顧客就算走了。若一期短於平常的間隔，這個數天生就低；與去年同期相比，可以去掉季節的影響。',
  'input.first-orders': '首單當期的訂單',
  'note.on-or-after-grows': '「此時或之後」把後來任何時候回來的人都算上，檔案越長數越大：年齡不同的組不能用它比較。',
} as const;
