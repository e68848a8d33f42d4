/** English: second order or silence by group. */
export const survival = {
  'survival.until': 'Until',
  'survival.until.second-order': 'Second order',
  'survival.until.silence': 'Silence',
  'survival.second-order.median':
    'By {by}: half of a group’s customers had ordered again between {fast} ({fastName}) and {slow} ({slowName}) after the first order.',
  'survival.second-order.share':
    'By {by}: within {days} of the first order, from {low} ({lowName}) to {high} ({highName}) had ordered again.',
  'survival.silence.median':
    'By {by}: half of a group’s customers had gone silent between {fast} ({fastName}) and {slow} ({slowName}) after the first order.',
  'survival.silence.share': 'By {by}: {days} after the first order, from {low} ({lowName}) to {high} ({highName}) had not gone silent yet.',
  'survival.second-order.level': 'By {by}: no clear difference in how soon customers order again.',
  'survival.silence.level': 'By {by}: no clear difference in how long customers stay.',
  'survival.few': 'By {by}: no two groups have {enough}, and enough of them who came so far, to compare.',
  'survival.second-order.none': 'Nobody has ordered a second time yet: there is nothing to compare.',
  'survival.silence.none': 'Nobody has been silent for so long yet: there is nothing to compare.',
  'survival.chance.rare': 'Were all groups alike, differences this large would come by chance once in {times} times.',
  'survival.chance.rarest': 'Were all groups alike, differences this large would come by chance less than once in {times} times.',
  'survival.chance.often': 'Were all groups alike, differences this large would still come by chance {share} of the time.',
  'survival.title.second-order': 'Have ordered again',
  'survival.title.silence': 'Have not gone silent yet',
  'survival.unit': 'share of the group’s customers, by days after the first order',
  'survival.cell.second-order': 'Ordered again within {days} of the first order',
  'survival.cell.silence': 'Not gone silent {days} after the first order',
  'survival.cell.at-risk': 'Still followed {days} after the first order',
  'survival.cell.median.second-order': 'Days until half had ordered again',
  'survival.cell.median.silence': 'Days until half had gone silent',
  'survival.cell.customers': 'First ordered in the period',
  'survival.tip.head': '{days} after the first order',
  'survival.tip': '{name}: {share}, likely {range}; {count} followed so long',
  'survival.tip.plain': '{name}: {share}; {count} followed so long',
  'survival.at-risk': 'Still followed',
  'survival.head.customers': 'Customers',
  'survival.head.half.second-order': 'Half ordered again within',
  'survival.head.half.silence': 'Half went silent within',
  'survival.head.day': 'On day {day}',
  'survival.not-reached': 'not reached',
  'survival.key': 'grey: fewer than 30, not drawn; –: fewer than 5, or not known for so long',
  'survival.note.second-order': 'From first to second order',
  'survival.note.second-order.text':
    'Orders of one day are one. Whoever has not come back counts as waiting for as long as the file knows; nobody has to be called gone for it.',
  'survival.note.silence': 'Nobody says goodbye',
  'survival.note.silence.text':
    'A stay ends on the first day on which {days} have passed without an order. It is dated by that day, not by the last order, which only what came later could tell. Who orders after it is not counted back. Whoever orders only once stays {days} by this rule: hence the step there.',
  'survival.note.group': 'The group',
  'survival.note.group.text': 'That of the first order, so that nobody is in a group for having stayed. Six at most stand alone.',
  'survival.note.followed': 'Still followed',
  'survival.note.followed.text':
    'The numbers under the axis: known for so many days, and not at the end before. A curve stops where they are fewer than ten.',
  'survival.note.chance': 'Chance',
  'survival.note.chance.text':
    'The test looks at all groups over all days (log-rank), but for those of which fewer than five would have come to the end if all were alike: these stand in the table only. Of twenty ways to make groups that in truth make no difference, about one looks as if it did. That groups differ does not say why.',
} as const;
