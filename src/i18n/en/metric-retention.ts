/** English: words of the metrics of retention, as in metric.ts. */
export const metricRetention = {
  'metric.retention-served-base.name': 'Kept share of everyone served',
  'metric.retention-served-base.definition':
    'Of the customers of the period before and the new ones of this period together, the share who bought in this one. The formula is often printed as (end − new) ÷ (start + new): that puts new customers below the line and takes them off above it, and counts those back after a gap above it only, so it is the share of nobody. The consistent form counts the same people in both places. As every new customer bought in the period, this share lies above the retention rate wherever somebody new came.',
  'metric.retention-served-base.formula':
    '|B ∩ (S ∪ N)| ÷ |S ∪ N|; S = bought in the period before, N = new in this period, B = bought in this period',
  'metric.quick-ratio.name': 'Quick ratio: new or back for each who did not come',
  'metric.quick-ratio.definition':
    'New customers and those back after a gap, divided by the customers of the period before who did not come. Above 1, more people bought in this period than in the one before.',
  'metric.quick-ratio.formula': '(new + back after a gap) ÷ did not come back; did not come back = Bₜ₋₁ ∖ Bₜ; Bₜ = bought in period t',
  'input.kept-or-new': 'Of these, bought in this period',
  'input.served': 'Bought in the period before, or new',
  'input.gained': 'New, or back after a gap',
  'variant.served-by-counts': 'By counts alone: end ÷ (start + new), with those back after a gap',
  'variant.served-as-printed': 'As it is printed: (end − new) ÷ (start + new)',
  'note.served-new-count-as-kept':
    'Every new customer bought in the period and counts as kept, so this lies above the retention rate wherever somebody new came. The printed form takes them off above the line and leaves them below it: it is the share of nobody.',
  'metric.weighted-retention-rate.name': 'Retention by money',
  'metric.weighted-retention-rate.definition':
    'Of the money that the customers of the period before spent then, the share spent by those who bought again in this period. Each customer weighs what they spent in the period before; what they spend in this one changes nothing. Where it is above the retention rate by customers, those who spend much stay more often than the rest.',
  'metric.weighted-retention-rate.formula':
    'Σwᵢ, i ∈ S ∩ B ÷ Σwᵢ, i ∈ S; S = bought in the period before, B = bought in this period, w = net sales of the period before',
  'metric.net-revenue-retention.name': 'Net revenue retention',
  'metric.net-revenue-retention.definition':
    'What the customers of an earlier period spend in this one, divided by what they spent then. New customers do not enter; those who buy more can make up for those who did not come, so it may exceed 100 %. There are no contracts here: a customer who merely waits longer counts as not having come.',
  'metric.net-revenue-retention.formula': 'Σr₁ ÷ Σr₀ over customers with r₀ > 0; r₀, r₁ = net sales in the earlier period and in this one',
  'metric.gross-revenue-retention.name': 'Gross revenue retention',
  'metric.gross-revenue-retention.definition':
    'Of what the customers of an earlier period spent then, the share that they still spend in this one. Each counts for no more than then, so growth makes up for nobody, and it never exceeds 100 % nor net revenue retention.',
  'metric.gross-revenue-retention.formula':
    'Σmin(r₁, r₀) ÷ Σr₀ over customers with r₀ > 0; r₀, r₁ = net sales in the earlier period and in this one',
  'input.base-weight': 'Spent by them in the period before',
  'input.returned-weight': 'Of this by those who bought again',
  'input.base-revenue': 'Spent in the earlier period',
  'input.kept-revenue': 'Of this, spent again',
  'input.expanded-revenue': 'Spent on top by those who buy more',
  'input.contracted-revenue': 'Missing from those who buy less',
  'input.churned-revenue': 'Missing from those who bought nothing',
  'input.now-revenue': 'Spent by the same customers in this period',
  'input.expanded': 'Buy more than then',
  'input.level': 'Buy as much as then',
  'input.contracted': 'Buy less than then',
  'input.churned': 'Bought nothing in this period',
  'variant.by-customers': 'By customers, one like another',
  'variant.gross': 'Gross: growth not counted',
  'variant.net': 'Net: with what is bought on top',
  'note.revenue-without-contracts':
    'Nobody here has a contract: whoever waits longer than a period counts as not having come. With periods shorter than the usual wait it is low by construction; against the same period of the year before, the season is taken out.',
  'input.first-orders': 'Orders in the period of the first order',
  'note.on-or-after-grows':
    'On or after counts everyone who has come back at that time or since, so it still grows as the file does: groups of different age cannot be compared by it.',
  'metric.retention-by-segment.name': 'Retention by segment',
  'metric.retention-by-segment.definition':
    'The retention rate of each segment, and how many of its customers did not come back and what they had spent in the period before. A customer is in the segment held when the period began: those who moved by coming back must not make the new segment look better. The rows add up to the foot.',
  'metric.retention-by-segment.formula':
    '|Sₖ ∩ B| ÷ |Sₖ|, did not come back = Sₖ ∖ B; S = bought in the period before, k = the segment when the period began, B = bought in this period',
  'input.all-lapsed': 'Did not buy again, of all segments',
  'input.lost-revenue': 'Spent by them in the period before',
  'row.total': 'All',
  'metric.lapse-threshold.name': 'When silence counts',
  'metric.lapse-threshold.definition':
    'Four rules for when a customer counts as silent, side by side. A fixed number of days. The days by which 90 % of the waits for a next order have ended, or the most tenths that end within half of the file, with waits still open taken into account. Beyond the 90th percentile of the customer’s own gaps, where there are at least four; for the others the rule before. The days that would have made the least error on a test day in the past. Beside each: whom it calls silent now, and how many of those it once called silent came back within 90 days.',
  'metric.lapse-threshold.formula':
    'fixed: d; percentile: smallest d with F(d) ≥ 0.9, F the share of waits ended; own gaps: 90th percentile, rounded up; least error: d with the smallest error(d)',
  'metric.lapse-error-curve.name': 'Errors of each number of days',
  'metric.lapse-error-curve.definition':
    'A test day lies up to 180 days before the last day known. Each number of days of silence is tried on it. Of the customers who ordered again after the test day, the share it would have called silent is wrong; of those who stayed away, the share it would not have called silent yet is late. The error is the mean of the two shares; the smallest number of days with the least error is chosen. After the D-curve of Indeed.',
  'metric.lapse-error-curve.formula':
    '(W(d) ÷ R + L(d) ÷ G) ÷ 2; R = came back after the test day, G = did not, W(d) = of R silent for d days or longer, L(d) = of G silent for less',
  'metric.reversal-rate.name': 'Silent, and back again',
  'metric.reversal-rate.definition':
    'Of the customers who were once silent for as long as the rule says, the share who ordered again within a set number of days after that, usually 90. Each counts once, by the first such silence, and only where that many days have passed since. The higher it is, the earlier the rule gives customers up.',
  'metric.reversal-rate.formula':
    'of the customers with l + h ≤ T, the share whose next order lies on day l + h or before; l = day of the first lapse, T the as-of day, h days',
  'input.silent': 'Silent by this rule as of the last day',
  'input.own-limit': 'Judged by gaps of their own',
  'input.back-in-time': 'Of these, ordered again in time',
  'input.lapsed-before': 'Silent for the first time, long enough ago',
  'input.back-days': 'Days to come back in',
  'input.follow-days': 'Days looked at after the test day',
  'input.back-since': 'Ordered after the test day',
  'input.stayed-away': 'Did not order after the test day',
  'input.called-and-back': 'Of these, would have been called silent',
  'input.not-called-and-gone': 'Of these, would not have been called silent yet',
  'row.fixed': 'Fixed days',
  'row.percentile': 'Most waits ended',
  'row.own-gaps': 'Own gaps',
  'row.error-curve': 'Least error',
  'column.days': 'Days',
  'column.silent': 'Silent now',
  'column.back-share': 'Came back',
  'column.waits-ended': 'Waits that have ended',
  'column.wrong': 'Wrongly called silent',
  'column.wrong-share': 'Wrong',
  'column.late': 'Not called silent yet',
  'column.late-share': 'Late',
  'column.error': 'Error',
  'metric.unseen-first-orders.name': 'New in the file, not to the shop',
  'metric.unseen-first-orders.definition':
    'Whoever first appears in the file counts as new, and so do customers who had bought before it begins. This estimates their share: if orders came before the file at the rate of its first 60 days, and waits last as long as they do in the file, so many old customers make their first appearance in it. Too high for a shop that had only just opened.',
  'metric.unseen-first-orders.formula':
    'r × Σ(S(t) − S(∞)) ÷ |new|, t = days since the file begins; r = order-days per day in its first 60 days, S(t) = share of waits longer than t',
  'input.new-in-view': 'Count as new here',
  'input.unseen': 'Of these, likely known before',
  'input.file-days': 'Days in the file',
  'input.usual-wait': 'Nine of ten waits that end have ended by',
  'note.history-short': 'The file is not longer than twice the usual wait: many who count as new may have bought before it begins.',
  'note.history-long': 'The file is longer than twice the usual wait: only its first periods hold many who look new and are not.',
  'input.earlier-buyers': 'Spent something in the earlier period',
} as const;
