import type { Role } from '../../terms/role';
import { headerWords } from '../cells/header-words';
import { SYNONYMS } from './synonyms';

/** What a key tells apart. */
export type KeyRole = 'order' | 'customer' | 'product' | 'campaign';

const BY_ROLE: Partial<Record<Role, KeyRole>> = {
  order: 'order',
  customer: 'customer',
  email: 'customer',
  phone: 'customer',
  product: 'product',
  campaign: 'campaign',
};

/** Names of keys, in the form of `headerWords`, beyond those that `SYNONYMS` has. */
const NAMED: readonly { key: KeyRole; name: RegExp }[] = [
  { key: 'order', name: /\b(order|invoice|receipt|basket|transaction) (id|no|nr|number|key|code|ref)$|订单(编)?号|訂單(編)?號/ },
  { key: 'product', name: /\b(product|item|article|stock|sku)( id| no| nr| number| key| code)$|商品(编号|编码|id)|商品編號|货号|貨號/ },
  { key: 'campaign', name: /\bcampaign( id| no| nr| number| key| code| name)?$|活动(编号|id|名称)|活動(編號|id|名稱)/ },
  {
    key: 'customer',
    name: /\b(customer|client|member|user|buyer|person|household|account|contact|kunden)( \w+)? (id|no|nr|number|key|code)$|(客户|会员|用户|买家)(编号|号|id)|(客戶|會員|顧客|買家)(編號|號|號碼|id)/,
  },
];

const EXACT: readonly { key: KeyRole; names: ReadonlySet<string> }[] = (['order', 'customer', 'product'] as const).map((key) => ({
  key,
  names: new Set([...(SYNONYMS[key] ?? []), ...(key === 'customer' ? [...(SYNONYMS.email ?? []), ...(SYNONYMS.phone ?? [])] : [])]),
}));

/** A name that says nothing but that it is a key: that of the rows of its own file. */
const OWN_KEY = /^(id|no|nr|number|key|code|name|编号|編號)$/;
const FILES: readonly { key: KeyRole; name: RegExp }[] = [
  {
    key: 'customer',
    name: /\b(customers?|clients?|members?|users?|buyers?|contacts?|people|accounts?|households?|kunden)\b|客户|会员|客戶|會員|顧客/,
  },
  { key: 'order', name: /\b(orders?|invoices?|bestellungen|auftraege)\b|订单|訂單/ },
  { key: 'product', name: /\b(products?|items?|articles?|catalogue?|artikel)\b|商品|产品|產品/ },
  { key: 'campaign', name: /\bcampaigns?\b|活动|活動/ },
];

/** What the values of a column are keys of, by its meaning, else by its name; null for most columns. */
export function keyRoleOf(role: Role, header: string, fileName: string): KeyRole | null {
  const known = BY_ROLE[role];
  if (known) return known;
  // Whatever has another meaning is no key.
  if (role !== 'ignore') return null;
  const words = headerWords(header);
  const exact = EXACT.find(({ names }) => names.has(words)) ?? NAMED.find(({ name }) => name.test(words));
  if (exact) return exact.key;
  if (!OWN_KEY.test(words) || words === 'name') return null;
  return FILES.find(({ name }) => name.test(headerWords(fileName)))?.key ?? null;
}
