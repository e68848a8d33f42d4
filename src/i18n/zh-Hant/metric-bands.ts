import type { Translation } from '../messages';
import type { metricBands as en } from '../en/metric-bands';

/** 繁體中文：預計金額在顧客之間的分布。 */
export const metricBands = {
  'metric.expected-value-bands.name': '預計金額在顧客之間的分布',
  'metric.expected-value-bands.definition':
    '把顧客依未來可能帶來的金額由高到低排列。每一列是其中一部分顧客在所看的天數內預計帶來多少、預計有多少天次下單，以及他們至今帶來了多少。預計的和已有的不相加。',
  'metric.expected-value-bands.formula': '預計最多的 ⌈n·p⌉ 位顧客的預計金額 ÷ 全部n位的預計金額；只計所看的天數，每個月折成今天的價值',
  'column.expected-value': '預計金額',
  'column.expected-value-share': '佔預計金額的比例',
  'column.expected-orders': '預計下單天次',
  'column.net-so-far': '至今淨銷售額',
  'column.best-so-far': '也名列至今帶來最多的十分之一',
  'column.from-well-known': '其中熟悉的顧客的預計金額',
  'column.from-little-known': '其中略知的顧客的預計金額',
  'column.from-once': '其中只買過一次的顧客的預計金額',
  'row.well-known': '回頭3天以上',
  'row.little-known': '回頭1至2天',
  'row.once': '只買過一次',
  'input.expected-value': '預計金額',
  'input.expected-orders': '預計下單天次',
  'input.expected-value-of-all': '全部顧客的預計金額',
  'input.net-so-far': '至今淨銷售額',
  'input.best-so-far': '也名列至今帶來最多的十分之一',
  // 釋義裡：推估時用的設定。
  'dictionary.param.model': '模型',
  'dictionary.param.horizonDays': '往後看',
  'dictionary.param.discountPerYear': '每年折現率',
  'dictionary.param.holdOutDays': '保留（0表示檔案的後三分之一）',
  'dictionary.param.priorCustomers': '依全店比例補入的顧客',
  'dictionary.choice.mbg-nbd': 'MBG/NBD模型',
  'dictionary.choice.bg-nbd': 'BG/NBD模型',
  'dictionary.choice.pareto-nbd': 'Pareto/NBD模型',
} satisfies Translation<typeof en>;
