import type { Day } from '../../../terms/day';
import type { View } from '../../../terms/view';
import { NO_DAY, NONE } from '../../columns/batch';
import { FLAG_NO, FLAG_UNKNOWN, FLAG_YES } from '../../columns/records';
import type { OrderTable } from '../../columns/order-table';
import { flagsOf, textsOf, type RecordTable } from '../../tables/record-table';
import { horizon } from '../periods';

/** Arm under which the intake keeps those who were held out. */
const HELD_OUT = 'control';
export const EVENTS = ['delivered', 'opened', 'clicked', 'converted'] as const;
export type ContactEvent = (typeof EVENTS)[number];

/** One person and one campaign: all records of the two together. */
export interface Contact {
  person: number;
  campaign: string;
  heldOut: boolean;
  /** First day in the view on which it was sent, NO_DAY where no day is known. */
  day: Day;
  /** FLAG_YES when any record says yes, FLAG_NO when one says no, else FLAG_UNKNOWN. */
  events: Record<ContactEvent, number>;
}

/**
 * Who was reached by which campaign: those sent in the view, and those of no known day.
 *
 * Several records of a person and a campaign are one contact, so that a file of coupons redeemed joins the file of coupons sent. Records of
 * nobody known are left out. What bounced was not delivered, and what is known not to have bounced was. Cost: one pass over contacts.
 */
export function campaignContacts(table: RecordTable, view: View): Contact[] {
  const campaigns = textsOf(table, 'campaign');
  const arms = textsOf(table, 'arm');
  const found = new Map<number, Contact & { dated: boolean }>();
  const flags = EVENTS.flatMap((name) => {
    const values = flagsOf(table, name)?.values;
    return values ? [[name, values] as const] : [];
  });
  const delivered = flagsOf(table, 'delivered')?.values;
  const bounced = flagsOf(table, 'bounced')?.values;
  const codes = (campaigns?.texts.length ?? 0) + 1;
  for (let row = 0; row < table.rows; row++) {
    if (table.person[row] === NONE || table.day[row]! > view.asOf) continue;
    // A pair of numbers in one: a text for each of as many contacts would cost more than all the rest.
    const code = campaigns?.codes[row] ?? NONE;
    const key = table.person[row]! * codes + (code === NONE ? codes - 1 : code);
    let contact = found.get(key);
    if (!contact) found.set(key, (contact = { ...emptyContact(table.person[row]!, textAt(campaigns, row)), dated: false }));
    contact.heldOut ||= textAt(arms, row) === HELD_OUT;
    const day = table.day[row]!;
    contact.dated ||= day !== NO_DAY;
    if (day >= view.from && day < horizon(view) && (contact.day === NO_DAY || day < contact.day)) contact.day = day;
    for (const [name, values] of flags) note(contact.events, name, values[row]!);
    if (bounced && (delivered?.[row] ?? FLAG_UNKNOWN) === FLAG_UNKNOWN) note(contact.events, 'delivered', notBounced(bounced[row]!));
  }
  return [...found.values()].filter(({ dated, day }) => !dated || day !== NO_DAY);
}

function textAt(field: ReturnType<typeof textsOf>, row: number): string {
  const code = field?.codes[row] ?? NONE;
  return code === NONE ? '' : field!.texts[code]!;
}

function emptyContact(person: number, campaign: string): Contact {
  const events = { delivered: FLAG_UNKNOWN, opened: FLAG_UNKNOWN, clicked: FLAG_UNKNOWN, converted: FLAG_UNKNOWN };
  return { person, campaign, heldOut: false, day: NO_DAY, events };
}

function notBounced(flag: number): number {
  if (flag === FLAG_UNKNOWN) return FLAG_UNKNOWN;
  return flag === FLAG_NO ? FLAG_YES : FLAG_NO;
}

/** A yes stands whatever other records say, a no where none says yes. */
function note(events: Contact['events'], name: ContactEvent, flag: number): void {
  if (flag === FLAG_YES || (flag === FLAG_NO && events[name] === FLAG_UNKNOWN)) events[name] = flag;
}

/** Whether a person ordered from the day of the contact to `withinDays` days after it. */
export function orderedWithin({ customers, first, day }: OrderTable, contact: Contact, withinDays: number): boolean {
  if (contact.person >= customers) return false;
  let i = first[contact.person]!;
  while (i < first[contact.person + 1]! && day[i]! < contact.day) i++;
  return i < first[contact.person + 1]! && day[i]! <= contact.day + withinDays;
}
