/** English: words of the metrics of repeat, as in metric.ts. */
export const metricRepeat = {
  'metric.in-window-repeat-rate.name': 'Bought twice in the period',
  'metric.in-window-repeat-rate.definition':
    'Of the customers who ordered in the period, the share who ordered on two days or more within it: a repeat purchase rate. Orders before and after play no part, so a shorter period gives a lower share.',
  'metric.in-window-repeat-rate.formula': 'customers with ≥ 2 order-days in the period ÷ customers with ≥ 1',
  'metric.returning-customer-rate.name': 'Returning customers',
  'metric.returning-customer-rate.definition':
    'Of the customers who ordered in the period, the share for whom one of these orders was their second or a later one ever. The first may lie before the period, so the file has to hold it.',
  'metric.returning-customer-rate.formula':
    'customers with an order in the period that is their 2nd or later ever ÷ customers with an order in it',
  'metric.returning-order-share.name': 'Orders that are not a first order',
  'metric.returning-order-share.definition':
    'Of the orders of the period, the share that are not the first one of their customer in the file. Customers who order often bring many of them, so it often lies above the share of returning customers.',
  'metric.returning-order-share.formula': '(orders − first orders) ÷ orders, within the period',
  'metric.cohort-repurchase-rate.name': 'Second order within a set time, by first order',
  'metric.cohort-repurchase-rate.definition':
    'Of the customers whose first order is in the period, the share who ordered again on another day within h days, counting only those who could be followed for h days; h is 90, or the days within which three of four waits for a next order have ended. It is the same figure as “second order within a set time”, here also by period of the first order.',
  'metric.cohort-repurchase-rate.formula':
    'of the customers with T − d₁ ≥ h, the share with d₂ − d₁ ≤ h; d₁, d₂ first and second order-day, d₁ in the period, T the as-of day',
  'metric.order-ladder.name': 'From one order to the next',
  'metric.order-ladder.definition':
    'Of the customers with an n-th order-day, the share with another one within h days. One column counts only those who could be followed for h days; the other takes all, each for as long as they are known (Kaplan–Meier). Higher rungs hold other people: shares that rise say who stays, not that an order makes anyone stay.',
  'metric.order-ladder.formula':
    '1 − Π(1 − eᵢ ÷ rᵢ), i ≤ h; rᵢ = still waiting and known for i days after the n-th order-day, eᵢ = of these, ordered again on day i',
  'input.twice-in-window': 'Of these, ordered on two days or more',
  'input.second-or-later': 'Placed a second or later order in the period',
  'input.later-orders': 'Of these, not a first order',
  'input.within-days': 'Days counted, h',
  'input.at-step': 'Came this far',
  'input.followed-step': 'Of these, known for the whole time since',
  'input.again-in-time': 'Of these, ordered again in time',
  'input.came-back': 'Of these, ordered again within h days',
  'input.known-for-less': 'Of these, not back yet and known for fewer than h days',
  'input.waited-longer': 'Of these, not back within h days',
  'note.returning-first-reading':
    'Shopify has described this figure in two ways. Here it is the first one: an order in the period is the second or a later one. The other one, “has more than one order”, counts orders after the period as well, so its past would change.',
  'note.clustered-by-customer': 'Orders of one customer hang together, so the range is wider than for as many orders of different people.',
  'note.cohort-without-limit':
    'Any later order counts, however late, and customers who first came only yesterday count too. The share of a period still rises when it is long over.',
  'note.ladder-censored': 'Customers who are not back yet count for as long as they are known (Kaplan–Meier).',
} as const;
