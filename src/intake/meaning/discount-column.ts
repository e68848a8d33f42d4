import type { Role } from '../../terms/role';
import type { RawTable } from '../table/raw-table';
import { sampleOf } from './record-evidence';
import { fitsRole } from './role-evidence';

/** Names that columns of discounts have, in the form of `headerWords`; the totals of an order before those of a part. */
// prettier-ignore
const NAMES: readonly string[] = [
  'total discount', 'discount total', 'total discounts', 'total discount amount', 'order discount', 'discount amount', 'discount value', 'discount', 'discounts', 'discount given', 'coupon discount', 'coupon amount', 'voucher discount', 'promo discount', 'promotion discount', 'markdown',
  '优惠总额', '优惠总金额', '优惠合计', '总优惠', '订单优惠', '优惠金额', '折扣金额', '折扣总额', '优惠券金额', '优惠券抵扣', '优惠券优惠', '减免金额', '优惠减免', '已优惠', '优惠金额元',
  '優惠總額', '優惠總金額', '優惠合計', '總優惠', '訂單優惠', '優惠金額', '折扣金額', '折扣總額', '優惠券金額', '優惠券折抵', '折抵金額', '優惠折抵', '減免金額', '折價金額', '割引額', '割引金額', '値引額', '値引き額',
  'rabatt', 'rabattbetrag', 'gesamtrabatt', 'nachlass', 'remise', 'montant remise', 'montant de la remise', 'réduction',
];

/** Names of sums from which nothing has been taken off yet. */
const BEFORE =
  /\b(gross|list|before|sub ?total|original|regular|brutto\w*|brut)\b|原价|原價|单价|單價|售价|售價|价格|價格|単価|商品总?金额|商品總?金額|商品总价|商品總價|小计|小計|应收|應收|优惠前|優惠前|折前/;
const PRICE = /\b(price|preis|einzelpreis|stückpreis|prix)\b/;
const PAID = /\b(net|total|paid|final|line|extended)\b/;

/**
 * Gives a column of discounts its meaning where the file has a sum besides: a sum that is told beside its discount is nearly always what is
 * left. Taken for what is off already, it changes no money, whatever it turns out to be. Rates are none, nor is anything beside a price.
 */
export function addDiscount(table: RawTable, words: readonly string[], roles: Role[]): void {
  const sum = roles.findIndex((role) => role === 'amount' || role === 'order-amount');
  if (sum < 0 || isBefore(words[sum]!)) return;
  const fits = (at: number): boolean => at >= 0 && roles[at] === 'ignore' && isDiscount(table, at);
  const column = NAMES.map((name) => words.indexOf(name)).find(fits);
  if (column !== undefined) roles[column] = 'discount-off';
}

function isBefore(name: string): boolean {
  return BEFORE.test(name) || (PRICE.test(name) && !PAID.test(name));
}

function isDiscount(table: RawTable, at: number): boolean {
  const column = table.columns[at]!;
  const cells = sampleOf(column);
  return cells.some((cell) => /\d/.test(cell)) && !/[%％]/.test(column.name) && fitsRole(column, 'discount-off') && !areRates(cells);
}

/** Cells with a sign of per cent, or none above 1 and some between. */
function areRates(cells: readonly string[]): boolean {
  if (cells.some((cell) => /[%％‰折]/.test(cell))) return true;
  const upToOne = (cell: string): boolean => /^-?(0?[.,]\d+|0|1([.,]0+)?)$/.test(cell.trim());
  return cells.every(upToOne) && cells.some((cell) => /[.,]0*[1-9]/.test(cell));
}
