import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { NO_DAY, NONE, REFUND } from '../../src/core/columns/batch';
import { buildLedger } from '../../src/core/columns/ledger';
import { FLAG_UNKNOWN, FLAG_YES, type RecordBatch, type RecordField } from '../../src/core/columns/records';
import { unpack } from '../../src/core/columns/packed-strings';
import { findPeople } from '../../src/core/people/find-people';
import { ShopBook } from '../../src/core/tables/shop-tables';
import { createEngine } from '../../src/engine/engine';
import { countRecords } from '../../src/intake/records/count-records';
import { makeSampleShop, type SampleShop } from '../../src/sample/make-sample-shop';
import { openStore } from '../../src/storage/open-store';
import { dayFromIso, isoFromDay } from '../../src/terms/day';
import { FIELDS, type RecordKind } from '../../src/terms/fields';
import { DEFAULT_PEOPLE_RULES } from '../../src/terms/people';
import { cpuTime } from '../cpu-time';

const shop = makeSampleShop(1);
const LAST = dayFromIso('2025-12-31')!;
const SLOW = dayFromIso('2025-09-01')!;
const day = (iso: string): number => dayFromIso(iso)!;

const ofKind = (kind: RecordKind, of: SampleShop = shop): Omit<RecordBatch, 'importId'> =>
  of.records.find(({ records }) => records.kind === kind)!.records;

function texts(batch: Omit<RecordBatch, 'importId'>, name: RecordField): (string | null)[] {
  const field = batch.fields[name]!;
  if (field.type !== 'text') throw new Error(`${name} is no text`);
  return Array.from(field.codes, (code) => (code === NONE ? null : unpack(field.texts, code)));
}
function days(batch: Omit<RecordBatch, 'importId'>, name: RecordField): (number | null)[] {
  const field = batch.fields[name]!;
  if (field.type !== 'day') throw new Error(`${name} is no day`);
  return Array.from(field.values, (value) => (value === NO_DAY ? null : value));
}
/** Seconds since 1970, null where there is no day. */
function times(batch: Omit<RecordBatch, 'importId'>, name: RecordField): (number | null)[] {
  const field = batch.fields[name]!;
  if (field.type !== 'day') throw new Error(`${name} is no day`);
  return Array.from(field.values, (value, i) => (value === NO_DAY ? null : value * 86_400 + field.seconds![i]!));
}
function numbers(batch: Omit<RecordBatch, 'importId'>, name: RecordField): Float64Array {
  const field = batch.fields[name]!;
  if (field.type !== 'number') throw new Error(`${name} is no number`);
  return field.values;
}
function flags(batch: Omit<RecordBatch, 'importId'>, name: RecordField): Uint8Array {
  const field = batch.fields[name]!;
  if (field.type !== 'flag') throw new Error(`${name} is no flag`);
  return field.values;
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the records of the sample shop', () => {
  it('are of all five kinds, each as columns of one length with fields of its kind, whatever the seed', () => {
    for (const seed of [1, 2, 20_260_101]) {
      const made = makeSampleShop(seed);
      expect(made.records.map(({ records }) => records.kind)).toEqual(['customers', 'answers', 'points', 'feedback', 'contacts']);
      for (const { records, file } of made.records) {
        const roles = FIELDS[records.kind].map(({ role }): string => role);
        for (const [name, field] of Object.entries(records.fields)) {
          expect(name === 'scale' || roles.includes(name)).toBe(true);
          expect((field.type === 'text' ? field.codes : field.values).length).toBe(records.rows);
        }
        expect(file.kind).toBe(records.kind);
        expect(file.plan.roles.filter((role) => !roles.includes(role))).toEqual([]);
        expect(file.used).toBe(new Set(records.line).size);
        expect(Math.max(...records.line)).toBe(file.rows + 1);
      }
    }
  });

  it('are about customers of the orders, but for those who joined the club and never ordered', () => {
    const ledger = buildLedger([{ ...shop.batch, importId: 1 }]);
    const batches = shop.records.map(({ records }, i) => ({ ...records, importId: i + 2 }));
    const book = new ShopBook({ ledger, people: findPeople([], DEFAULT_PEOPLE_RULES), records: batches });
    const tables = book.tables({ refunds: 'behaviour', asOf: LAST });
    expect(tables.persons - ledger.customers).toBe(70);
    for (const kind of ['points', 'feedback'] as const)
      expect(tables.records(kind).person.every((person) => person < ledger.customers)).toBe(true);
    const anonymous = tables.records('answers').person.filter((person) => person === NONE).length / tables.records('answers').rows;
    expect(anonymous).toBeGreaterThan(0.01);
    expect(anonymous).toBeLessThan(0.06);
  });

  it('know nothing that comes after the last day', () => {
    for (const { records } of shop.records) {
      for (const [name, field] of Object.entries(records.fields)) {
        if (name === 'expires' || name === 'promised') continue;
        const known = field.type === 'day' ? field.values : field.type === 'flag' ? (field.days ?? []) : [];
        expect(Math.max(NO_DAY, ...known), `${records.kind}.${name}`).toBeLessThanOrEqual(LAST);
      }
    }
  });

  it('leave the orders as they are: the dice of the orders throw nothing else', () => {
    const { lines } = shop.batch;
    const sold = lines.amountMinor.reduce((sum, amount, i) => sum + (lines.kind[i] === REFUND ? -amount : amount), 0);
    // Lines, orders and money as they were before there were records.
    expect([lines.rows, shop.batch.orders.ends.length, sold]).toEqual([38_226, 19_024, 74_992_346]);
  });
});

describe('the orders of the sample shop', () => {
  const { lines } = shop.batch;

  it('were dearer by what the spring offer took off: three tenths of the price', () => {
    const offer = lines.attributes.channel!;
    for (let i = 0; i < lines.rows; i++) {
      if (lines.kind[i] === REFUND) expect(lines.discountMinor![i]).toBe(0);
      else if (offer[i] === 3) {
        const price = lines.discountMinor![i]! + lines.amountMinor[i]!;
        expect(Math.abs(lines.discountMinor![i]! - price * 0.3)).toBeLessThanOrEqual(3);
      }
    }
    const coupons = lines.discountMinor!.filter((off, i) => off > 0 && offer[i] !== 3);
    expect(coupons.length).toBeGreaterThan(100);
  });

  it('come late four times as often from September 2025 on, and the last are on their way', () => {
    const [promised, delivered] = [lines.promised!.values, lines.delivered!.values];
    const late = (from: number, to: number): number => {
      const came = [...lines.day.keys()].filter((i) => lines.day[i]! >= from && lines.day[i]! < to && delivered[i] !== NO_DAY);
      return came.filter((i) => delivered[i]! > promised[i]!).length / came.length;
    };
    expect(late(SLOW, day('2025-12-01'))).toBeGreaterThan(4 * late(day('2025-01-01'), SLOW));
    for (let i = 0; i < lines.rows; i++)
      if (delivered[i] !== NO_DAY && lines.kind[i] !== REFUND) expect(delivered[i]!).toBeGreaterThan(lines.day[i]!);
    const away = delivered.filter((at, i) => at === NO_DAY && lines.day[i]! > LAST - 5).length;
    expect(away).toBeGreaterThan(100);
  });
});

describe('the survey of the sample shop', () => {
  const answers = ofKind('answers');
  const [question, scale, date] = [texts(answers, 'question'), texts(answers, 'scale'), days(answers, 'date')];
  const score = numbers(answers, 'score');
  const scores = (word: RegExp, from: string, to: string): number[] =>
    [...score].filter((value, i) => !Number.isNaN(value) && word.test(question[i]!) && date[i]! >= day(from) && date[i]! < day(to));

  it('asks three questions of loyalty on 0 to 10 and one of satisfaction on 1 to 5, and every score lies on its scale', () => {
    const asked = new Set(question.flatMap((text, i) => (scale[i] === null ? [] : [`${text} ${scale[i]}`])));
    expect([...asked].sort()).toEqual([
      'How likely are you to buy from us again? 0-10',
      'How likely are you to buy other products from us? 0-10',
      'How likely are you to recommend us to a friend? 0-10',
      'How satisfied are you with us? 1-5',
    ]);
    score.forEach((value, i) => {
      if (scale[i] === null) return expect(value).toBeNaN();
      const [low, high] = scale[i]!.split('-').map(Number);
      expect(value).toBeGreaterThanOrEqual(low!);
      expect(value).toBeLessThanOrEqual(high!);
    });
    expect(score).toContain(0);
  });

  it('has blanks, and people who answered twice in a wave', () => {
    const sheets = new Set(answers.line).size;
    expect(scores(/satisfied/, '2024-01-01', '2026-01-01').length).toBeLessThan(sheets);
    const [customer, survey, respondent] = [texts(answers, 'customer'), texts(answers, 'survey'), texts(answers, 'respondent')];
    const seen = new Map<string, Set<string>>();
    customer.forEach((key, i) => {
      if (key === null) return;
      const wave = `${key} ${survey[i]}`;
      seen.set(wave, (seen.get(wave) ?? new Set()).add(respondent[i]!));
    });
    const twice = [...seen.values()].filter((sheetsOf) => sheetsOf.size > 1).length;
    expect(twice).toBeGreaterThan(20);
    expect(twice).toBeLessThan(seen.size / 10);
  });

  it('tells that fewer would recommend the shop after delivery became slow and dear, and fewer are satisfied', () => {
    for (const word of [/recommend/, /satisfied/]) {
      const before = scores(word, '2025-07-01', '2025-09-01');
      const after = scores(word, '2025-10-01', '2026-01-01');
      expect(Math.min(before.length, after.length)).toBeGreaterThan(200);
      expect(mean(after)).toBeLessThan(mean(before) - 0.3);
    }
  });
});

describe('the points of the sample shop', () => {
  const points = ofKind('points');

  it('are a ledger: every balance is the one before and the movement, never below zero, by time', () => {
    const [customer, balance, moved] = [texts(points, 'customer'), numbers(points, 'balance'), numbers(points, 'points')];
    const [at, movement] = [times(points, 'date'), texts(points, 'movement')];
    const last = new Map<string, number>();
    for (let i = 0; i < points.rows; i++) {
      expect(balance[i]).toBe((last.get(customer[i]!) ?? 0) + moved[i]!);
      expect(balance[i]!).toBeGreaterThanOrEqual(0);
      last.set(customer[i]!, balance[i]!);
      if (i > 0) expect(at[i]!).toBeGreaterThanOrEqual(at[i - 1]!);
      expect(moved[i]! > 0).toBe(movement[i] === 'earn' || movement[i] === 'adjust');
    }
    expect(new Set(movement)).toEqual(new Set(['earn', 'redeem', 'expire', 'adjust']));
  });

  it('were earned by members with the orders that they name, and expire a year later', () => {
    const signup = days(ofKind('customers'), 'signup');
    const joined = new Map(texts(ofKind('customers'), 'customer').map((key, i) => [key, signup[i]!]));
    const [customer, date, order] = [texts(points, 'customer'), days(points, 'date'), texts(points, 'order')];
    const expires = days(points, 'expires');
    const dayOf = new Map(
      Array.from(shop.batch.lines.order, (code, i) => [unpack(shop.batch.orders, code), shop.batch.lines.day[i]!] as const).reverse(),
    );
    texts(points, 'movement').forEach((movement, i) => {
      if (movement !== 'earn') return;
      expect(dayOf.get(order[i]!)).toBe(date[i]);
      expect(date[i]!).toBeGreaterThanOrEqual(joined.get(customer[i]!)!);
      expect(expires[i]).toBe(date[i]! + 365);
    });
  });
});

describe('the cases of the sample shop', () => {
  const cases = ofKind('feedback');
  const [opened, answered, closed] = [times(cases, 'date'), times(cases, 'answered'), times(cases, 'closed')];

  it('are opened, then answered, then closed; what is closed was answered, and some are open', () => {
    opened.forEach((at, i) => {
      if (answered[i] !== null) expect(answered[i]!).toBeGreaterThanOrEqual(at!);
      if (closed[i] !== null) expect(closed[i]!).toBeGreaterThanOrEqual(answered[i]!);
    });
    const status = texts(cases, 'status');
    expect(status.every((word, i) => (word === 'closed') === (closed[i] !== null))).toBe(true);
    expect(status.filter((word) => word === 'open').length).toBeGreaterThan(10);
  });

  it('tell that more complain of late parcels since September 2025, and wait longer for an answer', () => {
    const topic = texts(cases, 'topic');
    const from = (iso: string): number => day(iso) * 86_400;
    const within = (a: string, b: string) => [...opened.keys()].filter((i) => opened[i]! >= from(a) && opened[i]! < from(b));
    const [before, after] = [within('2025-05-01', '2025-09-01'), within('2025-09-01', '2026-01-01')];
    const late = (list: readonly number[]) => list.filter((i) => topic[i] === 'Late delivery').length;
    expect(late(after)).toBeGreaterThan(2 * late(before));
    const wait = (list: readonly number[]) => mean(list.filter((i) => answered[i] !== null).map((i) => answered[i]! - opened[i]!));
    expect(wait(after)).toBeGreaterThan(2 * wait(before));
  });
});

describe('the campaigns of the sample shop', () => {
  const contacts = ofKind('contacts');
  const arm = texts(contacts, 'arm');
  const [delivered, opened, clicked, converted] = (['delivered', 'opened', 'clicked', 'converted'] as const).map((name) =>
    flags(contacts, name),
  );

  it('hold out a tenth, who get nothing; what was clicked was opened, what was opened was delivered', () => {
    const channel = texts(contacts, 'channel');
    const held = arm.filter((name) => name === 'control').length / contacts.rows;
    expect(held).toBeGreaterThan(0.07);
    expect(held).toBeLessThan(0.13);
    for (let i = 0; i < contacts.rows; i++) {
      if (arm[i] === 'control') expect([delivered![i], opened![i] === FLAG_YES, clicked![i] === FLAG_YES]).toEqual([0, false, false]);
      if (opened![i] === FLAG_YES) expect(delivered![i]).toBe(FLAG_YES);
      if (clicked![i] === FLAG_YES) expect(opened![i]).toBe(FLAG_YES);
      // Nobody knows what becomes of a letter.
      expect(opened![i] === FLAG_UNKNOWN).toBe(channel[i] === 'Letter');
    }
  });

  it('go to members who may be written to, and to nobody who has left', () => {
    const consent = flags(ofKind('customers'), 'consent');
    const may = new Set(texts(ofKind('customers'), 'customer').filter((_, i) => consent[i] === FLAG_YES));
    const [customer, date, left] = [texts(contacts, 'customer'), days(contacts, 'date'), flags(contacts, 'unsubscribed')];
    const gone = new Map<string, number>();
    customer.forEach((key, i) => {
      expect(may.has(key)).toBe(true);
      expect(gone.has(key!) && date[i]! > gone.get(key!)!).toBe(false);
      if (left[i] === FLAG_YES) gone.set(key!, date[i]!);
    });
    expect(gone.size).toBeGreaterThan(5);
  });

  it('bring orders that were placed within two weeks, and more of them where they were sent', () => {
    const [customer, date] = [texts(contacts, 'customer'), days(contacts, 'date')];
    const field = contacts.fields.converted!;
    const at = field.type === 'flag' ? field.days! : new Int32Array(0);
    const ordered = new Set(
      Array.from(shop.batch.lines.customer, (code, i) => `${unpack(shop.batch.customers, code)} ${isoFromDay(shop.batch.lines.day[i]!)}`),
    );
    for (let i = 0; i < contacts.rows; i++) {
      if (converted![i] !== FLAG_YES) continue;
      expect(at[i]! - date[i]!).toBeLessThanOrEqual(14);
      expect(ordered.has(`${customer[i]} ${isoFromDay(at[i]!)}`)).toBe(true);
    }
    const share = (name: string): number => {
      const of = [...arm.keys()].filter((i) => arm[i] === name);
      return of.filter((i) => converted![i] === FLAG_YES).length / of.length;
    };
    expect(share('treatment')).toBeGreaterThan(share('control') * 1.2);
  });
});

describe('the sample shop in the app', () => {
  it('is kept as six files at once, which say what they hold', async () => {
    const engine = createEngine(await openStore('sample-records'));
    const info = await engine.sampleShop(1);
    expect(info.imports.map(({ name, kind }) => [name, kind])).toEqual([
      ['sample-orders.csv', 'orders'],
      ['sample-members.csv', 'customers'],
      ['sample-survey.csv', 'answers'],
      ['sample-points.csv', 'points'],
      ['sample-cases.csv', 'feedback'],
      ['sample-campaigns.csv', 'contacts'],
    ]);
    shop.records.forEach(({ records }, i) => expect(info.imports[i + 1]!.counts).toEqual(countRecords(records)));
    for (const { id, used } of info.imports) expect(info.standing[id]).toMatchObject({ counted: used, repeated: 0, heldBack: 0 });
    expect(info.customers).toBe(5000);
  });

  it('is made quickly', () => {
    // 0.2 s where nothing else runs.
    const before = cpuTime();
    makeSampleShop(3);
    expect(cpuTime() - before).toBeLessThan(1200);
  });
});
