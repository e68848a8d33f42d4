/** English: what is bought together, and what next. */
export const basket = {
  'goods.together.order': 'Of the {first} with {a}, {both} also held {b}: {share}, likely {range}; by chance it would be {chance}.',
  'goods.together.customer':
    'Of the {first} who bought {a}, {both} also bought {b}: {share}, likely {range}; by chance it would be {chance}.',
  'goods.together.unsure':
    'No two {things} stand out: what was bought together more often than by chance can be chance among so many pairs.',
  'goods.together.none': 'No two {things} were bought together on five occasions or more, and more often than by chance.',
  'goods.together.none.why': 'Look by customer in place of order, by products in place of categories, or at a longer period.',
  'goods.things.category': 'categories',
  'goods.things.product': 'products',
  'goods.together.title': 'What is bought together',
  'goods.together.unit.order': 'in one order, against what chance would make',
  'goods.together.unit.customer': 'by one customer, against what chance would make',
  'goods.choose.goods': 'Made of',
  'goods.choose.category': 'Categories',
  'goods.choose.product': 'Products',
  'goods.choose.unit': 'Together in',
  'goods.choose.order': 'One order',
  'goods.choose.customer': 'One customer',
  'goods.head.pair': 'Pair',
  'goods.head.next': 'First → next',
  'goods.head.first': 'With the first',
  'goods.head.both': 'With both',
  'goods.head.followed': 'Followed',
  'goods.head.then': 'Of these',
  'goods.head.chance': 'By chance',
  'goods.head.base': 'Of all',
  'goods.head.lift': 'Lift',
  'goods.all': 'All {count} pairs',
  'goods.note.lift': 'Lift.',
  'goods.note.lift.text':
    'How many times as often as by chance. Rare pairs reach a high lift easily, so the table goes by how many more were bought together than by chance.',
  'goods.note.cause': 'No cause.',
  'goods.note.cause.text':
    'Together does not mean that one sells the other: a season, an offer or a set brings both. Try it before you build on it.',
  'goods.note.many': 'Many pairs.',
  'goods.note.many.text':
    'Among thousands of pairs some stand out by accident, large orders hold more of everything, and customers buy what they like again and again. Shown are pairs that met on five occasions or more and beyond all three: of twenty shops in which nothing belongs together, nineteen would show none. Pairs are counted of the {items} most frequent at most.',
  'goods.next': 'After {a}, {both} of {first} next order days held {b}: {share}, likely {range}; of all next order days {chance} did.',
  'goods.next.unsure': 'What was bought last says nothing sure of what else is bought next.',
  'goods.next.unsure.why':
    'No {things} came after others on five occasions or more and beyond what chance makes of so many pairs. A longer period, or the other choice above, may say more.',
  'goods.next.title': 'What comes next',
  'goods.next.unit': 'on the next day with an order, against all next days',
  'goods.test.better':
    'Tested on the last quarter of the period: of {tested} who came back, {hit} bought one of the three foretold from their last order ({share}, likely {range}). The three that sell most next would have met {plain}, so this says more than they do.',
  'goods.test.as-good':
    'Tested on the last quarter of the period: of {tested} who came back, {hit} bought one of the three foretold from their last order ({share}, likely {range}). The three that sell most next would have met {plain}: no clear difference, so go by what everybody buys.',
  'goods.test.worse':
    'Tested on the last quarter of the period: of {tested} who came back, {hit} bought one of the three foretold from their last order ({share}, likely {range}). The three that sell most next would have met {plain}, which is more: go by what everybody buys.',
  'goods.test.absent': 'Not tested: fewer than 30 customers came back in the last quarter of the period.',
  'goods.note.back': 'Who came back.',
  'goods.note.back.text':
    'Counted are days that were followed by another of the same customer; whether somebody comes back at all is told by the pages on retention. The same item again is left out of the table, and counts in the test.',
  'goods.note.base': 'Of all.',
  'goods.note.base.text': 'What everybody buys comes after everything. Only what comes more often after this than after all else is told.',
  'goods.absent': 'What is bought together, and what next',
  'goods.absent.no-orders': 'In this period no order counts: none was placed, or all were refunded in full.',
  'goods.absent.one-item': 'All the orders of this shop hold the same: one product, or one category. It takes two to make a pair.',
  'goods.test.few-items':
    'Not tested: no more than three {things} come often enough to be foretold, so foretelling three of them cannot fail.',
  'goods.absent.untold':
    'The files of this shop name no product and no category. An orders file with one line per product, or a column for the category, tells it.',
  'goods.customer.title': 'What others bought next',
  'goods.customer.line':
    'After {after}, {both} of {first} next order days held {name}, never bought here: {share}, likely {range}; of all next order days {chance} did.',
  'goods.customer.none': 'After what was bought last, others bought nothing else more surely than everybody does.',
  'goods.note.customer': 'By customer.',
  'goods.note.customer.text':
    'Who orders often has bought of nearly everything, so most goods go together by customer. One order says more.',
  'goods.together.none.why.one': 'Look by customer in place of order, or at a longer period.',
  'goods.next.unsure.why.one':
    'No {things} came after others on five occasions or more and beyond what chance makes of so many pairs. A longer period may say more.',
} as const;
