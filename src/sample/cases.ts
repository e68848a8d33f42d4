import type { Day } from '../terms/day';
import { byTime } from './by-time';
import { customerKey, orderKey, type Life, type Purchase } from './customer-lives';
import { isLate, slowFrom, type Delivery } from './deliveries';
import { runningSums, type Dice } from './dice';
import type { InventedFile, InventedRecord, Time } from './record-sheet';

const LATE = 'Late delivery';
const DEAR = 'Delivery cost';
const DAMAGED = 'Damaged';
const OTHER = ['Wrong item', 'Taste', 'Payment', 'Question about an order'];
const CHANNELS = ['E-mail', 'Telephone', 'Chat'];
const CHANNEL_SUMS = runningSums([6, 3, 2]);
const SEVERITY: Readonly<Record<string, readonly number[]>> = { [LATE]: [2, 5, 3], [DAMAGED]: [1, 4, 5] };
const SEVERITIES = ['low', 'medium', 'high'];

interface Case extends Time {
  record: InventedRecord;
}

/** Complaints and questions about orders, each with when it was opened, answered and closed; the last ones are open still. */
export function casesFile(dice: Dice, lives: readonly Life[], came: readonly Delivery[], endDay: Day): InventedFile {
  const cases: Case[] = [];
  for (const life of lives) {
    for (const purchase of life.purchases) {
      const delivery = came[purchase.order]!;
      const complaint = complaintOf(dice, purchase, delivery, endDay);
      if (complaint && complaint.day <= endDay) cases.push(caseOf(dice, { life, purchase, delivery, endDay }, complaint));
    }
  }
  return {
    kind: 'feedback',
    header: [
      ['customer', 'customer'],
      ['order', 'order'],
      ['opened', 'date'],
      ['first answered', 'answered'],
      ['closed', 'closed'],
      ['promised', 'promised'],
      ['delivered', 'delivered'],
      ['topic', 'topic'],
      ['severity', 'severity'],
      ['status', 'status'],
      ['channel', 'channel'],
    ],
    records: byTime(cases).map(({ record }) => record),
  };
}

/** What goes wrong with an order, and the day on which the customer writes; null for most. */
function complaintOf(dice: Dice, { day, refunded }: Purchase, delivery: Delivery, endDay: Day): { topic: string; day: Day } | null {
  const arrived = delivery.delivered ?? delivery.promised + 4;
  if (isLate(delivery, endDay)) return dice.chance(0.2) ? { topic: LATE, day: delivery.promised + dice.between(1, 3) } : null;
  // Whoever sends things back wrote before.
  if (refunded !== null && dice.chance(0.35)) return { topic: DAMAGED, day: Math.min(refunded, arrived + dice.between(0, 2)) };
  if (day >= slowFrom(endDay) + 14 && dice.chance(0.025)) return { topic: DEAR, day };
  return dice.chance(0.012) ? { topic: OTHER[dice.between(0, OTHER.length - 1)]!, day: arrived + dice.between(0, 4) } : null;
}

function caseOf(
  dice: Dice,
  { life, purchase, delivery, endDay }: { life: Life; purchase: Purchase; delivery: Delivery; endDay: Day },
  { topic, day }: { topic: string; day: Day },
): Case {
  const slow = day >= slowFrom(endDay);
  const opened = { day: Math.max(day, purchase.day), second: dice.between(8 * 3600, 21 * 3600) };
  if (opened.day === purchase.day) opened.second = Math.min(86_399, Math.max(opened.second, purchase.second + 900));
  const answered = later(opened, dice.wait(slow ? 21 : 6) * 3600);
  const closed = later(answered, dice.wait(slow ? 60 : 30) * 3600);
  const known = (time: Time): Time | null => (time.day <= endDay ? time : null);
  // One case in forty is forgotten.
  const done = dice.chance(0.025) ? null : known(closed);
  const record: InventedRecord = {
    customer: customerKey(life.customer),
    order: orderKey(purchase.order),
    date: opened,
    answered: known(answered),
    closed: done,
    promised: delivery.promised,
    delivered: delivery.delivered,
    topic,
    severity: SEVERITIES[dice.draw(runningSums(SEVERITY[topic] ?? [5, 4, 1]))]!,
    status: done ? 'closed' : 'open',
    channel: CHANNELS[dice.draw(CHANNEL_SUMS)]!,
  };
  return { ...opened, record };
}

function later({ day, second }: Time, seconds: number): Time {
  const at = second + Math.round(seconds);
  return { day: day + Math.floor(at / 86_400), second: at % 86_400 };
}
