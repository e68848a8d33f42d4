/** English: complaints, service times and campaigns on the page Voice. */
export const service = {
  'service.complaint': 'Of {buyers} customers who bought in {period}, {complainants} complained: {rate}, likely {range}.',
  'service.complaint.few': '{complainants} of {buyers} customers who bought in {period} complained; too few for a share.',
  'service.complaint.absent': 'How many customers complain cannot be said: {why}.',
  'service.complaint.none': 'No file has a complaint yet.',
  'service.complaint.none.why':
    'Drop a list of complaints or tickets: who, and when. With when they were answered and closed it says how long customers wait.',
  'service.complaint.title': 'Who complained',
  'service.complaint.unit': 'of the customers who bought in the period',
  'service.head.base': 'Bought',
  'service.head.part': 'Complained',
  'service.recovery':
    'Of {followed} customers who complained and could be followed for {days}, {back} ordered again within them: {rate}, likely {range}.',
  'service.recovery.few': '{back} of {followed} customers who complained ordered again within {days}; too few for a share.',
  'service.recovery.matched': 'Of customers who never complained and had last ordered about as long ago, {matched} did.',
  'service.note.orders': 'Per 100 orders',
  'service.note.orders.text': '{number} complaints in {period}, whoever wrote them and however often.',
  'service.note.alike': 'Alike in one thing',
  'service.note.alike.text':
    'The others are chosen by the days since their last order alone. Who complains differs in more than that, so the difference is not what the complaint did.',
  'service.times': 'Half of the cases had an answer within {response} and were closed within {resolution}.',
  'service.times.response': 'Half of the cases had an answer within {response}.',
  'service.times.resolution': 'Half of the cases were closed within {resolution}.',
  'service.times.promise': 'Of {due} promised orders, {kept} came in time: {rate}.',
  'service.times.none': 'How long customers wait is not known yet.',
  'service.times.none.why':
    'Drop a list of tickets with the times of opening, answer and closing, or orders with the promised and the real time of delivery.',
  'service.response': 'First answer',
  'service.resolution': 'Closed',
  'service.promise': 'Promises kept',
  'service.rests.times': '{open} still open · nine of ten: {p90} · {share} within {target}',
  'service.note.open': 'Open cases count',
  'service.note.open.text':
    'They count for as long as they have waited. The mean of the answered ones alone would leave out those who wait longest.',
  'service.note.days': 'Without a time of day',
  'service.note.days.text':
    'Where one end of a wait has no time of day, whole days count: the same day is 0 hours. A promise for a day is kept all day long.',
  'service.note.broken': 'Late or missing',
  'service.note.broken.text': '{late} came late, {missing} are overdue and have not come. {open} are not yet due and do not count.',
  'service.contact': {
    one: '{count} campaign was sent to {sent} people; {converted} ordered: {rate}.',
    other: '{count} campaigns were sent to {sent} people, each counted once per campaign; {converted} ordered: {rate}.',
  },
  'service.contact.unknown': {
    one: '{count} campaign reached {sent} people; who ordered is not known yet.',
    other: '{count} campaigns reached {sent} people; who ordered is not known yet.',
  },
  'service.contact.none': 'No file has a campaign yet.',
  'service.contact.none.why':
    'Drop what your mailing or coupon program exports: campaign, who, when, and whether it was opened, clicked or used.',
  'service.contact.title': 'What became of each campaign',
  'service.contact.unit': 'people, each once per campaign',
  'service.contact.campaign': 'Campaign',
  'service.contact.unnamed': 'without a name',
  'service.contact.sent': 'People',
  'service.contact.delivered': 'Got it',
  'service.contact.opened': 'Opened',
  'service.contact.clicked': 'Clicked',
  'service.contact.converted': 'Ordered',
  'service.contact.held-out': '{campaign}, held out',
  'service.contact.more': 'All {count} campaigns',
  'service.note.by-orders': 'Ordered',
  'service.note.by-orders.text':
    'As the file says it; where it does not, on the day of the message or within 14 days after it, of those who could be followed for that long (marked ·).',
  'service.note.no-lift': 'No lift',
  'service.note.no-lift.text':
    'Many of them would have ordered anyway. Only people held out by chance can tell, and only as an experiment.',
} as const;
