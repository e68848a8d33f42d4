/** English: names and definitions of metrics, and the words for what stands in an answer (inputs, notes, columns, variants). */
export const metric = {
  'metric.customers.name': 'Customers',
  'metric.customers.definition': 'Customers with at least one order in the period.',
  'metric.customers.formula': 'number of customers with an order on a day d: first day ≤ d ≤ last day, d ≤ as of',
  'metric.orders.name': 'Orders',
  'metric.orders.definition':
    'Orders placed in the period. When refunds count towards the order they belong to, an order refunded in full is not counted.',
  'metric.orders.formula': 'number of orders on a day d: first day ≤ d ≤ last day, d ≤ as of',
  'metric.net-revenue.name': 'Net sales',
  'metric.net-revenue.definition':
    'The value of the orders of the period, less refunds as the chosen refund view counts them: off the order they belong to, or off the day they were paid, or not at all.',
  'metric.net-revenue.formula': 'Σ net value of orders − Σ refunds paid, both within the period and up to the as-of day',
  'metric.average-order-value.name': 'Average order value',
  'metric.average-order-value.definition':
    'Net sales divided by the number of orders. The median order stands beside it: half of the orders are worth no more than that.',
  'metric.average-order-value.formula': 'net sales ÷ orders',
  'metric.spend-per-customer.name': 'Spend per customer',
  'metric.spend-per-customer.definition':
    'Net sales divided by the number of customers who ordered in the period. It equals orders per customer times average order value. The median customer stands beside it: half have spent no more than that.',
  'metric.spend-per-customer.formula': 'net sales ÷ customers = orders per customer × average order value',
  'metric.purchase-frequency.name': 'Orders per customer',
  'metric.purchase-frequency.definition':
    'Orders divided by the customers who placed them. A longer period gives a higher figure, so compare periods of equal length only.',
  'metric.purchase-frequency.formula': 'orders ÷ customers',
  'metric.time-between-orders.name': 'Time between orders',
  'metric.time-between-orders.definition':
    'The days from one order-day of a customer to the next, both within the period; the figure is the median. Several orders on one day are one order-day.',
  'metric.time-between-orders.formula': 'median of d₂ − d₁; d₁, d₂ consecutive order-days of one customer within the period',
  'metric.repeat-customer-rate.name': 'Ordered twice or more',
  'metric.repeat-customer-rate.definition':
    'Of all customers who have ordered up to the end of the period, the share who have ordered twice or more: what is mostly called repeat customer rate. It counts from the first order in the file, so it grows as the file gets longer.',
  'metric.repeat-customer-rate.formula': 'customers with ≥ 2 orders ÷ customers with ≥ 1 order, up to the end of the period',
  'metric.second-order-within.name': 'Second order within a set time',
  'metric.second-order-within.definition':
    'Of the customers whose first order is in the period, the share who ordered again on another day within a set number of days, usually 90. Only customers who could be followed for that long are counted, so periods can be compared.',
  'metric.second-order-within.formula':
    'of the customers with T − d₁ ≥ h, the share with d₂ − d₁ ≤ h; d₁, d₂ first and second order-day, d₁ within the period, T the as-of day',
  'metric.customer-retention-rate.name': 'Customer retention rate',
  'metric.customer-retention-rate.definition':
    'Of the customers who bought in the period before, the share who bought again in this one. Each customer is looked up in both periods.',
  'metric.customer-retention-rate.formula': '|S ∩ B| ÷ |S|; S = bought in the period before, B = bought in this period',
  'metric.retention-count-formula.name': 'Retention by the count formula',
  'metric.retention-count-formula.definition':
    '(Customers of this period − new customers) ÷ customers of the period before. It needs counts only, but takes customers who come back after a gap for customers who never left, and can exceed 100 %. New customers who leave within the period would distort it too; with “active” meaning “bought in this period” there are none.',
  'metric.retention-count-formula.formula':
    '(E − N) ÷ S = |S ∩ B| ÷ |S| + R ÷ |S|; E = bought in this period, N = new, S = bought in the period before, R = back after a gap',
  'metric.retention-by-cohort.name': 'Retention by first order',
  'metric.retention-by-cohort.definition':
    'Customers are grouped by the period of their first order in the file. Each cell counts those of a group who bought in the 1st, 2nd, 3rd … period after it, up to the last day known. The row for all groups divides the sum of customers who came back by the sum of customers in the groups, over cells that are over. It can also be asked who bought at that time or any time later, at least once by then, in every period until then, or at least once within a span of periods; and periods can be blocks of 30 days since each customer’s own first order.',
  'metric.retention-by-cohort.formula':
    '|C ∩ Bₖ| ÷ |C|; C = first order in the period of the group, Bₖ = bought in the k-th period after; all groups: Σ|C ∩ Bₖ| ÷ Σ|C| over the cells that are over',
  'metric.life-cycle.name': 'Where customers come from',
  'metric.life-cycle.definition':
    'Everyone who bought in a period is new (first order in the file), retained (bought in the period before too) or reactivated (bought before, but not in the period before). Those who bought in the period before and not in this one are lapsed. New, retained and reactivated add up to all who bought.',
  'metric.life-cycle.formula': 'Bₜ = new ∪ (Bₜ ∩ Bₜ₋₁) ∪ back after a gap; did not come back = Bₜ₋₁ ∖ Bₜ; Bₜ = bought in period t',
  'metric.churn-rate.name': 'Churn rate',
  'metric.churn-rate.definition':
    'Two windows of equal length follow one another; the later one ends on the last day known. Of the customers who ordered in the earlier one, the share who did not order in the later one. The length of the window is the number of days without an order after which a customer counts as silent.',
  'metric.churn-rate.formula':
    '|S ∖ L| ÷ |S|; S = ordered in (T − 2d, T − d], L = ordered in (T − d, T]; T the as-of day, d the window in days',
  'metric.order-gap-curve.name': 'How long customers wait',
  'metric.order-gap-curve.definition':
    'By each day after an order, the share of waits that have ended with another order on a later day. Waits that are still open count for as long as they are known; leaving them out would make waits look shorter than they are.',
  'metric.order-gap-curve.formula':
    '1 − Π(1 − dᵢ ÷ nᵢ), i ≤ d; dᵢ = waits that ended after i days, nᵢ = waits that lasted i days or longer',
  'input.customers': 'Customers who ordered',
  'input.orders': 'Orders',
  'input.sales': 'Value of the orders',
  'input.refunds': 'Refunds paid in the period',
  'input.net-revenue': 'Net sales',
  'input.first-revenue': 'Net sales in the period of the first order',
  'input.p25': 'A quarter of the gaps are at most',
  'input.p50': 'Half of the gaps are at most',
  'input.p75': 'Three quarters of the gaps are at most',
  'input.gaps': 'Gaps between order-days',
  'input.two-order-days': 'Customers with orders on two days or more',
  'input.open-gap': 'Customers whose last gap is still open',
  'input.repeat-customers': 'Ordered twice or more',
  'input.followed': 'First order long enough ago',
  'input.ordered-again': 'Ordered again in time',
  'input.too-recent': 'First order too recent to tell',
  'input.base': 'Bought in the period before',
  'input.returned': 'Of these, bought in this period',
  'input.kept': 'Of these, ordered again since',
  'input.lapsed': 'Did not buy again',
  'input.lapse-days': 'Length of the window',
  'input.new': 'First order in this period',
  'input.retained': 'Bought in the period before too',
  'input.reactivated': 'Back after a gap',
  'input.active': 'Bought in this period',
  'input.size': 'Customers in the group',
  'input.at-risk': 'Waits that lasted so long',
  'input.waits': 'Waits after an order, ended or open',
  'input.ended': 'Of them ended with another order by then',
  'input.left-open': 'Of them still open, known for no longer',
  'input.longer': 'Of them known to have lasted longer',
  'note.lifetime': 'Counted from the first order in the file; the beginning of the chosen period makes no difference.',
  'note.open-gap-not-counted': 'The last gap of every customer is still open and is not in here, so true waits are longer than this.',
  'note.period-not-over': 'This period is not over: the figure is a count in progress.',
  'note.count-formula-reactivated':
    'It differs from the retention rate by the customers of this period who came back after a gap: they are in neither the period before nor the new ones.',
  'note.lapse-chosen': 'The length of the window was chosen by you.',
  'note.lapse-from-p90':
    'The window is this shop’s own: 90 % of the waits for a next order have ended by then, with waits still open taken into account.',
  'note.lapse-from-p80':
    'The window is this shop’s own: 80 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-from-p70':
    'The window is this shop’s own: 70 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-from-p60':
    'The window is this shop’s own: 60 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-from-p50':
    'The window is this shop’s own: 50 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-from-p40':
    'The window is this shop’s own: 40 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-from-p30':
    'The window is this shop’s own: 30 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-from-p20':
    'The window is this shop’s own: 20 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-from-p10':
    'The window is this shop’s own: 10 % of the waits for a next order have ended by then, with waits still open taken into account. 90 % is not reached within half of the file.',
  'note.lapse-half-file': 'The window is half of the file: even then fewer than one wait in ten had ended with another order.',
  'note.open-waits-censored':
    'Waits still open are counted until the last day known (Kaplan–Meier), so the share is more than “ended ÷ all”.',
  'column.at-risk': 'Came this far',
  'column.ended': 'Ended',
  'column.open': 'Still open',
  'column.share': 'Share',
  'row.weighted-share': 'All',
  'row.weighted-base': 'of customers',
  'variant.median': 'Median',
  'variant.one-gap-per-customer': 'One gap per customer (median of their medians)',
  'variant.by-orders': 'By orders',
  'variant.by-order-days': 'By order-days: several orders on one day count once',
  'variant.set-based': 'Counted by person',
} as const;
