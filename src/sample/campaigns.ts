import { dayFromYmd, ymdFromDay, type Day } from '../terms/day';
import type { Dice } from './dice';
import type { Member } from './members';
import type { InventedFile, InventedRecord } from './record-sheet';

/** A mailing to the club. */
interface Campaign {
  name: string;
  /** 0 for the last year of the shop, 1 for the one before. */
  yearsBack: number;
  month: number;
  dayOfMonth: number;
  /** Takes a tenth off one order; '' for a letter without. */
  coupon: string;
  /** Major units for each contact. */
  cost: number;
  /** Whom it goes to: everybody, or those who have not ordered for a while. */
  to: 'all' | 'silent';
  /** Whether more of those who got it order than of those held out. Orders are what they are, so it is told by who is held out. */
  works: boolean;
}

const CAMPAIGNS: readonly Campaign[] = [
  { name: 'New harvest', yearsBack: 1, month: 5, dayOfMonth: 14, coupon: '', cost: 0.04, to: 'all', works: true },
  { name: 'We miss you', yearsBack: 1, month: 8, dayOfMonth: 20, coupon: 'BACK10', cost: 0.04, to: 'silent', works: false },
  { name: 'Winter teas', yearsBack: 1, month: 11, dayOfMonth: 5, coupon: '', cost: 0.04, to: 'all', works: true },
  { name: 'Thank you card', yearsBack: 0, month: 1, dayOfMonth: 21, coupon: 'THANKS10', cost: 0.85, to: 'all', works: true },
  { name: 'New harvest again', yearsBack: 0, month: 4, dayOfMonth: 15, coupon: '', cost: 0.04, to: 'all', works: true },
  { name: 'Iced tea', yearsBack: 0, month: 6, dayOfMonth: 17, coupon: 'ICE10', cost: 0.04, to: 'all', works: true },
  { name: 'We miss you too', yearsBack: 0, month: 8, dayOfMonth: 19, coupon: 'BACK10', cost: 0.04, to: 'silent', works: false },
  { name: 'Sorry for the wait', yearsBack: 0, month: 10, dayOfMonth: 21, coupon: 'SORRY10', cost: 0.85, to: 'all', works: true },
];
/** Days within which an order counts as an answer. */
const WITHIN = 14;
const SILENT = 90;

/** Orders that a coupon was handed in with. */
export type CouponOrders = ReadonlySet<number>;

/** Whom the shop wrote to and what came of it, one contact a row; and the orders that a coupon of theirs was used for. */
export function campaignsFile(dice: Dice, members: readonly Member[], endDay: Day): { file: InventedFile; coupons: CouponOrders } {
  const coupons = new Set<number>();
  const left = new Set<Member>();
  const records: InventedRecord[] = [];
  const { year } = ymdFromDay(endDay);
  for (const campaign of CAMPAIGNS) {
    const day = dayFromYmd(year - campaign.yearsBack, campaign.month, campaign.dayOfMonth);
    if (day + WITHIN > endDay) continue;
    for (const member of members) {
      if (!member.consent || member.signup >= day || left.has(member) || !isMeant(campaign, member, day)) continue;
      records.push(contact(dice, campaign, member, { day, left, coupons }));
    }
  }
  const header: InventedFile['header'] = [
    ['customer', 'customer'],
    ['campaign', 'campaign'],
    ['sent', 'date'],
    ['group', 'arm'],
    ['delivered', 'delivered'],
    ['opened', 'opened'],
    ['clicked', 'clicked'],
    ['ordered', 'converted'],
    ['unsubscribed', 'unsubscribed'],
    ['coupon', 'coupon'],
    ['cost', 'cost'],
    ['channel', 'channel'],
  ];
  return { file: { kind: 'contacts', header, records }, coupons };
}

function isMeant({ to }: Campaign, { life }: Member, day: Day): boolean {
  const last = life?.purchases.findLast((purchase) => purchase.day < day)?.day;
  return to === 'all' || (last !== undefined && last < day - SILENT);
}

function contact(
  dice: Dice,
  { name, coupon, cost, works }: Campaign,
  member: Member,
  { day, left, coupons }: { day: Day; left: Set<Member>; coupons: Set<number> },
): InventedRecord {
  const order = member.life?.purchases.find((purchase) => purchase.day > day && purchase.day <= day + WITHIN);
  const held = dice.chance(works && order ? 0.07 : 0.11);
  const letter = cost > 0.5;
  const delivered = !held && dice.chance(letter ? 0.99 : 0.97);
  const opened = delivered && !letter && dice.chance(order ? 0.62 : 0.36) ? day + dice.between(0, 2) : null;
  const clicked = opened !== null && dice.chance(order ? 0.5 : 0.13) ? opened : null;
  const redeems = !held && coupon !== '' && order !== undefined && dice.chance(0.55);
  if (redeems) coupons.add(order.order);
  const unsubscribes = opened !== null && dice.chance(0.012);
  if (unsubscribes) left.add(member);
  return {
    customer: member.key,
    campaign: name,
    date: day,
    arm: held ? 'control' : 'treatment',
    delivered,
    // Nobody knows what becomes of a letter.
    opened: letter ? null : (opened ?? false),
    clicked: letter ? null : (clicked ?? false),
    converted: order ? order.day : false,
    unsubscribed: unsubscribes ? opened : false,
    coupon: held || coupon === '' ? null : coupon,
    cost: held ? 0 : cost,
    channel: letter ? 'Letter' : 'E-mail',
  };
}
