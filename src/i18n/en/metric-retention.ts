/** English: words of the metrics of retention, as in metric.ts. */
export const metricRetention = {
  'metric.retention-served-base.name': 'Kept share of everyone served',
  'metric.retention-served-base.definition':
    'Of the customers of the period before and the new ones of this period together, the share who bought in this one. The printed form of this formula, (end − new) ÷ (start + new), puts new customers below the line and takes them off above it, so it is too low: the consistent form keeps them in both places. As every new customer bought in the period, this share lies above the retention rate wherever somebody new came.',
  'metric.retention-served-base.formula':
    '|B ∩ (S ∪ N)| ÷ |S ∪ N|; S = bought in the period before, N = new in this period, B = bought in this period',
  'metric.quick-ratio.name': 'Won for each one gone',
  'metric.quick-ratio.definition':
    'New customers and those back after a gap, divided by the customers of the period before who did not come. Above 1, more people bought in this period than in the one before. Also called quick ratio.',
  'metric.quick-ratio.formula': '(new + back after a gap) ÷ did not come back; did not come back = Bₜ₋₁ ∖ Bₜ; Bₜ = bought in period t',
  'input.kept-or-new': 'Of these, bought in this period',
  'input.served': 'Bought in the period before, or new',
  'input.gained': 'New, or back after a gap',
  'variant.served-by-counts': 'By counts alone: end ÷ (start + new), with those back after a gap',
  'variant.served-as-printed': 'As it is printed: (end − new) ÷ (start + new)',
  'note.served-new-count-as-kept':
    'Every new customer bought in the period and counts as kept, so this lies above the retention rate wherever somebody new came. The printed form takes them off above the line and leaves them below it: it is the share of nobody.',
} as const;
