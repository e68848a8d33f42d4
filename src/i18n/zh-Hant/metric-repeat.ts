import type { Translation } from '../messages';
import type { metricRepeat as en } from '../en/metric-repeat';

/** 繁體中文：回購各項指標的用語，同 metric.ts。 */
export const metricRepeat = {
  'metric.in-window-repeat-rate.name': '期間內買過兩次的比例',
  'metric.in-window-repeat-rate.definition':
    '這段時間內下過單的顧客中，在其間兩天以上下過單的比例，是回購率的一種。此前、此後的訂單都不算，所以時間越短，比例越低。',
  'metric.in-window-repeat-rate.formula': '期間內有 ≥ 2個下單日的顧客 ÷ 期間內有 ≥ 1個下單日的顧客',
  'metric.returning-customer-rate.name': '回頭客比例',
  'metric.returning-customer-rate.definition':
    '這段時間內下過單的顧客中，其中某一筆是他的第二筆或更後面一筆的比例。首單可以在這段時間之前，所以檔案裡要有它。',
  'metric.returning-customer-rate.formula': '期間內有一筆是其第2單或以後的顧客 ÷ 期間內下過單的顧客',
  'metric.returning-order-share.name': '非首單的訂單比例',
  'metric.returning-order-share.definition':
    '這段時間內的訂單中，不是顧客在檔案中首單的比例。常來的顧客會帶來許多這樣的訂單，所以它往往高於回頭客比例。',
  'metric.returning-order-share.formula': '（訂單 − 首單）÷ 訂單，都在這段時間內',
  'metric.cohort-repurchase-rate.name': '限期內再次下單的比例，依首單分組',
  'metric.cohort-repurchase-rate.definition':
    '首單落在這段時間內的顧客中，在規定天數內另有一天再次下單的比例，只算已觀察滿這麼多天的顧客；天數取90天，或取四分之三的等待已等到下一筆訂單的天數。它與「限期內再次下單的比例」是同一個數字，這裡還依首單所在的期間逐期列出。',
  'metric.cohort-repurchase-rate.formula': '在T − d₁ ≥ h的顧客中，d₂ − d₁ ≤ h的比例；d₁、d₂是第一、第二個下單日，d₁在這段時間內，T是截至日',
  'metric.order-ladder.name': '從這一單到下一單',
  'metric.order-ladder.definition':
    '到了第幾個下單日的顧客中，在規定天數內又有下一個下單日的比例。一欄只算已觀察滿這麼多天的顧客；另一欄把所有人都算進來，已知多久就算多久（Kaplan–Meier估計）。越往上，人已不同：比例上升說明留下的是誰，並不說明多下一單就會讓人留下。',
  'metric.order-ladder.formula': '1 − Π(1 − eᵢ ÷ rᵢ)，i ≤ h；rᵢ＝第n個下單日後已知i天仍未再下單的顧客，eᵢ＝其中在第i天再次下單的',
  'input.twice-in-window': '其中在兩天以上下過單',
  'input.second-or-later': '期間內下了第二單或以後的顧客',
  'input.later-orders': '其中不是首單',
  'input.within-days': '算多少天',
  'input.at-step': '走到這一步的顧客',
  'input.followed-step': '其中此後已觀察滿期',
  'input.again-in-time': '其中限期內再次下單',
  'input.came-back': '其中限期內再次下單',
  'input.known-for-less': '其中還沒再來、觀察未滿期',
  'input.waited-longer': '其中限期內沒有再來',
  'note.returning-first-reading':
    '這個數字有過兩種說法。這裡取第一種：期間內有一筆是第二筆或以後。另一種「下過不止一單」，連這段時間之後的訂單也算，過去的數字會因此改變。',
  'note.clustered-by-customer': '同一位顧客的訂單彼此相關，所以這裡的範圍比同樣多、但來自不同顧客的訂單要寬。',
  'note.cohort-without-limit': '以後任何時候再下單都算，昨天才來的顧客也算在內。一段時間早已過去，它的比例仍會上升。',
  'note.ladder-censored': '還沒有再來的顧客，已知多久就算多久（Kaplan–Meier估計）。',
} satisfies Translation<typeof en>;
