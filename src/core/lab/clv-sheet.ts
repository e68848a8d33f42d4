import type { Absent, Scalar } from '../../terms/answer';
import { clvSimple, type ClvUnit } from '../metrics/value/clv-simple';
import { vectorView } from '../metrics/worked-example';
import { shopTablesOf } from '../tables/shop-literals';

/** What is typed for t × c × f. */
export interface ClvNumbers {
  tenure: number;
  tenureUnit: ClvUnit;
  orderValueMinor: number;
  frequency: number;
  frequencyUnit: ClvUnit;
  /** Ratios; null is not typed. */
  margin: number | null;
  discountPerYear: number | null;
}

/** Value of a customer from typed numbers, as the metric has it: in sales, and in profit where a margin is typed. */
export interface ClvSheet {
  sales: Scalar | Absent;
  profit: Scalar | Absent;
}

/** Works the metric out on a shop without orders, so that nothing of an open shop gets in. */
export function clvSheet(numbers: ClvNumbers): ClvSheet {
  const tables = shopTablesOf({ orders: [] });
  const value = (params: Partial<ClvNumbers>) =>
    clvSimple.compute(tables, vectorView(tables.orders), { ...clvSimple.defaults, ...numbers, ...params });
  return { sales: value({ margin: null, discountPerYear: null }), profit: value({}) };
}
