import { dayFromYmd, type Day } from '../terms/day';
import { COUNTRIES } from './assortment';
import { customerKey, type Life } from './customer-lives';
import type { Dice } from './dice';
import type { InventedFile, InventedRecord } from './record-sheet';

/** Somebody who joined the shop's club. */
export interface Member {
  key: string;
  /** null for someone who joined and never ordered. */
  life: Life | null;
  signup: Day;
  country: number;
  /** May be written to; null where nobody asked. */
  consent: boolean | null;
  /** Key of the customer who brought this one. */
  referrer: string | null;
}

/** Points that a member has to collect in all for each tier, the lowest first. */
const TIERS: readonly (readonly [points: number, tier: string])[] = [
  [0, 'Leaf'],
  [150, 'Bud'],
  [400, 'Blossom'],
];

/** Tier of a member who has collected so many points. */
export function tierOf(points: number): string {
  return TIERS.findLast(([from]) => points >= from)![1];
}

/** Points of a purchase: one for each euro. */
export function pointsOf(netMinor: number): number {
  return Math.floor(netMinor / 100);
}

const NEVER_ORDERED = 70;

/** Who joined: the more often people buy, the likelier; nearly all at the till of their first order. By day of joining. */
export function joinTheClub(dice: Dice, lives: readonly Life[], firstDay: Day, endDay: Day): Member[] {
  const members: Member[] = [];
  for (const life of lives) {
    const often = life.purchases.length;
    if (!dice.chance((often === 1 ? 0.38 : often < 4 ? 0.6 : 0.84) - (life.offer ? 0.1 : 0))) continue;
    const first = life.purchases[0]!.day;
    const signup = first + (dice.chance(0.72) ? 0 : dice.chance(0.3) ? -dice.between(1, 20) : dice.between(1, 60));
    if (signup > endDay) continue;
    const referrer = !life.offer && dice.chance(0.12) ? friendOf(dice, lives, life.customer, first) : null;
    members.push({
      ...consented(dice),
      key: customerKey(life.customer),
      life,
      signup: Math.max(firstDay, signup),
      country: life.country,
      referrer,
    });
  }
  for (let i = 0; i < NEVER_ORDERED; i++) {
    const [country, signup] = [dice.between(0, COUNTRIES.length - 1), dice.between(firstDay, endDay)];
    members.push({ ...consented(dice), key: customerKey(90_000 + i), life: null, signup, country, referrer: null });
  }
  return members.sort((a, b) => a.signup - b.signup);
}

function consented(dice: Dice): Pick<Member, 'consent'> {
  return { consent: dice.chance(0.03) ? null : dice.chance(0.72) };
}

/** Somebody who had ordered twice before; null when five tries find nobody. */
function friendOf(dice: Dice, lives: readonly Life[], customer: number, day: Day): string | null {
  for (let tries = 0; customer > 0 && tries < 5; tries++) {
    const friend = lives[dice.between(0, customer - 1)]!;
    if (friend.purchases.filter((purchase) => purchase.day < day).length >= 2) return customerKey(friend.customer);
  }
  return null;
}

const CITIES: readonly (readonly string[])[] = [
  ['Hamburg', 'Berlin', 'Köln', 'München', 'Leipzig', 'Bremen', 'Stuttgart'],
  ['Wien', 'Graz', 'Linz'],
  ['Amsterdam', 'Utrecht', 'Rotterdam'],
  ['Paris', 'Lyon', 'Strasbourg'],
  ['Bruxelles', 'Gent', 'Antwerpen'],
  ['Zürich', 'Basel', 'Bern'],
  ['København', 'Aarhus'],
];

/** The club's list as a file. Birthdays are told by about half. */
export function membersFile(dice: Dice, members: readonly Member[]): InventedFile {
  const records = members.map(({ key, life, signup, country, consent, referrer }): InventedRecord => {
    const cities = CITIES[country]!;
    const points = life ? life.purchases.reduce((sum, one) => sum + (one.day >= signup ? pointsOf(one.netMinor) : 0), 0) : 0;
    const city = cities[dice.between(0, cities.length - 1)]!;
    const birthday = dice.chance(0.55) ? dayFromYmd(dice.between(1948, 2004), dice.between(1, 12), dice.between(1, 28)) : null;
    return { customer: key, signup, tier: tierOf(points), city, country: COUNTRIES[country]![0], birthday, referrer, consent };
  });
  return {
    kind: 'customers',
    header: [
      ['member', 'customer'],
      ['joined', 'signup'],
      ['tier', 'tier'],
      ['city', 'city'],
      ['country', 'country'],
      ['birthday', 'birthday'],
      ['brought by', 'referrer'],
      ['newsletter', 'consent'],
    ],
    records,
  };
}
