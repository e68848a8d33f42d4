import type { Day } from '../terms/day';
import { byTime } from './by-time';
import { orderKey, type Purchase } from './customer-lives';
import type { Dice } from './dice';
import { pointsOf, tierOf, type Member } from './members';
import type { InventedFile, InventedRecord, Time } from './record-sheet';

/** Points are good for a year; the till takes them off in the night after. */
const LASTS = 365;
const NIGHT = 3 * 3600;
/** Points that buy something: five euros off for each hundred. */
const REWARD = 100;

interface Movement extends Time {
  record: InventedRecord;
}

/** Every movement of points since the members joined, by time: earned with each order, redeemed, lapsed, corrected. */
export function pointsFile(dice: Dice, members: readonly Member[], endDay: Day): InventedFile {
  const movements = members.flatMap((member) => (member.life ? new Account(dice, member, endDay).movements() : []));
  return {
    kind: 'points',
    header: [
      ['member', 'customer'],
      ['time', 'date'],
      ['movement', 'movement'],
      ['points', 'points'],
      ['balance', 'balance'],
      ['order', 'order'],
      ['valid until', 'expires'],
      ['tier', 'tier'],
    ],
    records: byTime(movements).map(({ record }) => record),
  };
}

/** Points of one member, in lots that lapse on their own days. */
class Account {
  readonly #dice: Dice;
  readonly #member: Member;
  readonly #endDay: Day;
  readonly #made: Movement[] = [];
  #lots: { until: Day; points: number }[] = [];
  #balance = 0;
  #collected = 0;

  constructor(dice: Dice, member: Member, endDay: Day) {
    this.#dice = dice;
    this.#member = member;
    this.#endDay = endDay;
  }

  movements(): Movement[] {
    for (const purchase of this.#member.life!.purchases) {
      if (purchase.day < this.#member.signup) continue;
      this.#lapse(purchase.day);
      if (this.#balance >= REWARD && this.#dice.chance(0.4)) this.#redeem(purchase);
      this.#earn(purchase);
      if (this.#dice.chance(0.012)) this.#correct(purchase);
    }
    this.#lapse(this.#endDay);
    return this.#made;
  }

  #earn({ day, second, order, netMinor }: Purchase): void {
    const points = pointsOf(netMinor);
    if (points === 0) return;
    this.#lots.push({ until: day + LASTS, points });
    this.#collected += points;
    this.#move({ day, second }, 'earn', points, orderKey(order), day + LASTS);
  }

  #redeem({ day, second, order }: Purchase): void {
    const points = this.#balance >= 2 * REWARD && this.#dice.chance(0.4) ? 2 * REWARD : REWARD;
    let left = points;
    for (const lot of this.#lots) {
      const taken = Math.min(left, lot.points);
      lot.points -= taken;
      left -= taken;
    }
    this.#move({ day, second: Math.max(0, second - 60) }, 'redeem', -points, orderKey(order), null);
  }

  /** Somebody at the shop makes good for a mishap. */
  #correct({ day, second }: Purchase): void {
    const at = { day, second: Math.min(86_399, second + 5400) };
    this.#lots.push({ until: at.day + LASTS, points: 25 });
    this.#move(at, 'adjust', 25, null, at.day + LASTS);
  }

  /** Takes off what was good until a day before this one. */
  #lapse(day: Day): void {
    for (const lot of this.#lots) {
      if (lot.until < day && lot.points > 0) this.#move({ day: lot.until + 1, second: NIGHT }, 'expire', -lot.points, null, null);
    }
    this.#lots = this.#lots.filter((lot) => lot.until >= day && lot.points > 0);
  }

  #move({ day, second }: Time, movement: string, points: number, order: string | null, expires: Day | null): void {
    this.#balance += points;
    const { key: customer } = this.#member;
    const [date, tier] = [{ day, second }, tierOf(this.#collected)];
    this.#made.push({ day, second, record: { customer, date, movement, points, balance: this.#balance, order, expires, tier } });
  }
}
