import type { Refusal } from '../../terms/part';
import type { Rules } from '../../terms/plan';
import type { FileKind, Role } from '../../terms/role';

/** Rows that have one of some words in a column. */
export interface RowsOf {
  column: string;
  /** In the form of `headerWords`. */
  values: readonly string[];
}

/**
 * A known export: which columns give it away, and what they mean. Data only; names of columns are in the form of `headerWords`.
 *
 * Money is what the shop earned from the goods: net of discounts, without tax and shipping where the file tells them apart.
 */
export interface Preset {
  name: string;
  /** The program or marketplace that writes it, as it calls itself. */
  system: string;
  /** Columns that must all be there. */
  needs: readonly string[];
  kind: FileKind;
  /** What the file is when it can be no import by itself. */
  refusal?: Refusal;
  /** What the file is while no column tells its customers apart: a system that gives none away. */
  nobody?: Refusal;
  /** Column of each meaning; of several names the first that the file has. */
  roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** A column that says "cancelled" by being filled. */
  cancelledWhenFilled?: string;
  /** A column that says of a sale that all its money went back: true, yes, 1. */
  refundedWhenTrue?: string;
  /** A second column of statuses, of returns and complaints for one; the graver of the two counts. */
  furtherStatus?: string;
  /** Rows that are sales. What is neither among these nor among `refundRows` is a fee, a payout or a hold. */
  only?: RowsOf;
  /** Rows that give money back; `of` is the column that names the order, where it is not the column of order numbers. */
  refundRows?: RowsOf & { of?: string };
  /** A column that is blank on rows which sum up the other rows of their order. */
  sumWhenBlank?: string;
  /** Sums below zero are what the shop itself paid, unless the row is among `refundRows`. */
  paysToo?: true;
  /** Columns whose sums come on top of the money, such as what a marketplace pays of a discount. */
  plus?: readonly string[];
  /** Columns whose sums are in the money and go off it: shipping, tax. */
  less?: readonly string[];
  /** Columns that tell a discount which is off the money already; the first that the file has is kept beside the money. */
  off?: readonly string[];
  /** The one currency of the marketplace, where the file does not name it. */
  currency?: string;
  /** Rules that fit this export better than the general ones. */
  rules?: Partial<Rules>;
  /** Columns of a survey that are no questions, besides those with a role. */
  aside?: readonly string[];
}
