/** English: words of the metric that holds the lapse rule against the model, as in metric.ts. */
export const metricRisk = {
  'metric.risk-by-lapse.name': 'The lapse rule and the model',
  'metric.risk-by-lapse.definition':
    'Everybody with an order, by the shop’s lapse rule and by the model. The rule calls those lapsed who have been silent for the lapse window, the days by which nine of ten waits for a next order have ended, or the most tenths that end within half of the file; the model calls those likely gone whose likelihood of still being a customer is below a half. The rule looks at silence alone, the model at silence against how often each used to come, so the two need not agree. Where few come back at all, somebody who has just ordered for the first time can stand among the likely gone: that tells of the shop, not of a silence, and puts nobody on the list of those who slip away. Given only where a model did better than plain guesses in the test.',
  'metric.risk-by-lapse.formula':
    '|L ∩ G| and the other three; L = silent for d days or longer, d = the lapse window, G = likelihood of still being a customer below ½',
  'input.within-rule': 'Not lapsed by the rule',
  'input.lapsed-by-rule': 'Lapsed by the rule',
  'input.within-rule-likely-here': 'Not lapsed by the rule, likely still customers',
  'input.within-rule-likely-gone': 'Not lapsed by the rule, likely gone by the model',
  'input.lapsed-likely-here': 'Lapsed by the rule, likely still customers by the model',
  'input.lapsed-likely-gone': 'Lapsed by the rule, likely gone',
  'row.not-lapsed': 'Not lapsed by the rule',
  'row.lapsed': 'Lapsed by the rule',
  'column.likely-here': 'Likely still a customer',
  'column.likely-gone': 'Likely gone',
  'column.all': 'All',
} as const;
