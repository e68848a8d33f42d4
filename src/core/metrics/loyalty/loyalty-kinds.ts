import type { View } from '../../../terms/view';
import type { ShopTables } from '../../tables/shop-tables';
import { customersWhere, difference } from '../customer-sets';
import { lapseWindow } from '../lapse/lapse-window';
import { recommendAnswers } from '../voice/recommend-answers';
import { peopleOf } from '../record-input';
import { latestByPerson, type SurveyParams } from '../voice/survey-answers';

export interface LoyaltyParams extends SurveyParams {
  /** Share of a customer's orders, 0 to 1, from which on the customer depends on discounts. */
  discountShare: number;
}

/** Answer, standing and price of a respondent: 9 or 10 or less; ordered within the lapse window or not; pays full price or by discount. */
const ANSWERS = ['promoter', 'other'] as const;
const STANDINGS = ['active', 'lapsed'] as const;
const PRICES = ['full', 'discount'] as const;

/** The eight cells, `promoter-active-full` first. */
export const LOYALTY_CELLS = ANSWERS.flatMap((answer) =>
  STANDINGS.flatMap((standing) => PRICES.map((price) => `${answer}-${standing}-${price}` as const)),
);
export type LoyaltyCell = (typeof LOYALTY_CELLS)[number];

/**
 * What a cell is called. `true`: promoters who still buy at full price. `forced`: they still buy at full price without speaking for the
 * shop, as those do who have no other choice. `price-only`: they still buy, mostly on discount, whatever they answer. `at-risk`: promoters
 * who have lapsed. `silent`: the others who have lapsed.
 */
export type LoyaltyKind = 'true' | 'forced' | 'price-only' | 'at-risk' | 'silent';

export function loyaltyKind(cell: LoyaltyCell): LoyaltyKind {
  const [answer, standing, price] = cell.split('-');
  if (standing === 'lapsed') return answer === 'promoter' ? 'at-risk' : 'silent';
  if (price === 'discount') return 'price-only';
  return answer === 'promoter' ? 'true' : 'forced';
}

/** Respondents by cell, and everybody whom the eight cells do not hold. */
export interface LoyaltyPeople {
  cells: Record<LoyaltyCell, Uint32Array>;
  /** Known respondents with a purchase up to the as-of day: the eight cells together. */
  bought: Uint32Array;
  /** Known respondents without one. */
  neverBought: Uint32Array;
  /** Customers with a purchase who gave no answer. */
  noAnswer: Uint32Array;
  /** Answers, records ascending, of nobody known. */
  unknown: Uint32Array;
}

/** The latest answer of each person within the view decides. Cost: one pass over orders, n log n in the answers. */
export function loyaltyPeople(tables: ShopTables, view: View, params: LoyaltyParams): LoyaltyPeople {
  const { orders } = tables;
  const table = tables.records('answers');
  const { rows, promotion, unknown } = recommendAnswers(table, view, params);
  const latest = latestByPerson(table, rows);
  const respondents = peopleOf(table, rows);
  const buyers = customersWhere(orders, (c) => orders.first[c]! < orders.first[c + 1]! && orders.day[orders.first[c]!]! <= view.asOf);
  const noAnswer = difference(buyers, respondents);
  const bought = difference(buyers, noAnswer);
  const cellOf = standingOf(tables, view, params);
  const byCell = new Map(LOYALTY_CELLS.map((cell) => [cell, [] as number[]]));
  for (const person of bought) {
    const answer = promotion(latest.get(person)!) === 'promoter' ? 'promoter' : 'other';
    byCell.get(`${answer}-${cellOf(person)}`)!.push(person);
  }
  const cells = Object.fromEntries([...byCell].map(([cell, who]) => [cell, Uint32Array.from(who)])) as LoyaltyPeople['cells'];
  return { cells, bought, neverBought: difference(respondents, bought), noAnswer, unknown };
}

/** Standing and price of a customer with a purchase. Where no file tells discounts, everybody pays full price. */
function standingOf({ orders, facts }: ShopTables, view: View, { discountShare }: LoyaltyParams) {
  const since = view.asOf - lapseWindow(orders, view).days;
  const { discount } = facts;
  return (c: number): `${(typeof STANDINGS)[number]}-${(typeof PRICES)[number]}` => {
    let [all, off, last] = [0, 0, 0];
    for (let i = orders.first[c]!; i < orders.first[c + 1]! && orders.day[i]! <= view.asOf; i++) {
      all++;
      last = orders.day[i]!;
      if ((discount?.[orders.ledgerOrder[i]!] ?? 0) > 0) off++;
    }
    return `${last > since ? 'active' : 'lapsed'}-${off > 0 && off / all >= discountShare ? 'discount' : 'full'}`;
  };
}
