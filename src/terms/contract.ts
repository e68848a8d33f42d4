import { isoFromDay } from './day';
import { fingerprint } from './fingerprint';
import type { Currency } from './money';
import type { PeopleRules } from './people';
import type { Rules } from './plan';
import type { View } from './view';

/** Grows with every change of what a figure means. */
export const CONTRACT_VERSION = 1;

/** Customers below which a rate is given without its value in what is handed on, and below which charts show no shade. */
export const SMALL_N = { suppressedBelow: 5, unshadedBelow: 30 } as const;

/** What a contract is made from: what can be chosen. */
export interface ContractChoices {
  view: Pick<View, 'asOf' | 'refunds' | 'lapseDays' | 'calendar'>;
  people: PeopleRules;
  currency: Currency;
  /** How rows were read, of each import that counts. */
  rules: readonly Rules[];
}

/**
 * Every choice behind the figures, those that are fixed too, in English words that other tools can read. Plain and comparable: equal
 * contracts mean equal definitions.
 */
export interface Contract {
  version: number;
  /** Last day known; what came later does not exist. The device's clock is never asked. */
  asOf: string;
  days: 'as-written';
  weekStart: 'sunday' | 'monday' | 'saturday';
  /** First month of the year, 1 to 12. */
  yearStart: number;
  period: '[start, end)';
  /** Rows by status, worth and sign, by what each import's plan says; several values where imports differ. */
  order: 'lines-of-one-number-and-customer';
  cancelledOrders: Rules['cancelled'][];
  zeroOrders: Rules['zero'][];
  negativeRows: Rules['negative'][];
  rowsWithoutCustomer: Rules['noCustomer'][];
  rowsWithoutOrder: Rules['orderless'][];
  netValue: 'lines-as-in-file-less-refunds';
  refunds: 'lower-their-order' | 'on-their-own-day' | 'not-read';
  fullRefund: 'no-purchase' | 'stays-a-purchase';
  refundBeyondOrder: 'lowers-revenue-of-its-day' | 'not-read';
  orphanRefund: 'lowers-revenue-of-its-day-makes-no-customer' | 'not-read';
  orderDay: 'orders-of-one-customer-and-day-are-one-occasion';
  customer: { key: 'of-the-file'; sameEmail: 'one-person' | 'apart'; samePhone: 'one-person' | 'apart'; setApart: string };
  futureRows: 'left-out-by-the-day-of-import';
  currency: string;
  otherCurrencies: 'left-out';
  newCustomer: 'first-order-of-the-file';
  unfinishedPeriod: 'shown-never-averaged-or-compared';
  emptyDenominator: 'no-figure-with-a-reason';
  interval: 0.95;
  /** Days of silence after which a customer has lapsed, or the rule that finds them. */
  lapse: number | 'until-90-percent-of-waits-ended-kaplan-meier';
  smallN: typeof SMALL_N;
}

const WEEK_DAYS = { 0: 'sunday', 1: 'monday', 6: 'saturday' } as const;

/** The contract under which the answers of a view are given. */
export function contractOf({ view, people, currency, rules }: ContractChoices): Contract {
  const ignored = view.refunds === 'ignore';
  return {
    version: CONTRACT_VERSION,
    asOf: isoFromDay(view.asOf),
    days: 'as-written',
    weekStart: WEEK_DAYS[view.calendar.weekStart],
    yearStart: view.calendar.yearStart,
    period: '[start, end)',
    order: 'lines-of-one-number-and-customer',
    cancelledOrders: different(rules.map((one) => one.cancelled)),
    zeroOrders: different(rules.map((one) => one.zero)),
    negativeRows: different(rules.map((one) => one.negative)),
    rowsWithoutCustomer: different(rules.map((one) => one.noCustomer)),
    rowsWithoutOrder: different(rules.map((one) => one.orderless)),
    netValue: 'lines-as-in-file-less-refunds',
    refunds: ignored ? 'not-read' : view.refunds === 'behaviour' ? 'lower-their-order' : 'on-their-own-day',
    fullRefund: view.refunds === 'behaviour' ? 'no-purchase' : 'stays-a-purchase',
    refundBeyondOrder: ignored ? 'not-read' : 'lowers-revenue-of-its-day',
    orphanRefund: ignored ? 'not-read' : 'lowers-revenue-of-its-day-makes-no-customer',
    orderDay: 'orders-of-one-customer-and-day-are-one-occasion',
    customer: {
      key: 'of-the-file',
      sameEmail: people.byEmail ? 'one-person' : 'apart',
      samePhone: people.byPhone ? 'one-person' : 'apart',
      // E-mails and phone numbers are told by their fingerprint only.
      setApart: people.apart.length === 0 ? 'none' : fingerprint([...people.apart].sort()),
    },
    futureRows: 'left-out-by-the-day-of-import',
    currency: currency.code,
    otherCurrencies: 'left-out',
    newCustomer: 'first-order-of-the-file',
    unfinishedPeriod: 'shown-never-averaged-or-compared',
    emptyDenominator: 'no-figure-with-a-reason',
    interval: 0.95,
    lapse: view.lapseDays ?? 'until-90-percent-of-waits-ended-kaplan-meier',
    smallN: SMALL_N,
  };
}

function different<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}
