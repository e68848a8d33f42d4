import { AppError } from '../terms/app-error';
import type { View } from '../terms/view';
import { refundedByOrder } from '../core/columns/order-table-for';
import { ledgerEntries } from '../core/customers/customer-page';
import { fallenBySilence } from '../core/customers/fallen-by-silence';
import { customerRow, customerTotals, filterCustomers, sortCustomers } from '../core/customers/select-customers';
import { LIKELY_COLUMNS, type LikelyColumn } from '../core/customers/customer-table';
import { sortByPrediction } from '../core/customers/sort-by-prediction';
import { eachPrediction } from '../core/models/scores/customer-prediction';
import type { Scores } from '../core/models/predictions';
import { DEFAULT_PREDICTION, type PredictionChoice } from '../terms/prediction';
import { customerCsv, customersCsv } from './csv';
import { whoIs } from './figures';
import { modelsFor, scoresFor, verdictFor } from './predictions';
import type { CustomerList, CustomerPage, CustomerRows, CustomerSort, CustomerTotals } from './protocol';
import type { Session } from './session';

/** Rows of a list of customers in the book of a view, in the book's own order. */
function rowsOf(session: Session, list: CustomerList, view: View): Uint32Array {
  return session.once('rows', JSON.stringify([list, view]), () => {
    const book = session.book(view);
    const who = list.who && whoIs(session, list.who, view);
    const fallen = list.filter.slipping ? fallenBySilence(modelsFor(session, view), list.choice ?? DEFAULT_PREDICTION) : undefined;
    return filterCustomers(book, list.filter, who, fallen);
  });
}

/** Predictions for everybody in the view; null where none are shown. */
function scoresOf(session: Session, { choice }: CustomerList, view: View): Scores | null {
  return scoresFor(session, choice ?? DEFAULT_PREDICTION, view);
}

/** The rows in the order asked for. Where predictions are not shown there is no order by them: the largest by net value come first. */
function sortedRows(session: Session, list: CustomerList, sort: CustomerSort, view: View): Uint32Array {
  return session.once('sorted', JSON.stringify([list, sort, view]), () => {
    const book = session.book(view);
    const rows = rowsOf(session, list, view).slice();
    const { column, descending } = sort;
    if (!isLikely(column)) return sortCustomers(book, rows, { column, descending });
    const scores = scoresOf(session, list, view);
    return scores
      ? sortByPrediction(book.columns, rows, scores, { column, descending })
      : sortCustomers(book, rows, { column: 'net', descending: true });
  });
}

function isLikely(column: CustomerSort['column']): column is LikelyColumn {
  return LIKELY_COLUMNS.some((likely) => likely === column);
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

/** A whole list as a file; `likely` says what its predictions are asked with, null for none. */
export function listCsv(
  session: Session,
  list: CustomerList,
  { sort, likely }: { sort: CustomerSort; likely: PredictionChoice | null },
  view: View,
): Uint8Array {
  const book = session.book(view);
  const rows = sortedRows(session, list, sort, view);
  const known = function* () {
    for (const row of rows) yield customerRow(book, row);
  };
  const verdict = likely && verdictFor(session, likely, view);
  if (!likely || !verdict || verdict.basis === 'none') return customersCsv(known(), session.shop.currency);
  const { basis } = verdict;
  const hasValue = basis === 'model' && verdict.noValue === undefined;
  // The history that models read has the same rows as the book.
  const predicted = eachPrediction(modelsFor(session, view), rows, likely) ?? [];
  return customersCsv(known(), session.shop.currency, { choice: likely, basis, hasValue, rows: predicted });
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
