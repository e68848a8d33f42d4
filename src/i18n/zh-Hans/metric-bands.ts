import type { Translation } from '../messages';
import type { metricBands as en } from '../en/metric-bands';

/** 简体中文：预计金额在顾客之间的分布。 */
export const metricBands = {
  'metric.expected-value-bands.name': '预计金额在顾客之间的分布',
  'metric.expected-value-bands.definition':
    '把顾客按今后可能带来的金额从高到低排列。每一行是其中一部分顾客在所看的天数内预计带来多少、预计有多少天次下单，以及他们至今带来了多少。预计的和已有的不相加。',
  'metric.expected-value-bands.formula': '预计最多的 ⌈n·p⌉ 位顾客的预计金额 ÷ 全部n位的预计金额；只算所看的天数，每个月折成今天的价值',
  'column.expected-value': '预计金额',
  'column.expected-value-share': '占预计金额的比例',
  'column.expected-orders': '预计下单天次',
  'column.net-so-far': '至今净销售额',
  'column.best-so-far': '也在至今带来最多的十分之一当中',
  'column.from-well-known': '其中熟悉的顾客的预计金额',
  'column.from-little-known': '其中略知的顾客的预计金额',
  'column.from-once': '其中只买过一次的顾客的预计金额',
  'row.well-known': '回头3天或以上',
  'row.little-known': '回头1至2天',
  'row.once': '只买过一次',
  'input.expected-value': '预计金额',
  'input.expected-orders': '预计下单天次',
  'input.expected-value-of-all': '全部顾客的预计金额',
  'input.net-so-far': '至今净销售额',
  'input.best-so-far': '也在至今带来最多的十分之一当中',
  // 释义里：推算时用的设定。
  'dictionary.param.model': '模型',
  'dictionary.param.horizonDays': '往后看',
  'dictionary.param.discountPerYear': '每年折现率',
  'dictionary.param.holdOutDays': '留出（0表示文件的后三分之一）',
  'dictionary.param.priorCustomers': '按全店比例补入的顾客',
  'dictionary.choice.mbg-nbd': 'MBG/NBD模型',
  'dictionary.choice.bg-nbd': 'BG/NBD模型',
  'dictionary.choice.pareto-nbd': 'Pareto/NBD模型',
} satisfies Translation<typeof en>;
