/** English: what is likely to come, and on what ground it is said. */
export const prediction = {
  // Shared by every page that shows a prediction.
  'prediction.model.mbg-nbd': 'MBG/NBD',
  'prediction.model.bg-nbd': 'BG/NBD',
  'prediction.model.pareto-nbd': 'Pareto/NBD',
  'prediction.basis.model': 'By the model {model}',
  'prediction.basis.model.text': 'On orders that were held back it did better than two plain guesses.',
  'prediction.basis.model.tested':
    'On orders that were held back it was off by {rmse} days with an order per customer, with large errors weighing more; the nearer of two plain guesses by {plain}.',
  'prediction.basis.empirical': 'By rates, not by a model',
  'prediction.basis.empirical.text':
    'Fewer than 100 customers came back, too few for a model. This is what became of customers with as many orders and as long a silence, drawn towards the mean of all such groups.',
  'prediction.basis.none': 'What is likely to come is not shown: {why}.',
  'prediction.warning.left-truncated.head': 'The file may begin in the middle',
  'prediction.warning.left-truncated':
    'It looks as if the shop were older than its file: then many first orders are none, and old customers are taken for new ones. Newcomers who suddenly come back less look the same.',
  'prediction.warning.seasonal.head': 'The year may have peaks',
  'prediction.warning.seasonal':
    'It looks as if some months brought many more orders than those around them, and no season is known here. For a part of a year expect more or less.',
  'prediction.warning.horizon-beyond-file.head': 'Further ahead than back',
  'prediction.warning.horizon-beyond-file': 'This looks further ahead than the file reaches back. Take a shorter time.',
  'prediction.warning.weak-prior.head': 'Little to go by',
  'prediction.warning.weak-prior':
    'The orders alone did not settle the model. A mild assumption helped, that its parameters are neither tiny nor huge.',
  'prediction.warning.biased.head': 'Off in the test',
  'prediction.warning.biased.more': 'In the test the model expected {share} more orders than came.',
  'prediction.warning.biased.fewer': 'In the test the model expected {share} fewer orders than came.',
  'prediction.alive': 'Likelihood of still being a customer',
  'prediction.how-tested': 'How this was tested',
  // What a predicted value is, for heads and names.
  'prediction.terms.sales': 'sales of the next {days}, not discounted',
  'prediction.terms.sales-discounted': 'sales of the next {days}, discounted at {rate} a year',
  'prediction.terms.profit': 'profit of the next {days} at a margin of {margin}, not discounted',
  'prediction.terms.profit-discounted': 'profit of the next {days} at a margin of {margin}, discounted at {rate} a year',
  'prediction.evidence.well-known': 'Well known: came back on 3 days or more',
  'prediction.evidence.little-known': 'Known a little: came back on 1 or 2 days',
  'prediction.evidence.once': 'Ordered once',
  // The section of the Value page.
  'prediction.title': 'What they are likely to bring',
  'prediction.finding.sales': {
    one: 'The {customers} is likely to bring {value} in sales within the {days} from {day} on{likely}, not discounted.',
    other: 'The {customers} are likely to bring {value} in sales within the {days} from {day} on{likely}, not discounted.',
  },
  'prediction.finding.sales-discounted': {
    one: 'The {customers} is likely to bring {value} in sales within the {days} from {day} on{likely}, discounted at {rate} a year.',
    other: 'The {customers} are likely to bring {value} in sales within the {days} from {day} on{likely}, discounted at {rate} a year.',
  },
  'prediction.finding.profit': {
    one: 'The {customers} is likely to bring {value} in profit within the {days} from {day} on{likely}, at a margin of {margin}, not discounted.',
    other:
      'The {customers} are likely to bring {value} in profit within the {days} from {day} on{likely}, at a margin of {margin}, not discounted.',
  },
  'prediction.finding.profit-discounted': {
    one: 'The {customers} is likely to bring {value} in profit within the {days} from {day} on{likely}, at a margin of {margin}, discounted at {rate} a year.',
    other:
      'The {customers} are likely to bring {value} in profit within the {days} from {day} on{likely}, at a margin of {margin}, discounted at {rate} a year.',
  },
  'prediction.finding.likely': ' (likely {range})',
  'prediction.finding.none': 'What they are likely to bring is not shown: {why}.',
  'prediction.top': 'The tenth with most before them brings {share} of it.',
  'prediction.figure': 'Expected value by tenth of customers',
  'prediction.figure.unit': 'share of all, most first',
  'prediction.tip': '{customers}: likely {sum}, {share} of the value expected.',
  'prediction.horizon': 'Days ahead',
  'prediction.head.so-far': 'Sales so far',
  'prediction.head.sales': 'Sales expected',
  'prediction.head.profit': 'Profit expected',
  'prediction.head.share': 'Share',
  'prediction.head.orders': 'Days with an order',
  'prediction.so-far': {
    one: 'By {day} the same {customers} had brought {sum} in sales. That is counted, the other is expected: the two are not to be added.',
    other: 'By {day} the same {customers} had brought {sum} in sales. That is counted, the other is expected: the two are not to be added.',
  },
  'prediction.same': 'Of the {customers} of this tenth, {both} are in the tenth that brought most so far, too.',
  'prediction.empirical': {
    one: 'The {customers} is likely to order {orders} in all within the {days} from {day} on{likely}.',
    other: 'The {customers} are likely to order {orders} in all within the {days} from {day} on{likely}.',
  },
  'prediction.empirical.none': 'How often they are likely to order within the {days} from {day} on cannot be said: {why}. Take fewer days.',
  'prediction.empirical.no-value': 'What these orders may be worth is not told: too few have come back.',
  'prediction.orders': { one: '{count} time', other: '{count} times' },
  'prediction.note.range': 'What the range holds',
  'prediction.note.range.text':
    'What may come about, 95 times of 100 where the model holds: how well its parameters are known, and chance as large as in the test. What the model gets wrong, and a shop that changes, come on top. Ranges of single customers hold the expectation only.',
  'prediction.note.textures': 'Filled is well known',
  'prediction.note.textures.text':
    'Dark: came back on 3 days or more. Light: on 1 or 2. Hollow: ordered once; of these we know little but the mean of the shop. Red: the tenth of the sentence above.',
  'prediction.note.terms.wrong-rate': 'The discount rate typed above is below 0 and not used; {rate} a year is taken.',
  'prediction.note.today': 'Customers of today',
  'prediction.note.today.text': 'Who may come for the first time is not in it.',
  'prediction.note.terms': 'Margin and rate',
  'prediction.note.terms.margin': 'The margin is the one typed above.',
  'prediction.note.terms.own-rate': 'The discount rate is the one typed above.',
  'prediction.note.terms.rate': 'As no discount rate is typed above, {rate} a year is taken.',
  'prediction.note.terms.sales': 'As no margin is typed above, these are sales and not profit.',
  'prediction.margin.none': 'At the margin of 0 % typed above no sale brings a profit. So these are sales, and the margin is not used.',
  'prediction.margin.wrong': 'The margin typed above is not used: it has to be between 0 and 100 %. So these are sales and not profit.',
  'prediction.do.slipping': {
    one: 'Write now to {customers} of the tenth with most before them who is slipping away.',
    other: 'Write now to {customers} of the tenth with most before them who are slipping away.',
  },
  'prediction.do.slipping.why':
    'Silent for longer than is usual for them, or so long that the model has come to think them gone, but not yet for the days of the shop’s rule. So far they have brought {sum}.',
} as const;
