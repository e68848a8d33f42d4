import type { Translation } from '../messages';
import type { metricPrediction as en } from '../en/metric-prediction';

/** 简体中文：接下来可能怎样的各项指标。 */
export const metricPrediction = {
  'metric.expected-active-customers.name': '预计仍是顾客的人数',
  'metric.expected-active-customers.definition':
    '凡是下过单的人，各按仍是顾客的可能计数：两位各有五成可能的，合计为一位。顾客离开不会告诉店家，只能由模型从下单有多勤、离上一单有多久来推算。仍是顾客，不等于很快会下单。只买过一次的也计算在内。只有回头的顾客满100位、且模型在留出的订单上比两种简单的猜法都准，才会给出。',
  'metric.expected-active-customers.formula': '把全部n位顾客仍是顾客的可能相加；依据为首单之后下单的天数、首单至末单的天数、首单至今的天数',
  'metric.expected-orders.name': '预计下单天次',
  'metric.expected-orders.definition':
    '现有的顾客在所看的天数内预计一共有多少天次下单。同一位顾客一天内的几单算一天次。新来的顾客不在内，所以比全店实际会有的少。回头的顾客不到100位时不用模型，改看单数相近、沉默时间相近的顾客后来怎样，并向各组的平均靠拢。',
  'metric.expected-orders.formula':
    '把全部n位顾客在今后h天内的预计下单天数相加；依据为首单之后下单的天数、首单至末单的天数、首单至今的天数',
  'metric.expected-value.name': '预计金额',
  'metric.expected-value.definition':
    '现有的顾客在所看的天数内预计带来多少，也就是算到那一天为止的顾客终身价值。逐月以预计下单天数，乘以其中有金额的下单日所占的比例，再乘以这位顾客一个这样的下单日大概值多少，再乘以利润率，并折成今天的价值。没有填利润率时是销售额，不是利润。至今已带来的不在内，新来的顾客也不在内。一位顾客的花费知道得越少，就越靠近全体的平均。',
  'metric.expected-value.formula':
    'Σ m · w · M · Σₖ (Yₖ − Yₖ₋₁) ÷ (1 + d)^(tₖ ÷ 365)；m = 利润率，w = 首单之后的下单日里金额大于零的比例，M = 一个这样的下单日的预计金额，Yₖ = 到tₖ为止的预计下单天数，tₖ = 第k个月的月末，每月365 ÷ 12天，最后一个月止于所看天数的最后一天，d = 每年折现率',
  'metric.empirical-return.name': '按沉默时间和单数看回头',
  'metric.empirical-return.definition':
    '回到限定的天数之前，按当时已沉默多久、下过几天的单把顾客分开，看其中有谁此后又下了单。可能的比例向各行的平均靠拢，人数越少靠得越近，三位中回来三位，不会当成必定。范围按这一行自己的人数算出，容不下可能的比例时放宽。',
  'metric.empirical-return.formula':
    '(r + s·p) ÷ (n + s)；n = h天之前这一行的顾客，r = 其中此后又下了单的，p = 各行比例的平均，每行的权重为n ÷ (n + s)，s = 与每一行合在一起计算的顾客数',
  'input.back-another-day': '其中改天又下过单的',
  'input.horizon-days': '今后的天数',
  'input.worthless-order-days': '首单之后没有带来金额的下单日',
  'input.stood-alike': '那一天处于这种情形的顾客',
  'input.prior-customers': '按各行平均比例合在一起计算的顾客数',
  'column.stood-alike': '当时的情形',
  'row.silent-30-once': '沉默30天以内，只买过一次',
  'row.silent-30-little-known': '沉默30天以内，回头1至2天',
  'row.silent-30-well-known': '沉默30天以内，回头3天或以上',
  'row.silent-90-once': '沉默31至90天，只买过一次',
  'row.silent-90-little-known': '沉默31至90天，回头1至2天',
  'row.silent-90-well-known': '沉默31至90天，回头3天或以上',
  'row.silent-180-once': '沉默91至180天，只买过一次',
  'row.silent-180-little-known': '沉默91至180天，回头1至2天',
  'row.silent-180-well-known': '沉默91至180天，回头3天或以上',
  'row.silent-longer-once': '沉默超过180天，只买过一次',
  'row.silent-longer-little-known': '沉默超过180天，回头1至2天',
  'row.silent-longer-well-known': '沉默超过180天，回头3天或以上',
  'note.by-rates-not-model': '回头的顾客不到100位，不够用模型。这里依据的是单数相近、沉默时间相近的顾客后来怎样，并向各组的平均靠拢。',
  'note.alive-is-not-soon': '仍是顾客，不等于很快会下单；接下来怎么做，要看预计下单天次。',
  'how.title.ahead': '{name}：今后{days}',
} satisfies Translation<typeof en>;
