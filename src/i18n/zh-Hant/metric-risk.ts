import type { Translation } from '../messages';
import type { metricRisk as en } from '../en/metric-risk';

/** 繁體中文：沉默規則與模型對照的用詞。 */
export const metricRisk = {
  'metric.risk-by-lapse.name': '沉默規則與模型',
  'metric.risk-by-lapse.definition':
    '把每位下過單的顧客，依本店的沉默規則與模型各分一次。規則：沉默達到沉默期限，算沉默；期限是九成等待結束所需的天數，半個檔案內等不到九成時，取能等到的最高一成。模型：仍是顧客的可能不到一半，算多半離開。規則只看沉默，模型拿沉默與各人以往來得多勤相比，所以兩者未必一致。回頭的人很少時，剛下過第一筆訂單的人也可能算在多半離開裡：那說的是這家店，不是誰的沉默，也不會因此列入漸行漸遠的名單。只有模型在檢驗中勝過簡單猜法時才給出。',
  'metric.risk-by-lapse.formula': '|L ∩ G|以及另外三格；L＝沉默滿d天，d＝沉默期限，G＝仍是顧客的可能低於½',
  'input.within-rule': '依規則未沉默',
  'input.lapsed-by-rule': '依規則已沉默',
  'input.within-rule-likely-here': '依規則未沉默，依模型多半仍是顧客',
  'input.within-rule-likely-gone': '依規則未沉默，依模型多半已離開',
  'input.lapsed-likely-here': '依規則已沉默，依模型多半仍是顧客',
  'input.lapsed-likely-gone': '依規則已沉默，依模型多半已離開',
  'row.not-lapsed': '依規則未沉默',
  'row.lapsed': '依規則已沉默',
  'column.likely-here': '多半仍是顧客',
  'column.likely-gone': '多半已離開',
  'column.all': '合計',
} satisfies Translation<typeof en>;
