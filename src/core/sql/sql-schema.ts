import { shopTablesOf } from '../tables/shop-literals';
import { sqlTables, type SqlType } from './sql-tables';

/** A table as it is documented: what a row is, and what stands in each column. */
export interface TableNote {
  name: string;
  about: string;
  columns: { name: string; type: SqlType; about: string }[];
}

const TABLES: Record<string, string> = {
  orders: 'The purchases of the view, one row each, as known on the as-of day; refunds have lowered or removed them as the view says.',
  placed: 'Every order placed up to the as-of day, before refunds; the same order_id as in orders.',
  refunds: 'Money that lowers revenue on its own day in this view; it is in no order.',
  members: 'Customers as customer files describe them.',
  answers: 'Answers to surveys, one row per question answered.',
  points: 'Movements of loyalty points.',
  feedback: 'Complaints and other cases.',
  contacts: 'Messages of campaigns, one row per person and message.',
};

const COLUMNS: Record<string, string> = {
  customer: 'who ordered',
  person: 'who the row is about; the same names as customer in orders; NULL where the file does not say',
  order_id: 'number of the order in this export',
  order_number: 'order number of the file; NULL where it has none',
  day: 'day of the order, refund or record',
  second: 'second of that day, 0 to 86399; NULL where only the day is known',
  net: 'value after refunds that belong to it, in minor units (cents)',
  gross: 'value of its lines before refunds, in minor units',
  refunded: 'given back for it up to the as-of day, in minor units',
  amount: 'given back, in minor units, above 0',
  discount: 'taken off its price, in minor units; NULL where no file says',
  category: 'category of the line with the most money',
  country: 'country',
  channel: 'channel',
  product: 'product; of an order that of the line with the most money',
  promised: 'day it was to arrive or be done',
  delivered: 'day it arrived; of a message, whether it arrived',
  record: 'number of the record in this export',
  signup: 'day the person joined',
  birthday: 'birthday',
  gender: 'gender as in the file',
  consent: 'whether messages are allowed',
  referrer: 'who brought the person, as in the file',
  referrer_person: 'the person whom referrer names; NULL where nobody is known by that',
  tier: 'tier or level',
  balance: 'points held',
  tags: 'tags as in the file',
  city: 'city',
  respondent: 'who answered, as the survey names them',
  survey: 'name of the survey or wave',
  question: 'the question, or the heading of its column',
  score: 'the number answered',
  scale: 'range of the score, such as 0-10',
  form: 'answers of one line of a file share it',
  comment: 'free text',
  movement: 'earn, redeem, expire, adjust, pending or balance',
  points: 'points moved, as in the file',
  earned: 'points earned',
  redeemed: 'points redeemed',
  expired: 'points expired',
  expires: 'day the points expire',
  answered: 'day of the first answer',
  closed: 'day the case was closed',
  topic: 'what it is about',
  severity: 'how severe',
  status: 'status as in the file',
  campaign: 'campaign',
  opened: 'whether it was opened',
  clicked: 'whether it was clicked',
  converted: 'whether it led to what it was for',
  bounced: 'whether it came back',
  unsubscribed: 'whether the person wants no more',
  coupon: 'coupon sent or used',
  cost: 'cost of the message, as in the file',
  arm: 'group of a test: treated or held out',
};

/** The tables that the twins read, documented in English as SQL is: every table and every column has a note. */
export function sqlSchema(): TableNote[] {
  return (schema ??= sqlTables(shopTablesOf({ orders: [] }), String).map(({ name, columns }) => ({
    name,
    about: TABLES[name] ?? '',
    columns: columns.map((column) => ({ name: column.name, type: column.type, about: columnNote(column.name, column.type) })),
  })));
}
let schema: TableNote[] | undefined;

function columnNote(name: string, type: SqlType): string {
  if (COLUMNS[name]) return COLUMNS[name];
  const [, of = '', part] = /^(\w+)_(second|day)$/.exec(name) ?? [];
  if (!COLUMNS[of]) return '';
  return part === 'second' && type === 'INTEGER'
    ? `second of the day of ${of}; NULL where only the day is known`
    : `day on which ${of} became true`;
}
