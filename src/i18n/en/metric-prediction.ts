/** English: words of the metrics of what is likely to come, as in metric.ts. */
export const metricPrediction = {
  'metric.expected-active-customers.name': 'Customers likely to be customers still',
  'metric.expected-active-customers.definition':
    'Everybody who ever ordered, each counted with the likelihood that they are a customer still: two at 50 % count as one. Nobody tells a shop that they have left, so a model reads it from how often and how long ago they ordered. Still being a customer is not the same as ordering soon. One-time buyers are in it. Given only where the model did better than two plain guesses on orders that were held back, and 100 customers or more have come back.',
  'metric.expected-active-customers.formula':
    'Σ P(alive | x, t, T) over all n customers; x = days with an order after the first, t = first to last order, T = first order to now',
  'metric.expected-orders.name': 'Days with an order expected',
  'metric.expected-orders.definition':
    'On how many days the customers known today are likely to order within the days ahead, all together. Several orders of one customer on a day are one. New customers are not in it, so it is less than the shop is likely to see. With fewer than 100 customers who came back there is no model: then each counts with what became of customers who had ordered as often and been silent as long, drawn towards the mean of all such groups.',
  'metric.expected-orders.formula':
    'Σ E[Y(h) | x, t, T] over all n customers; h = days ahead, x = days with an order after the first, t = first to last order, T = first order to now',
  'metric.expected-value.name': 'Value expected',
  'metric.expected-value.definition':
    'What the customers known today are likely to bring within the days ahead: their lifetime value up to that day. Each month’s expected days with an order, times the share of such days that bring anything at all, times what one of these is likely to be worth to them, times the margin, taken at its worth of today. Without a margin it is sales, not profit. What they have brought so far is not in it, nor are new customers. A customer’s spend is drawn towards the mean of all, the more the less is known of it.',
  'metric.expected-value.formula':
    'Σ m · w · E[M] · Σₖ (E[Y(tₖ)] − E[Y(tₖ₋₁)]) ÷ (1 + d)^(tₖ ÷ 365); m = margin, w = share of days with an order after the first that are worth more than nothing, M = worth of one of these, Y(t) = days with an order within t, tₖ = end of month k of 365 ÷ 12 days, the last at the end of the days ahead, d = discount rate per year',
  'metric.empirical-return.name': 'Came back, by silence and number of orders',
  'metric.empirical-return.definition':
    'How customers stood on a day h days ago, by how long they had been silent and on how many days they had ordered, and who of them has ordered since. The likely share is drawn towards the mean of the rows, the more the fewer there are in a row, so that three out of three is not called a certainty. The range is that of the row’s own count, widened where it would not hold the likely share.',
  'metric.empirical-return.formula':
    '(r + s·p) ÷ (n + s); n = customers of the row h days ago, r = of these, ordered since, p = mean of the rows’ shares, each at the weight n ÷ (n + s), s = customers that each row is taken together with',
  'input.back-another-day': 'Of these, came back on another day',
  'input.horizon-days': 'Days ahead',
  'input.worthless-order-days': 'Days with an order after the first that brought nothing',
  'input.stood-alike': 'Stood so on the day looked at',
  'input.prior-customers': 'Customers with the mean share of the rows that it is taken together with',
  'column.stood-alike': 'How they stood',
  'row.silent-30-once': 'Silent up to 30 days, ordered once',
  'row.silent-30-little-known': 'Silent up to 30 days, came back on 1 or 2 days',
  'row.silent-30-well-known': 'Silent up to 30 days, came back on 3 days or more',
  'row.silent-90-once': 'Silent 31 to 90 days, ordered once',
  'row.silent-90-little-known': 'Silent 31 to 90 days, came back on 1 or 2 days',
  'row.silent-90-well-known': 'Silent 31 to 90 days, came back on 3 days or more',
  'row.silent-180-once': 'Silent 91 to 180 days, ordered once',
  'row.silent-180-little-known': 'Silent 91 to 180 days, came back on 1 or 2 days',
  'row.silent-180-well-known': 'Silent 91 to 180 days, came back on 3 days or more',
  'row.silent-longer-once': 'Silent over 180 days, ordered once',
  'row.silent-longer-little-known': 'Silent over 180 days, came back on 1 or 2 days',
  'row.silent-longer-well-known': 'Silent over 180 days, came back on 3 days or more',
  'note.by-rates-not-model':
    'Fewer than 100 customers came back, too few for a model. This rests on what became of customers who had ordered as often and been silent as long, drawn towards the mean of all such groups.',
  'note.alive-is-not-soon': 'Still being a customer is not ordering soon: for what to do next, look at the orders expected.',
  'how.title.ahead': '{name}, next {days}',
} as const;
