import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE } from '../../../src/core/columns/batch';
import { Dictionary } from '../../../src/core/columns/dictionary';
import { findPeople } from '../../../src/core/people/find-people';
import { isMasked, sortOfIdentifier, type Identifiers } from '../../../src/core/people/identifiers';
import { DEFAULT_PEOPLE_RULES, type PeopleRules } from '../../../src/terms/people';

type Row = [customer: string, email?: string, phone?: string];

function identifiers(rows: readonly Row[]): Identifiers {
  const coded = (column: 0 | 1 | 2) => {
    const texts = new Dictionary();
    const codes = Uint32Array.from(rows, (row) => (row[column] ? texts.add(row[column]) : NONE));
    return { codes, texts: texts.pack() };
  };
  return { rows: rows.length, customer: coded(0), email: coded(1), phone: coded(2) };
}

const people = (imports: readonly Row[][], rules: Partial<PeopleRules> = {}) =>
  findPeople(imports.map(identifiers), { ...DEFAULT_PEOPLE_RULES, ...rules });
const keys = (imports: readonly Row[][], rules?: Partial<PeopleRules>) => people(imports, rules).merged.map((one) => one.keys);

describe('who is who', () => {
  it('customers with the same e-mail are one person, and its key is the one that says most', () => {
    const shop: Row[] = [
      ['17', 'ann@x.org'],
      ['18', 'bob@x.org'],
      ['19', 'ann@x.org'],
    ];
    expect(people([shop]).merged).toEqual([{ key: '17', keys: ['17', '19'], by: ['ann@x.org'] }]);
    expect(people([shop]).keyOf('19')).toBe('17');
    expect(people([shop]).keyOf('18')).toBe('18');
  });

  it('only what connects is named as what brought customers together', () => {
    const shop: Row[] = [
      ['1', 'a@x.org', '+447911123456'],
      ['2', 'a@x.org', '+447911654321'],
    ];
    expect(people([shop]).merged).toEqual([{ key: '1', keys: ['1', '2'], by: ['a@x.org'] }]);
  });

  it('a list of customers joins a file keyed by e-mail with a file keyed by number', () => {
    const till: Row[] = [['17'], ['18']];
    const web: Row[] = [['ann@x.org'], ['cid@x.org']];
    const list: Row[] = [['17', 'ann@x.org', '+447911123456']];
    expect(keys([till, web, list])).toEqual([['ann@x.org', '17']]);
    expect(keys([till, web])).toEqual([]);
  });

  it('a chain of contacts is one person', () => {
    expect(
      keys([
        [
          ['1', 'a@x.org'],
          ['2', 'a@x.org', '+447911123456'],
          ['3', '', '+447911123456'],
        ],
      ]),
    ).toEqual([['1', '2', '3']]);
  });

  it('a contact of a marketplace joins nobody and is named, and neither does a till that serves everybody', () => {
    const market = Array.from({ length: 3000 }, (_, i): Row => [`c${i}`, 'noreply@market.example']);
    expect(people([market]).merged).toEqual([]);
    expect(people([market]).shared).toEqual([{ text: 'noreply@market.example', customers: 3000 }]);
    const till = Array.from({ length: 40 }, (_, i): Row => ['0', `p${i}@x.org`]);
    expect(keys([till, till.map(([, email]): Row => [email!])])).toEqual([]);
  });

  it('masked phones and masked names never join', () => {
    expect(
      keys([
        [
          ['1', '', '138****1234'],
          ['2', '', '138****1234'],
        ],
      ]),
    ).toEqual([]);
    expect(
      keys([
        [
          ['1', 'a***@x.org'],
          ['2', 'a***@x.org'],
        ],
      ]),
    ).toEqual([]);
    expect(['138****1234', '张＊', 'xxx@x.org', 'tel:12345'].map(isMasked)).toEqual([true, true, true, false]);
  });

  it('rules and splitting hold: what is set apart is as if the contact were not there', () => {
    const shop: Row[] = [
      ['1', 'a@x.org'],
      ['2', 'a@x.org'],
      ['3', '', '+447911123456'],
      ['4', '', '+447911123456'],
    ];
    expect(keys([shop])).toHaveLength(2);
    expect(keys([shop], { byEmail: false })).toEqual([['3', '4']]);
    expect(keys([shop], { byPhone: false })).toEqual([['1', '2']]);
    expect(keys([shop], { apart: ['a@x.org', '+447911123456'] })).toEqual([]);
  });

  it('an identifier is told by its form', () => {
    expect(['a@x.org', '+447911123456', 'tel:0612345678', '17850', 'a@b@c', ' '].map(sortOfIdentifier)).toEqual([
      'email',
      'phone',
      'phone',
      'id',
      'id',
      'id',
    ]);
  });

  it('the answer does not depend on the order of imports or rows, and agrees with a slow plain search', () => {
    const row = fc.tuple(
      fc.constantFrom('', '1', '2', 'a@x.org', 'b@x.org'),
      fc.constantFrom('', 'a@x.org', 'b@x.org'),
      fc.constantFrom('', '+4411111', '+4422222', 'tel:333333'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 8 }), { maxLength: 3 }), fc.infiniteStream(fc.nat()), (imports, dice) => {
        const expected = plainMerges(imports);
        expect(sorted(keys(imports))).toEqual(expected);
        const shuffled = [...imports].reverse().map((rows) =>
          rows
            .map((r) => [dice.next().value!, r] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, r]) => r),
        );
        expect(people(shuffled).merged).toEqual(people(imports).merged);
      }),
      { numRuns: 400 },
    );
  });
});

const sorted = (groups: string[][]) => groups.map((group) => [...group].sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));

/** Groups of keys by walking from identifier to identifier until nothing new is found. */
function plainMerges(imports: readonly Row[][]): string[][] {
  const rows = imports.flat();
  const near = new Map<string, Set<string>>();
  const keys = new Set(rows.map(([key]) => key).filter(Boolean));
  for (const row of rows) {
    const [own, ...others] = row.filter((text): text is string => !!text);
    for (const other of others) {
      if (own === other) continue;
      for (const [from, to] of [
        [own!, other],
        [other, own!],
      ] as const)
        near.set(from, (near.get(from) ?? new Set()).add(to));
    }
  }
  const groups: string[][] = [];
  const seen = new Set<string>();
  for (const start of keys) {
    if (seen.has(start)) continue;
    const group = new Set([start]);
    for (const text of group) for (const next of near.get(text) ?? []) group.add(next);
    for (const text of group) seen.add(text);
    const own = [...group].filter((text) => keys.has(text));
    if (own.length > 1) groups.push(own);
  }
  return sorted(groups);
}
