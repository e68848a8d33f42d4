import { dayFromYmd, ymdFromDay, type Day } from '../terms/day';
import { COUNTRIES, SPRING_OFFER } from './assortment';
import { byTime } from './by-time';
import { Dice, runningSums } from './dice';

/** One order as it came to be. */
export interface Basket {
  /** 0 first; -1 for someone whom the till does not know. */
  customer: number;
  day: Day;
  second: number;
  country: number;
  channel: number;
  cancelled: boolean;
}

/** How a customer behaves: mean days between orders, and the chance that an order was the last. */
interface Habit {
  gapDays: number;
  leaving: number;
}
const ONCE: Habit = { gapDays: 0, leaving: 1 };
const NOW_AND_THEN: Habit = { gapDays: 70, leaving: 0.12 };
const REGULAR: Habit = { gapDays: 30, leaving: 0.03 };

const CUSTOMERS = 5000;
const WON_BY_OFFER = 850;
/** A regular has ordered this often when delivery becomes dearer. */
const REGULAR_ORDERS = 3;
const LEAVES_OVER_DELIVERY = 0.34;
const DELIVERY_SLOWS = 1.4;

/** How busy a month is, January first. */
const SEASON = [0.86, 0.84, 0.95, 1, 0.96, 0.82, 0.76, 0.78, 0.95, 1.08, 1.5, 1.65];

/** Two years of orders, by time. The first day is that of the month 23 months before the last day's. */
export function liveTwoYears(dice: Dice, endDay: Day): Basket[] {
  const story = storyUpTo(endDay);
  const baskets: Basket[] = [];
  arrivals(dice, story).forEach(({ day, offer }, customer) => liveOne(dice, story, { customer, day, offer }, baskets));
  for (let i = 0; i < 90; i++) baskets.push({ ...basketOn(dice, story.arrivalDay(dice), 0), customer: -1 });
  return byTime(baskets);
}

interface Story {
  firstDay: Day;
  endDay: Day;
  /** Quarter of the spring offer, [from, to): the second of the shop's life. */
  offer: [Day, Day];
  /** Delivery becomes dearer: the middle of September before the end. */
  dearerDelivery: Day;
  /** A day on which a new customer comes, by season and with some growth. */
  arrivalDay: (dice: Dice) => Day;
  season: (day: Day) => number;
}

function storyUpTo(endDay: Day): Story {
  const { year } = ymdFromDay(endDay);
  const firstDay = dayFromYmd(year - 1, 1, 1);
  const busy = Array.from({ length: endDay - firstDay + 1 }, (_, i) => SEASON[ymdFromDay(firstDay + i).month - 1]!);
  const sums = runningSums(busy.map((season, i) => season * (1 + i / 2000)));
  return {
    firstDay,
    endDay,
    offer: [dayFromYmd(year - 1, 4, 1), dayFromYmd(year - 1, 7, 1)],
    dearerDelivery: dayFromYmd(year, 9, 15),
    arrivalDay: (dice) => firstDay + dice.draw(sums),
    season: (day) => busy[day - firstDay]!,
  };
}

/** First days of all customers, ascending, so that numbers follow time. */
function arrivals(dice: Dice, story: Story): { day: Day; offer: boolean }[] {
  const [from, to] = story.offer;
  const usual = Array.from({ length: CUSTOMERS - WON_BY_OFFER }, () => ({ day: story.arrivalDay(dice), offer: false }));
  const won = Array.from({ length: WON_BY_OFFER }, () => ({ day: dice.between(from, to - 1), offer: true }));
  return [...usual, ...won].sort((a, b) => a.day - b.day);
}

function liveOne(dice: Dice, story: Story, { customer, day, offer }: { customer: number; day: Day; offer: boolean }, into: Basket[]): void {
  const habit = habitOf(dice, offer);
  const country = dice.draw(COUNTRY_SUMS);
  let told = false;
  let slow = 1;
  let at = day;
  for (let orders = 1; at <= story.endDay; orders++) {
    const regular = orders > REGULAR_ORDERS;
    if (regular && !told && at >= story.dearerDelivery) {
      told = true;
      slow = DELIVERY_SLOWS;
      if (dice.chance(LEAVES_OVER_DELIVERY)) return;
    }
    const basket = { ...basketOn(dice, at, country), customer };
    if (offer && orders === 1) basket.channel = SPRING_OFFER;
    // The one order that is called off comes again at once, so nobody is lost by it.
    if (dice.chance(0.011)) into.push({ ...basket, cancelled: true, second: Math.max(0, basket.second - 900) });
    into.push(basket);
    if (dice.chance(habit.leaving)) return;
    at += Math.max(1, Math.round((dice.wait(habit.gapDays) * slow) / story.season(at)));
  }
}

function habitOf(dice: Dice, offer: boolean): Habit {
  const luck = dice.next();
  if (offer) return luck < 0.7 ? ONCE : luck < 0.95 ? NOW_AND_THEN : REGULAR;
  return luck < 0.37 ? ONCE : luck < 0.71 ? NOW_AND_THEN : REGULAR;
}

const COUNTRY_SUMS = runningSums(COUNTRIES.map(([, weight]) => weight));
const CHANNEL_SUMS = runningSums([62, 31, 7]);

function basketOn(dice: Dice, day: Day, country: number): Omit<Basket, 'customer'> {
  const second = Math.min(86_399, Math.floor(7 * 3600 + (dice.next() + dice.next()) * 8 * 3600));
  return { day, second, country, channel: dice.draw(CHANNEL_SUMS), cancelled: false };
}
