import { ORDER_ROLES, type FileKind, type Role } from './role';

/** Kinds that are kept as records. */
export type RecordKind = Exclude<FileKind, 'orders'>;

/** How the cells of a field are read and stored; a flag may be a word, a number or the time at which it became true. */
export type FieldType = 'text' | 'day' | 'number' | 'flag';

export interface Field {
  role: Role;
  type: FieldType;
  /** Several columns may have this role: each question of a survey is one. */
  many?: true;
}

/** Roles that say who a row is about. */
export const PERSON_ROLES = ['customer', 'email', 'phone'] as const satisfies readonly Role[];

const PERSON: readonly Field[] = [
  { role: 'customer', type: 'text' },
  // First and last name may stand in columns of their own: they are joined.
  { role: 'customer-name', type: 'text', many: true },
  { role: 'email', type: 'text' },
  { role: 'phone', type: 'text' },
];

/** Fields of each kind of record, in the order in which they are shown. */
export const FIELDS: Readonly<Record<RecordKind, readonly Field[]>> = {
  customers: [
    ...PERSON,
    { role: 'signup', type: 'day' },
    { role: 'birthday', type: 'day' },
    { role: 'gender', type: 'text' },
    { role: 'consent', type: 'flag' },
    { role: 'referrer', type: 'text' },
    { role: 'tier', type: 'text' },
    { role: 'balance', type: 'number' },
    { role: 'tags', type: 'text' },
    { role: 'city', type: 'text' },
    { role: 'country', type: 'text' },
    { role: 'channel', type: 'text' },
  ],
  answers: [
    ...PERSON,
    { role: 'order', type: 'text' },
    { role: 'date', type: 'day' },
    { role: 'respondent', type: 'text' },
    { role: 'survey', type: 'text' },
    { role: 'question', type: 'text' },
    { role: 'score', type: 'number', many: true },
    { role: 'comment', type: 'text', many: true },
    { role: 'product', type: 'text' },
    { role: 'channel', type: 'text' },
  ],
  points: [
    ...PERSON,
    { role: 'order', type: 'text' },
    { role: 'date', type: 'day' },
    { role: 'movement', type: 'text' },
    { role: 'points', type: 'number' },
    { role: 'earned', type: 'number' },
    { role: 'redeemed', type: 'number' },
    { role: 'expired', type: 'number' },
    { role: 'balance', type: 'number' },
    { role: 'expires', type: 'day' },
    { role: 'tier', type: 'text' },
    { role: 'channel', type: 'text' },
  ],
  feedback: [
    ...PERSON,
    { role: 'order', type: 'text' },
    { role: 'date', type: 'day' },
    { role: 'answered', type: 'day' },
    { role: 'closed', type: 'day' },
    { role: 'promised', type: 'day' },
    { role: 'delivered', type: 'day' },
    { role: 'topic', type: 'text' },
    { role: 'severity', type: 'text' },
    { role: 'status', type: 'text' },
    { role: 'score', type: 'number' },
    { role: 'comment', type: 'text' },
    { role: 'product', type: 'text' },
    { role: 'channel', type: 'text' },
  ],
  contacts: [
    ...PERSON,
    { role: 'campaign', type: 'text' },
    { role: 'date', type: 'day' },
    { role: 'delivered', type: 'flag' },
    { role: 'opened', type: 'flag' },
    { role: 'clicked', type: 'flag' },
    { role: 'converted', type: 'flag' },
    { role: 'bounced', type: 'flag' },
    { role: 'unsubscribed', type: 'flag' },
    { role: 'coupon', type: 'text' },
    { role: 'cost', type: 'number' },
    { role: 'arm', type: 'text' },
    { role: 'channel', type: 'text' },
  ],
};

/** Roles that several columns of such a file can have. First and last name are two columns of orders too. */
export function sharedRoles(kind: FileKind): readonly Role[] {
  return kind === 'orders' ? ['customer-name'] : FIELDS[kind].filter((field) => field.many).map((field) => field.role);
}

/** Roles that a column of such a file can have. */
export function rolesOfKind(kind: FileKind): readonly Role[] {
  return kind === 'orders' ? ORDER_ROLES : ['ignore', ...FIELDS[kind].map((field) => field.role)];
}
