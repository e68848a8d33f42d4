import type { Translation } from '../messages';
import type { metricPrediction as en } from '../en/metric-prediction';

/** 繁體中文：接下來可能怎樣的各項指標。 */
export const metricPrediction = {
  'metric.expected-active-customers.name': '預計仍是顧客的人數',
  'metric.expected-active-customers.definition':
    '所有下過單的人，各依仍是顧客的可能性計入：兩位各有五成可能的，合起來算一位。顧客離開時不會告訴店家，模型只能從下單多勤、距離上一單多久來推估。仍是顧客，不代表很快就會下單。只買過一次的人也算在內。回頭的顧客要滿100位，而且模型在保留的訂單上比兩種簡單的猜法都準，才會顯示。',
  'metric.expected-active-customers.formula':
    '將全部n位顧客仍是顧客的可能性相加；依據是首單之後下單的天數、首單到末單的天數、首單至今的天數',
  'metric.expected-orders.name': '預計下單天次',
  'metric.expected-orders.definition':
    '現有顧客在所看的天數內，預計總共有多少天次下單。同一位顧客一天內的幾筆訂單算一天次。新顧客不算在內，因此會比全店實際的少。回頭的顧客不到100位時不使用模型，改看下單次數相近、沉默時間相近的顧客後來如何，並往各組的平均靠攏。',
  'metric.expected-orders.formula':
    '將全部n位顧客在未來h天內的預計下單天數相加；依據是首單之後下單的天數、首單到末單的天數、首單至今的天數',
  'metric.expected-value.name': '預計金額',
  'metric.expected-value.definition':
    '現有顧客在所看的天數內預計會帶來多少，也就是算到那一天為止的顧客終身價值。每個月以預計下單天數，乘上其中有金額的下單日所占的比例，再乘上這位顧客一個這樣的下單日大約值多少，再乘上利潤率，並折算成今天的價值。未填利潤率時是銷售額，不是利潤。至今已帶來的不算在內，新顧客也不算。對一位顧客的消費了解越少，就越接近全體的平均。',
  'metric.expected-value.formula':
    'Σ m · w · M · Σₖ (Yₖ − Yₖ₋₁) ÷ (1 + d)^(tₖ ÷ 365)；m = 利潤率，w = 首單之後的下單日裡金額大於零的比例，M = 一個這樣的下單日的預計金額，Yₖ = 到tₖ為止的預計下單天數，tₖ = 第k個月的月底，每月365 ÷ 12天，最後一個月到所看天數的最後一天為止，d = 每年折現率',
  'metric.empirical-return.name': '依沉默時間和下單次數看回頭',
  'metric.empirical-return.definition':
    '回到限定的天數之前，依當時已沉默多久、在幾天下過單把顧客分開，看其中有誰後來又下了單。可能的比例會往各列的平均靠攏，人數越少靠得越近，因此三位裡回來三位，也不會當成必然。範圍依這一列自己的人數算出，容不下可能的比例時放寬。',
  'metric.empirical-return.formula':
    '(r + s·p) ÷ (n + s)；n = h天之前這一列的顧客，r = 其中後來又下單的，p = 各列比例的平均，每列的權重為n ÷ (n + s)，s = 與每一列合併計算的顧客人數',
  'input.back-another-day': '其中改天又下過單的',
  'input.horizon-days': '未來的天數',
  'input.worthless-order-days': '首單之後沒有帶來金額的下單日',
  'input.stood-alike': '那一天處於這種情況的顧客',
  'input.prior-customers': '依各列平均比例合併計算的顧客人數',
  'column.stood-alike': '當時的情況',
  'row.silent-30-once': '沉默30天以內，只買過一次',
  'row.silent-30-little-known': '沉默30天以內，回頭1至2天',
  'row.silent-30-well-known': '沉默30天以內，回頭3天以上',
  'row.silent-90-once': '沉默31至90天，只買過一次',
  'row.silent-90-little-known': '沉默31至90天，回頭1至2天',
  'row.silent-90-well-known': '沉默31至90天，回頭3天以上',
  'row.silent-180-once': '沉默91至180天，只買過一次',
  'row.silent-180-little-known': '沉默91至180天，回頭1至2天',
  'row.silent-180-well-known': '沉默91至180天，回頭3天以上',
  'row.silent-longer-once': '沉默超過180天，只買過一次',
  'row.silent-longer-little-known': '沉默超過180天，回頭1至2天',
  'row.silent-longer-well-known': '沉默超過180天，回頭3天以上',
  'note.by-rates-not-model':
    '回頭的顧客不到100位，不足以使用模型。這裡依據的是下單次數相近、沉默時間相近的顧客後來如何，並往各組的平均靠攏。',
  'note.alive-is-not-soon': '仍是顧客，不代表很快就會下單；接下來該怎麼做，請看預計下單天次。',
  'how.title.ahead': '{name}：未來{days}',
} satisfies Translation<typeof en>;
