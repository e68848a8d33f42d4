/** The six kinds of file. Orders become lines of the ledger, the others records with fields of their own (terms/fields). */
export type FileKind = 'orders' | 'customers' | 'answers' | 'points' | 'feedback' | 'contacts';

/** What a column means. Each role but `ignore` is given to one column at most, unless terms/fields says that several share it. */
export type Role =
  | 'ignore'
  | 'order' // order or invoice number; credit notes too
  | 'customer' // the key of a person: number, e-mail, phone, member name
  | 'customer-name'
  | 'date' // order date, with or without time of day
  | 'time' // time of day in a column of its own
  | 'amount' // this row's money: of the line, or of the order where a row is an order
  | 'order-amount' // the whole order's money, on its first row or repeated on each: counted once per order
  | 'unit-price' // times quantity
  | 'quantity'
  | 'discount' // taken off the amount; sign does not matter
  | 'discount-off' // off the amount already, kept beside it; sign does not matter
  | 'refund' // money given back for this row's order
  | 'status' // paid, cancelled, refunded …
  | 'currency'
  | 'product' // code
  | 'product-name'
  | 'category'
  | 'country'
  | 'channel'
  // A person beside the key: merged by core/people.
  | 'email'
  | 'phone'
  // Customers
  | 'signup'
  | 'birthday'
  | 'gender'
  | 'consent' // may be written to
  | 'referrer' // key of the customer who brought this one
  | 'tier'
  | 'city'
  | 'tags'
  // Survey answers: a column per question, or one column of questions beside one of answers
  | 'respondent' // key of one filled-in survey: rows that share it are of one respondent, who need not be known
  | 'survey'
  | 'question'
  | 'score'
  | 'comment'
  // Points ledger: a movement per row with its sort, or totals per row
  | 'points'
  | 'movement'
  | 'balance'
  | 'expires'
  | 'earned'
  | 'redeemed'
  | 'expired'
  // Feedback and complaints; `date` is when it was opened
  | 'answered'
  | 'closed'
  | 'topic'
  | 'severity'
  // Of orders too
  | 'promised' // when the order was to come
  | 'delivered' // when it came; for contacts whether the message did
  // Campaign contacts; `date` is when it was sent
  | 'campaign'
  | 'opened'
  | 'clicked'
  | 'converted'
  | 'bounced'
  | 'unsubscribed'
  | 'coupon'
  | 'cost'
  | 'arm'; // treated or held out

/** Roles that columns of an orders file can have; those of the other kinds stand in terms/fields. */
export const ORDER_ROLES: readonly Role[] = [
  'ignore',
  'order',
  'customer',
  'customer-name',
  'email',
  'phone',
  'date',
  'time',
  'amount',
  'order-amount',
  'unit-price',
  'quantity',
  'discount',
  'discount-off',
  'refund',
  'status',
  'currency',
  'product',
  'product-name',
  'category',
  'country',
  'channel',
  'promised',
  'delivered',
];

/** Roles of columns that hold sums. */
export const MONEY_ROLES: readonly Role[] = ['amount', 'order-amount', 'unit-price', 'discount', 'discount-off', 'refund'];
