/** English: who slips away and why, and what is likely to come of each customer. */
export const outlook = {
  // Why somebody may slip away: short for a table, whole for a page.
  'reason.past-usual-gap': 'usual gap {usual}, silent for {n}',
  'reason.within-rhythm': 'every {usual}, silent for {n}',
  'reason.past-longest-gap': 'longest gap {longest}, silent for {n}',
  'reason.within-longest-gap': 'longest gap {longest}, silent for {n}',
  'reason.past-shop-window': 'silent for {silent}, the shop’s rule is {window}',
  'reason.once-lately': 'one day with an order, silent for {silent}',
  'reason.once-long-ago': 'one day with an order, silent for {silent}',
  'reason.say.past-usual-gap':
    'Past their own rhythm: the usual gap is {usual}, and they have been silent for {silent}, more than twice as long.',
  'reason.say.within-rhythm': 'Within their own rhythm: the usual gap is {usual}, and they have been silent for {silent}.',
  'reason.say.past-longest-gap':
    'Past what they did before: the longest gap was {longest}, and they have been silent for {silent}, more than twice as long.',
  'reason.say.within-longest-gap':
    'Not past what they did before: the longest gap was {longest}, and they have been silent for {silent}. With fewer than three gaps no usual one is known.',
  'reason.say.past-shop-window': 'Silent for {silent}: past the {window} after which the shop’s rule counts anybody as lapsed.',
  'reason.say.once-lately': 'One day with an order, {silent} ago: no rhythm of their own is known. The shop’s rule waits for {window}.',
  'reason.say.once-long-ago':
    'One day with an order, {silent} ago: past the {window} after which the shop’s rule counts anybody as lapsed.',
  'reason.rule.lapsed': 'By the shop’s rule of {window} they count as lapsed.',
  'reason.rule.not-lapsed': 'By the shop’s rule of {window} they do not count as lapsed yet.',
  // The condition.
  'customers.slipping': 'Slipping away',
  'customers.clause.slipping': { one: 'is slipping away', other: 'are slipping away' },
  'customers.finding.last-year': {
    one: ' In the last 365 days they bought for {lastYear}',
    other: ' In the last 365 days they bought for {lastYear}',
  },
  'customers.slipping.rhythm': 'Silent for more than twice their usual gap, but not yet for the {days} of the shop’s rule.',
  'customers.slipping.model':
    'Silent for more than twice their usual gap, or for longer than the shop’s usual {gap} and by that more likely gone than not by the model; but not yet for the {days} of the shop’s rule.',
  'customers.note.slipping': 'Slipping away',
  'customers.note.slipping.text':
    'The usual gap is the middle one of a customer’s own, known from three on. With one or two gaps silence must be longer than twice the longest and than half of the shop’s {days}.',
  'customers.note.slipping.model':
    ' Somebody new must also have been silent for longer than {gap}, the middle one of all gaps in the shop. Where a model can be used, it tells of the others, also of those with one order: silent for longer than {gap}, and by that silence with a likelihood of still being a customer below a half, and below half of what the last order left. So nobody is in this list for having ordered lately, even where few come back.',
  'customers.note.slipping.end': ' It is a reason to look, not a verdict.',
  'customers.note.both': 'Past their rhythm, likely still here',
  'customers.note.both.text':
    'Both can hold. Silence of more than twice the own usual gap is long for this customer, which is worth a look; the model also knows how often such pauses ended with an order in this shop, and where they often did it says “a common pause”.',
  'customers.do.slipping': 'Write to them before they count as lapsed, and keep a part aside so that you can tell whether it helped.',
  'fact.list.lastYear.words': 'orders of the last 365 days, less what was given back of them',
  'customers.head.lastYear': 'Bought in the last 365 days',
  // What is likely, as columns.
  'likely.show': 'Columns',
  'likely.show.did': 'What they did',
  'likely.show.likely': 'What is likely',
  'likely.head.reason': 'Silence, and own rhythm',
  'likely.head.alive': 'Still a customer',
  'likely.head.alive.terms': 'likelihood, with range',
  'likely.head.orders90': 'Orders',
  'likely.head.orders90.terms': 'expected in the next 90 days',
  'likely.head.value': 'Value',
  'likely.head.evidence': 'Known from',
  'likely.head.evidence.terms': 'days with an order after the first',
  'likely.evidence': { one: '{count} repeat day', other: '{count} repeat days' },
  'likely.evidence.none': 'one order only',
  'likely.similar': 'from similar customers',
  'likely.common': 'a common pause by the model',
  'likely.terms': 'Value is {terms}.',
  'likely.no-value': 'No value is told: {why}.',
  'likely.doubts': 'To keep in mind: {doubts}',
  'likely.asking': 'Working out what is likely …',
  'likely.sorted':
    'The well known stand first: three repeat days or more, then one or two, then none. Within these the order is that of “{column}”.',
  'likely.line.alive': 'still a customer: {value} ({range})',
  'likely.line.orders': '{value} orders in 90 days ({range})',
  'likely.line.value': 'value {value} ({range})',
  // The rule against the model.
  'likely.note.range': 'The range',
  'likely.note.range.text':
    'It says how well the expectation is known, not what one customer does: of whom 0.4 orders are expected, some place none and some place two.',
  'retention.do.slipping': {
    one: 'Write to the {customers} who is slipping away, before the silence reaches {days}.',
    other: 'Write to the {customers} who are slipping away, before their silence reaches {days}.',
  },
  'retention.do.slipping.why':
    'Their silence is past their own rhythm, or so long that the model calls them likely gone, and they have not lapsed yet. In the last 365 days they bought for {sum}.',
  'risk.title': 'Lapsed by the rule, gone by the model',
  'risk.unit': 'customers; the rule is {days} of silence',
  'risk.finding': 'Of {all}, the rule and the model agree on {same}.',
  'risk.early': {
    one: ' {count} is within the rule and more likely gone than not: the silence is long for how often this one came, or few with so few orders come back at all.',
    other:
      ' {count} are within the rule and more likely gone than not: the silence is long for how often they came, or few with so few orders come back at all.',
  },
  'risk.late': {
    one: ' {count} counts as lapsed and is more likely than not still a customer: for how often this one came, it is not long yet.',
    other: ' {count} count as lapsed and are more likely than not still customers: for how often they came, it is not long yet.',
  },
  'risk.note': 'Why they differ',
  'risk.note.text':
    'The rule looks at silence alone, with the same days for everybody. The model holds silence against how often each customer used to come: a month is long for who came weekly, and nothing for who comes once a year.',
  'risk.none': 'The rule is not held against a model here: {why}.',
  // The page of one customer.
  'outlook.title': 'What is likely to come',
  'outlook.say': 'Still a customer with a likelihood of {alive}{likely}. This is known from {evidence}.',
  'outlook.say.orders':
    'By what became of similar customers, {orders} orders are expected within the next {days}{likely}. Of this customer we know {evidence}.',
  'outlook.likely': ' (likely {range})',
  'outlook.next': 'If still a customer, the next order is likely to come between {from} and {to}: half of the time it does.',
  'outlook.next.far': 'When a next order would come cannot be told, or lies too far ahead.',
  'outlook.orders': 'Orders, next {days}',
  'outlook.range': 'likely {range}',
  'outlook.spend': 'A day with an order',
  'outlook.value': 'Value',
  'outlook.curve': 'Likelihood of still being a customer',
  'outlook.curve.unit': 'at the end of each day; dots are days with an order',
  'outlook.curve.say':
    '{first} at the end of {from}, the first day with an order; {last} at the end of {to}. Each order lifts it, silence lowers it.',
  'outlook.curve.once': ' It begins at {first} because in this shop so many never order a second time.',
  'outlook.curve.tip': '{alive} at the end of {day}',
  'outlook.curve.window': 'lapsed by the rule',
  'outlook.curve.table': { one: 'The {count} day with an order', other: 'All {count} days with an order' },
  'outlook.curve.before': 'The day before',
  'outlook.curve.after': 'That evening',
  'outlook.curve.today': 'Last day read',
  'outlook.note.paradox': 'Often before, sooner gone',
  'outlook.note.paradox.text':
    'After the same silence, somebody who used to order often is more likely gone than somebody who seldom did: {silent} are long after gaps of {usual}.',
  'outlook.note.both': 'Past the rhythm, likely still here',
  'outlook.note.both.text':
    'Both hold. {silent} of silence are long against this customer’s own gaps, which is worth a look. The model also knows from everybody in the shop how often such a pause ended with an order, and by that it is a common one: with a likelihood of {alive} still a customer.',
  'outlook.note.bg': 'Everybody who ordered once',
  'outlook.note.bg.text':
    'In BG/NBD a customer can leave only after a repeat order. Who ordered once has a likelihood of 100 % for ever, which says nothing about them.',
  'outlook.note.alive': 'Still a customer',
  'outlook.note.alive.text': 'That does not mean ordering soon: for that, see the orders expected.',
} as const;
