import { NO_DAY, NONE } from '../../core/columns/batch';
import { PairCodes } from '../../core/columns/pair-codes';
import type { Part } from '../../terms/part';
import type { ImportPlan } from '../../terms/plan';
import type { Preview, Question } from '../../terms/preview';
import { brokenIdColumns } from '../meaning/broken-id-columns';
import { columnGlance } from './column-glance';
import { isMarkOpen, markInUse } from '../meaning/decimal-marks';
import { decimalReadings } from './decimal-readings';
import { REFUND_PART, SALE_ROW, type Interpretation } from '../orders/interpret';
import { partsOf } from '../orders/parts-of';
import { columnOf, moneyWay } from '../meaning/plan-columns';
import { refusalOf } from '../meaning/refusal-of';
import { refundsOf } from '../orders/row-refunds';
import type { Readings } from '../cells/readings';
import { wantsPerson } from '../orders/wants-person';

/** All that the preview shows of a file under a plan. Cost: a few passes over the rows. */
export function previewOf(
  readings: Readings,
  read: Interpretation,
  about: Pick<Preview, 'file' | 'remembered' | 'undecodable' | 'undecodableLines'>,
): Preview {
  const { plan } = read;
  const parts = partsOf(read);
  const date = columnOf(plan, 'date');
  return {
    ...about,
    purpose: 'keep',
    aside: null,
    joins: [],
    counts: [],
    scales: [],
    refusal: refusalOf(plan),
    plan: withMark(readings, plan),
    rows: readings.table.rows,
    skipped: readings.table.skipped.summary(),
    parts,
    totals: totalsOf(readings, read),
    columns: plan.roles.map((_, index) => columnGlance(readings, plan, index)),
    dates: date < 0 ? [] : readings.dateReadings(date),
    decimals: decimalReadings(readings, plan),
    brokenIds: brokenIdColumns(readings, plan),
    repeated: readings.repeated(),
    questions: questionsOf(readings, read, parts),
  };
}

/** The plan with the decimal mark that is in use, which the file may tell only once the columns of its sums are known. */
function withMark(readings: Readings, plan: ImportPlan): ImportPlan {
  const decimal = markInUse(readings, plan);
  return decimal === plan.decimal ? plan : { ...plan, decimal };
}

/** Orders, customers, money and days of the sales. Without an order number an order is what the rule says. */
function totalsOf(readings: Readings, read: Interpretation): Preview['totals'] {
  const refunds = refundsOf(readings, read);
  const orders = new OrderCounter(readings, read);
  const totals: Preview['totals'] = { orders: 0, customers: 0, worthMinor: 0, refundMinor: 0, from: null, to: null };
  for (let r = 0; r < read.part.length; r++) {
    if (read.part[r] === REFUND_PART) totals.refundMinor -= read.worth[r]!;
    if (read.part[r] !== SALE_ROW) continue;
    totals.worthMinor += read.worth[r]!;
    totals.refundMinor += refunds[r]!;
    const day = read.day(r);
    if (day !== NO_DAY && (totals.from === null || day < totals.from)) totals.from = day;
    if (day !== NO_DAY && (totals.to === null || day > totals.to)) totals.to = day;
    orders.count(r, day);
  }
  return { ...totals, orders: orders.orders, customers: orders.customers };
}

/** Counts different orders and customers as the ledger does: a number that two customers share is two orders, a guest's order is a customer of its own. */
class OrderCounter {
  orders = 0;
  customers = 0;
  readonly #read: Interpretation;
  /** Customer of each order number, NONE for guests; -1 while the number has not been seen. */
  readonly #customerOf: Float64Array;
  /** Numbers with a further customer. */
  readonly #shared = new PairCodes();
  readonly #seenCustomer: Uint8Array;
  readonly #seenDay = new PairCodes();

  constructor(readings: Readings, read: Interpretation) {
    const column = columnOf(read.plan, 'order');
    this.#read = read;
    this.#customerOf = new Float64Array(column < 0 ? 0 : readings.keys(column, 'order').keys.size).fill(-1);
    this.#seenCustomer = new Uint8Array(read.people.size);
  }

  count(row: number, day: number): void {
    const customer = this.#read.customer(row);
    const isNewOrder = this.#isNewOrder(row, customer, day);
    if (isNewOrder) this.orders++;
    if (customer === NONE ? isNewOrder : this.#seenCustomer[customer] === 0) this.customers++;
    if (customer !== NONE) this.#seenCustomer[customer] = 1;
  }

  #isNewOrder(row: number, customer: number, day: number): boolean {
    const order = this.#read.order(row);
    if (order !== NONE) {
      if (this.#customerOf[order] === customer) return false;
      if (this.#customerOf[order] === -1) {
        this.#customerOf[order] = customer;
        return true;
      }
      const before = this.#shared.size;
      this.#shared.add(order, customer);
      return this.#shared.size > before;
    }
    if (this.#read.plan.rules.orderless === 'row' || customer === NONE) return true;
    const before = this.#seenDay.size;
    this.#seenDay.add(customer, day);
    return this.#seenDay.size > before;
  }
}

function questionsOf(readings: Readings, read: Interpretation, parts: readonly Part[]): Question[] {
  const { plan } = read;
  const refusal = refusalOf(plan);
  // Of a file that can be no import nothing else is asked; buyers may be in a column that we do not know.
  if (refusal !== null) return refusal === 'no-buyers' ? ['refused', 'role-customer'] : ['refused'];
  const questions: Question[] = [];
  if (plan.kind !== 'orders') questions.push('refused');
  if (columnOf(plan, 'date') < 0) questions.push('role-date');
  else if (plan.dateOrder === null) questions.push('date-order');
  if (moneyWay(plan) === null) questions.push('role-amount');
  else if (isMarkOpen(readings, plan)) questions.push('decimal-mark');
  if (wantsPerson(plan, read.part)) questions.push('role-customer');
  if (plan.rules.brokenIds !== 'accept' && brokenIdColumns(readings, plan).length > 0) questions.push('broken-ids');
  if (!parts.some((part) => part.code === 'sale' || part.code === 'refund')) questions.push('no-usable-rows');
  return questions;
}
