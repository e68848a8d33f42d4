import { AppError } from '../terms/app-error';
import type { View } from '../terms/view';
import { refundedByOrder } from '../core/columns/order-table-for';
import { ledgerEntries } from '../core/customers/customer-page';
import { customerRow, customerTotals, filterCustomers, sortCustomers } from '../core/customers/select-customers';
import { customerCsv, customersCsv } from './csv';
import { whoIs } from './figures';
import type { CustomerList, CustomerPage, CustomerRows, CustomerSort, CustomerTotals } from './protocol';
import type { Session } from './session';

/** Rows of a list of customers in the book of a view, in the book's own order. */
function rowsOf(session: Session, list: CustomerList, view: View): Uint32Array {
  return session.once('rows', JSON.stringify([list, view]), () => {
    const who = list.who && whoIs(session, list.who, view);
    return who ? filterCustomers(session.book(view), list.filter, who) : filterCustomers(session.book(view), list.filter);
  });
}

function sortedRows(session: Session, list: CustomerList, sort: CustomerSort, view: View): Uint32Array {
  const key = JSON.stringify([list, sort, view]);
  const { column, descending } = sort;
  const known = column === 'alive' || column === 'orders90' || column === 'value' ? ('net' as const) : column;
  return session.once('sorted', key, () =>
    sortCustomers(session.book(view), rowsOf(session, list, view).slice(), { column: known, descending }),
  );
}

/** Sums over a list of customers. */
export function listTotals(session: Session, list: CustomerList, view: View): CustomerTotals {
  return session.once('totals', JSON.stringify([list, view]), () =>
    customerTotals(session.book(view), rowsOf(session, list, view), list.who && whoIs(session, list.who, view)),
  );
}

/** What is asked of a list: its order, and which rows of it. */
export interface ListWindow {
  sort: CustomerSort;
  offset: number;
  limit: number;
}

/** Some rows of a list with the totals of all. */
export function listRows(session: Session, list: CustomerList, { sort, offset, limit }: ListWindow, view: View): CustomerRows {
  const book = session.book(view);
  const rows = sortedRows(session, list, sort, view);
  const window = Array.from(rows.subarray(offset, offset + limit), (row) => customerRow(book, row));
  return { totals: listTotals(session, list, view), offset, rows: window };
}

/** A whole list as a file. */
export function listCsv(session: Session, list: CustomerList, sort: CustomerSort, view: View): Uint8Array {
  const book = session.book(view);
  const rows = sortedRows(session, list, sort, view);
  return customersCsv(
    (function* () {
      for (const row of rows) yield customerRow(book, row);
    })(),
    session.shop.currency,
  );
}

/** Everything about one customer, by any key of the person. Throws 'engine/unknown-customer'. */
export function customerPage(session: Session, key: string, view: View): CustomerPage {
  const book = session.book(view);
  const person = session.people.keyOf(key);
  const row = book.columns.id.findIndex((id) => book.key(id) === person);
  if (row < 0) throw new AppError('engine/unknown-customer', { key });
  const customer = book.columns.id[row]!;
  const net = book.columns.net[row]!;
  return {
    row: customerRow(book, row),
    guest: session.ledger.codes.isGuest(customer),
    rank: 1 + book.columns.net.reduce((above, other) => above + (other > net ? 1 : 0), 0),
    of: book.columns.count,
    entries: ledgerEntries(session.ledger, book.table, customer, view.asOf, refundedByOrder(session.ledger, view.asOf)),
    asOf: view.asOf,
    firstDay: session.ledger.firstDay,
  };
}

/** Every row of one customer with its file and line, as a file. */
export function customerFile(session: Session, key: string, view: View): Uint8Array {
  const { imports, shop } = session;
  const fileName = (importId: number) => imports.find((card) => card.id === importId)?.name ?? '';
  return customerCsv(customerPage(session, key, view), fileName, shop.currency);
}
