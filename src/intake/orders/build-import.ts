import {
  ATTRIBUTES,
  REFUND,
  type Attribute,
  type Batch,
  type LINE_TIMES,
  type LeftOut,
  type LineColumns,
  type PackedStrings,
} from '../../core/columns/batch';
import { AppError } from '../../terms/app-error';
import type { Part } from '../../terms/part';
import type { ImportPlan } from '../../terms/plan';
import { REFUND_PART, SALE_ROW, type Interpretation } from './interpret';
import { brokenIdColumns } from '../meaning/broken-id-columns';
import { cancelledOrders } from './cancelled-orders';
import { isMarkOpen, markInUse } from '../meaning/decimal-marks';
import { OK } from '../cells/number-column';
import { columnOf, moneyWay } from '../meaning/plan-columns';
import { partsOf } from './parts-of';
import { wantsPerson } from './wants-person';
import type { Readings } from '../cells/readings';
import { joinedNames } from './joined-names';
import { leftOutOf } from './left-out';
import { lineTimes } from './line-times';
import { refundsOf } from './row-refunds';
import { rowsWhere } from '../table/rows-where';
import { contactCodes, keyCodes, orderCodes, textCodes } from './used-codes';

/** Orders ready to be kept: columns of the rows that are used, and the others with their reasons. */
export interface BuiltOrders {
  batch: Omit<Batch, 'importId'>;
  leftOut: LeftOut;
  parts: Part[];
}

/**
 * Turns an interpretation into the columns that are stored. Throws `intake/plan-incomplete` while a question is open and
 * `intake/nothing-staged` when no row can be used.
 */
export function buildImport(readings: Readings, read: Interpretation): BuiltOrders {
  requireComplete(readings, read);
  const used = rowsWhere(read.part, (part) => part === SALE_ROW || part === REFUND_PART);
  if (used.length === 0) throw new AppError('intake/nothing-staged');
  const orders = orderCodes(readings, read, used);
  const customers = keyCodes(readings, read, used, 'customer');
  const products = textCodes(readings, columnOf(read.plan, 'product'), used);
  const attributes = ATTRIBUTES.filter((role) => columnOf(read.plan, role) >= 0).map((role) => ({
    role,
    ...(role === 'email' || role === 'phone'
      ? contactCodes(readings, read, used, role)
      : role === 'customer-name'
        ? joinedNames(readings, read.plan, used)
        : textCodes(readings, columnOf(read.plan, role), used)),
  }));
  const lines: LineColumns = {
    ...lineColumns(readings, read, used),
    order: orders.codes,
    customer: customers.codes,
    product: products.codes,
    attributes: Object.fromEntries(attributes.map(({ role, codes }) => [role, codes])),
    ...(read.off ? { discountMinor: discountsOf(read, read.off, used) } : {}),
    ...lineTimes(readings, read, used),
  };
  const batch: BuiltOrders['batch'] = {
    currency: read.plan.currency,
    lines,
    orders: orders.texts,
    customers: customers.texts,
    products: products.texts,
    attributes: Object.fromEntries(attributes.map(({ role, texts }) => [role, texts])) as Partial<Record<Attribute, PackedStrings>>,
  };
  const cancelled = cancelledOrders(readings, read);
  return { batch: cancelled ? { ...batch, cancelled } : batch, leftOut: leftOutOf(readings, read), parts: partsOf(read) };
}

function requireComplete(readings: Readings, { plan, part }: Interpretation): void {
  const missing =
    columnOf(plan, 'date') < 0
      ? 'date'
      : moneyWay(plan) === null
        ? 'amount'
        : wantsPerson(plan, part)
          ? 'customer'
          : plan.dateOrder === null
            ? 'date-order'
            : isMarkOpen(readings, plan)
              ? 'decimal-mark'
              : plan.rules.brokenIds !== 'accept' && brokenIdColumns(readings, plan).length > 0
                ? 'broken-ids'
                : null;
  if (missing) throw new AppError('intake/plan-incomplete', { missing });
  if (plan.kind !== 'orders') throw new AppError('intake/plan-incomplete', { missing: 'orders' });
}

/** What was taken off the price of the sales; a row that gives money back took nothing off. */
function discountsOf({ part }: Interpretation, off: Float64Array, used: Uint32Array): Float64Array {
  const discounts = new Float64Array(used.length);
  for (let i = 0; i < used.length; i++) if (part[used[i]!] === SALE_ROW) discounts[i] = off[used[i]!]!;
  return discounts;
}

type OwnColumns = Omit<LineColumns, 'order' | 'customer' | 'product' | 'attributes' | 'discountMinor' | (typeof LINE_TIMES)[number]>;

function lineColumns(readings: Readings, read: Interpretation, used: Uint32Array): OwnColumns {
  const n = used.length;
  const refunds = refundsOf(readings, read);
  const second = secondOf(readings, read.plan);
  const quantity = quantityOf(readings, read.plan);
  const columns: OwnColumns = {
    rows: n,
    line: new Uint32Array(n),
    day: new Int32Array(n),
    second: new Int32Array(n),
    kind: new Uint8Array(n),
    amountMinor: new Float64Array(n),
    refundMinor: new Float64Array(n),
    quantity: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const row = used[i]!;
    columns.line[i] = readings.table.lineOf(row);
    columns.day[i] = read.day(row);
    columns.second[i] = second(row);
    columns.amountMinor[i] = Math.abs(read.worth[row]!);
    // Nearly all are 0, as they are from the start; memory that is never written to costs nothing.
    if (read.part[row] === REFUND_PART) columns.kind[i] = REFUND;
    if (refunds[row] !== 0) columns.refundMinor[i] = refunds[row]!;
    columns.quantity[i] = quantity(row);
  }
  return columns;
}

/** Second of the day from a column of times, else from the date's own cell. */
function secondOf(readings: Readings, plan: ImportPlan): (row: number) => number {
  const order = columnOf(plan, 'order');
  const time = columnOf(plan, 'time');
  const date = columnOf(plan, 'date');
  const codes = readings.filled(time >= 0 ? time : date, order);
  const seconds = time >= 0 ? readings.clocks(time) : readings.dates(date).second;
  return (row) => seconds[codes[row]!]!;
}

function quantityOf(readings: Readings, plan: ImportPlan): (row: number) => number {
  const column = columnOf(plan, 'quantity');
  if (column < 0) return () => NaN;
  const { mantissa, scale, state } = readings.numbers(column, markInUse(readings, plan));
  const codes = readings.table.columns[column]!.codes.view();
  return (row) => {
    const code = codes[row]!;
    return state[code] === OK ? mantissa[code]! / 10 ** scale[code]! : NaN;
  };
}
