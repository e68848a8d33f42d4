/** English: words of how expected value is spread over customers, as in metric.ts. */
export const metricBands = {
  'metric.expected-value-bands.name': 'How expected value is spread over customers',
  'metric.expected-value-bands.definition':
    'Customers in the order of what they are likely to bring, most first. Each row says what a part of them is likely to bring within the days ahead, on how many days they are likely to order, and what the same customers have brought so far. What is expected and what was brought are never added.',
  'metric.expected-value-bands.formula':
    'value expected of the ⌈n·p⌉ customers with most before them ÷ value expected of all n; within the days ahead, each month at its worth of today',
  'column.expected-value': 'Value expected',
  'column.expected-value-share': 'Share of the value expected',
  'column.expected-orders': 'Days with an order expected',
  'column.net-so-far': 'Net sales so far',
  'column.best-so-far': 'Also in the tenth that brought most so far',
  'column.from-well-known': 'Value expected of the well known',
  'column.from-little-known': 'Value expected of those known a little',
  'column.from-once': 'Value expected of those who ordered once',
  'row.well-known': 'Came back on 3 days or more',
  'row.little-known': 'Came back on 1 or 2 days',
  'row.once': 'Ordered once',
  'input.expected-value': 'Value expected',
  'input.expected-orders': 'Days with an order expected',
  'input.expected-value-of-all': 'Value expected of all customers',
  'input.net-so-far': 'Net sales so far',
  'input.best-so-far': 'Also in the tenth that brought most so far',
  // What predictions are asked with, in the dictionary.
  'dictionary.param.model': 'Model',
  'dictionary.param.horizonDays': 'Days ahead',
  'dictionary.param.discountPerYear': 'Discount a year',
  'dictionary.param.holdOutDays': 'Held back (0: the last third of the file)',
  'dictionary.param.priorCustomers': 'Customers with the shop’s share added',
  'dictionary.choice.mbg-nbd': 'MBG/NBD',
  'dictionary.choice.bg-nbd': 'BG/NBD',
  'dictionary.choice.pareto-nbd': 'Pareto/NBD',
} as const;
