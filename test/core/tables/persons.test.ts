import { describe, expect, it } from 'vitest';
import { NONE } from '../../../src/core/columns/batch';
import { buildLedger } from '../../../src/core/columns/ledger';
import type { RecordBatch } from '../../../src/core/columns/records';
import { findPeople } from '../../../src/core/people/find-people';
import { identifiersOf, identifiersOfRecords } from '../../../src/core/people/identifiers';
import { withPeople } from '../../../src/core/people/with-people';
import { ShopBook } from '../../../src/core/tables/shop-tables';
import { DEFAULT_PEOPLE_RULES } from '../../../src/terms/people';
import { batchOf } from '../columns/ledger-fixture';
import { days, numbers, records, texts } from './record-fixture';

type Order = [customer: string | null, email?: string | null, phone?: string | null];

/** A shop of orders, one a row, and records. */
function shopOf(orders: readonly Order[], files: readonly RecordBatch[]) {
  const plain = batchOf(orders.map(([customer], i) => ({ customer, order: `o${i}`, day: '2024-01-01', amount: 100 })));
  const [email, phone] = [texts(orders.map((order) => order[1] ?? null)), texts(orders.map((order) => order[2] ?? null))];
  const batch = {
    ...plain,
    lines: { ...plain.lines, attributes: { email: email.codes, phone: phone.codes } },
    attributes: { email: email.texts, phone: phone.texts },
  };
  const people = findPeople([identifiersOf(batch), ...files.map(identifiersOfRecords)], DEFAULT_PEOPLE_RULES);
  const ledger = buildLedger([withPeople(batch, people)]);
  const book = new ShopBook({ ledger, people, records: files });
  const tables = book.tables({ refunds: 'ignore', asOf: Infinity });
  const key = (person: number): string | null =>
    person === NONE ? null : person < ledger.customers ? ledger.codes.customerText(person) : `beyond ${book.keyBeyond(person)}`;
  return { people, ledger, tables, whoIs: (kind: RecordBatch['kind']) => Array.from(tables.records(kind).person, key) };
}

const answers = (fields: RecordBatch['fields'], rows: number, importId = 1): RecordBatch =>
  records('answers', rows, { ...fields, date: days(new Array(rows).fill(19_800)), score: numbers(new Array(rows).fill(9)) }, importId);

const ANN: Order = ['17', 'ann@x.org', '+447911123456'];
const BOB: Order = ['18', 'bob@x.org', '+447911654321'];

describe('the person of a record', () => {
  it('is the customer of an orders file whose number, e-mail or phone number it has', () => {
    const { whoIs } = shopOf(
      [ANN, BOB],
      [
        answers({ customer: texts(['18', '17']) }, 2, 2),
        answers({ email: texts(['ann@x.org', 'bob@x.org']) }, 2, 3),
        answers({ phone: texts(['+447911654321', '+447911123456']) }, 2, 4),
      ],
    );
    expect(whoIs('answers')).toEqual(['18', '17', '17', '18', '18', '17']);
  });

  it('is found through a list of customers where the orders have numbers only', () => {
    const list = records('customers', 2, { customer: texts(['17', '18']), email: texts(['ann@x.org', 'bob@x.org']) }, 2);
    const { whoIs } = shopOf([['17'], ['18']], [list, answers({ email: texts(['bob@x.org']) }, 1, 3)]);
    expect(whoIs('answers')).toEqual(['18']);
    expect(whoIs('customers')).toEqual(['17', '18']);
  });

  it('is told by the number before the e-mail and by the e-mail before the phone number', () => {
    const { whoIs } = shopOf(
      [ANN, BOB],
      [
        answers(
          {
            customer: texts(['17', null, null]),
            email: texts(['bob@x.org', 'bob@x.org', null]),
            phone: texts([BOB[2]!, ANN[2]!, ANN[2]!]),
          },
          3,
          2,
        ),
      ],
    );
    // The first row brings both numbers together, so they are one person under one key, and the other rows follow.
    expect(new Set(whoIs('answers')).size).toBe(1);
    const apart = shopOf([ANN, BOB], [answers({ email: texts(['bob@x.org']), phone: texts([null]) }, 1, 2)]);
    expect(apart.whoIs('answers')).toEqual(['18']);
  });

  it('is the one person of several numbers, under the index of the ledger', () => {
    const { whoIs, ledger, people } = shopOf(
      [ANN, ['19', 'ann@x.org']],
      [answers({ customer: texts(['19', '17']), email: texts([null, null]) }, 2, 2)],
    );
    expect(people.merged).toHaveLength(1);
    expect(ledger.customers).toBe(1);
    expect(whoIs('answers')).toEqual(['17', '17']);
  });

  it('is nobody’s where a record says none of them', () => {
    const { whoIs, tables } = shopOf([ANN], [answers({ email: texts([null, 'ann@x.org']) }, 2, 2)]);
    expect(whoIs('answers')).toEqual([null, '17']);
    expect(tables.persons).toBe(1);
  });
});

describe('people whom only records know', () => {
  it('get numbers behind all customers, guests included, one each, whichever kind of record they are met in', () => {
    const { whoIs, ledger, tables } = shopOf(
      [ANN, [null], BOB],
      [
        answers({ customer: texts(['77', '17', '78']) }, 3, 2),
        records('points', 2, { customer: texts(['78', '79']), points: numbers([5, 5]) }, 3),
      ],
    );
    expect(ledger.customers).toBe(3);
    expect(whoIs('answers')).toEqual(['beyond 77', '17', 'beyond 78']);
    expect(whoIs('points')).toEqual(['beyond 78', 'beyond 79']);
    expect(tables.persons).toBe(6);
    expect(Math.min(...[...tables.records('points').person])).toBeGreaterThanOrEqual(ledger.customers);
  });

  it('are never taken for a guest, whose key is the number of an order', () => {
    const { whoIs, ledger } = shopOf([[null], ANN], [answers({ customer: texts(['o0']) }, 1, 2)]);
    expect(ledger.codes.isGuest(1)).toBe(true);
    expect(whoIs('answers')).toEqual(['beyond o0']);
  });
});

describe('the owner of a contact', () => {
  it('is the one person who has it, by the key that stands for the person', () => {
    const { people } = shopOf([['2', 'ann@x.org'], ['1', 'ann@x.org', '+447911123456'], BOB], []);
    expect(people.ofContact('ann@x.org')).toBe('1');
    expect(people.ofContact('+447911123456')).toBe('1');
    expect(people.ofContact('bob@x.org')).toBe('18');
    expect(people.ofContact('cid@x.org')).toBeNull();
  });

  it('is nobody when two persons share it', () => {
    const office = Array.from({ length: 6 }, (_, i): Order => [`c${i}`, 'office@x.org', `+44791112345${i}`]);
    const { people, whoIs, ledger } = shopOf(office, [answers({ email: texts(['office@x.org']) }, 1, 2)]);
    expect(ledger.customers).toBe(6);
    expect(people.ofContact('office@x.org')).toBeNull();
    expect(people.ofContact('+447911123453')).toBe('c3');
    expect(people.isShared('office@x.org')).toBe(true);
    expect(whoIs('answers')).toEqual([null]);
  });

  it('is nobody when the contact is masked: many have the same one', () => {
    const { people } = shopOf(
      [
        ['1', null, '138****1234'],
        ['2', 'a**@x.org'],
      ],
      [],
    );
    expect(people.ofContact('138****1234')).toBeNull();
    expect(people.ofContact('a**@x.org')).toBeNull();
    const { whoIs } = shopOf([['17']], [answers({ email: texts(['a**@x.org', 'a**@x.org', 'new@x.org']) }, 3, 2)]);
    expect(whoIs('answers')).toEqual([null, null, 'beyond new@x.org']);
  });

  it('is the next of its contacts when the first is nobody’s', () => {
    const office: Order[] = Array.from({ length: 6 }, (_, i) => [`c${i}`, 'office@x.org', `+44791112345${i}`]);
    const { whoIs } = shopOf(office, [answers({ email: texts(['office@x.org']), phone: texts(['+447911123454']) }, 1, 2)]);
    expect(whoIs('answers')).toEqual(['c4']);
  });

  it('is nobody where no file has a contact beside its customers', () => {
    const { people } = shopOf([['17']], []);
    expect(people.ofContact('17')).toBeNull();
  });
});
