/** English: the programme and its referrals on the page Loyalty. */
export const programme = {
  'programme.choose-file': 'Choose a file',
  'programme.none': 'No file says yet who is a member or who has points.',
  'programme.none.why':
    'Drop the list of points movements that your till or loyalty program exports, or a customer list with a tier or a day of signing up.',
  'programme.finding': 'Of {issued} points issued and followed for {days}, {redeemed} were redeemed within them: {rate}, likely {range}.',
  'programme.finding.few':
    'Of {issued} points issued and followed for {days}, {redeemed} were redeemed within them; they were issued to {members}, too few for a share.',
  'programme.n-members': { one: '{count} member', other: '{count} members' },
  'programme.no-rate': 'What share of the points is redeemed cannot be said: {why}.',
  'programme.membership': 'Customers who are members',
  'programme.engagement': 'Members who did anything',
  'programme.never': 'Earned, never redeemed',
  'programme.lifetime': 'Points redeemed so far',
  'programme.lifetime.late': 'redeemed of issued: the file begins after points were issued',
  'programme.vintages': 'Points redeemed, by when they were issued',
  'programme.vintages.unit': 'share redeemed within {days} of issue',
  'programme.head.issued': 'Issued, followed',
  'programme.head.redeemed': 'Redeemed',
  'programme.note.vintage': 'Why by the day of issue',
  'programme.note.vintage.text':
    'What is redeemed this month was mostly earned before it. Redeemed by issued of the same month can pass 100 % and compares nothing; points followed from the day they were issued can be compared. The oldest go first.',
  'programme.note.events': 'Did anything',
  'programme.note.events.text':
    '{bought} bought, {earned} earned points, {redeemed} redeemed some, {answered} answered a survey, {referred} brought a new customer. Who did several counts once.',
  'programme.note.member': 'Who is a member',
  'programme.note.member.text': 'Who has a points account, a tier, or a day of signing up.',
  'programme.referral': 'Of {newcomers} new customers, {referred} were brought by another customer: {rate}, likely {range}.',
  'programme.referral.few': '{referred} of {newcomers} new customers were brought by another customer; too few for a share.',
  'programme.referral.absent': 'How many new customers were brought by others cannot be said: {why}.',
  'programme.referrers': 'The other way round: of {buyers} customers who ordered, {referrers} brought one of them, {share}.',
  'programme.referral.note': 'Two shares',
  'programme.referral.note.text':
    'Both are called referral rate. One says where new customers come from, the other how many recommend: they have different bases and must not be compared.',
  'programme.referral.undone': 'Refunded',
  'programme.referral.undone.text': '{undone} more were brought, but their first order was refunded in full: they do not count.',
  'programme.referral.none': 'No file says yet who brought whom.',
  'programme.referral.none.why': 'Drop a customer list with a column for who brought the customer: their number, e-mail or phone.',
} as const;
