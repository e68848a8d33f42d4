import type { Translation } from '../messages';
import type { metricRisk as en } from '../en/metric-risk';

/** 简体中文：沉默规则与模型对照的用词。 */
export const metricRisk = {
  'metric.risk-by-lapse.name': '沉默规则与模型',
  'metric.risk-by-lapse.definition':
    '把每位下过单的顾客，按本店的沉默规则和模型各分一次。规则：沉默达到沉默期限，算沉默；期限是九成等待结束所需的天数，半个文件内等不到九成时，取能等到的最高一成。模型：仍是顾客的可能不到一半，算多半离开。规则只看沉默，模型拿沉默与各人以往来得多勤相比，所以两者不一定一致。回头的人很少时，刚下过第一单的人也可能算在多半离开里：那说的是这家店，不是谁的沉默，也不会因此列入正在走远的名单。只有模型在检验中胜过简单猜法时才给出。',
  'metric.risk-by-lapse.formula': '|L ∩ G|以及另外三格；L＝沉默满d天，d＝沉默期限，G＝仍是顾客的可能低于½',
  'input.within-rule': '按规则未沉默',
  'input.lapsed-by-rule': '按规则已沉默',
  'input.within-rule-likely-here': '按规则未沉默，按模型多半仍是顾客',
  'input.within-rule-likely-gone': '按规则未沉默，按模型多半已离开',
  'input.lapsed-likely-here': '按规则已沉默，按模型多半仍是顾客',
  'input.lapsed-likely-gone': '按规则已沉默，按模型多半已离开',
  'row.not-lapsed': '按规则未沉默',
  'row.lapsed': '按规则已沉默',
  'column.likely-here': '多半仍是顾客',
  'column.likely-gone': '多半已离开',
  'column.all': '合计',
} satisfies Translation<typeof en>;
