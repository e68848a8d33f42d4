import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { contractOf, type ContractChoices } from '../../src/terms/contract';
import { dataFingerprint, type FingerprintedImport } from '../../src/terms/data-fingerprint';
import { dayFromYmd } from '../../src/terms/day';
import { fingerprint } from '../../src/terms/fingerprint';
import { DEFAULT_PEOPLE_RULES } from '../../src/terms/people';
import type { Rules } from '../../src/terms/plan';

const RULES: Rules = {
  negative: 'refund',
  noCustomer: 'leave-out',
  zero: 'leave-out',
  cancelled: 'leave-out',
  orderless: 'row',
  brokenIds: 'refuse',
};
const CHOICES: ContractChoices = {
  view: { asOf: dayFromYmd(2024, 6, 30), refunds: 'behaviour', lapseDays: null, calendar: { weekStart: 1, yearStart: 1 } },
  people: DEFAULT_PEOPLE_RULES,
  currency: { code: 'EUR', digits: 2 },
  rules: [RULES],
};

describe('a fingerprint', () => {
  it('is the SHA-256 that another implementation gives of the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(fingerprint(text)).toBe(createHash('sha256').update(JSON.stringify(text)).digest('hex'));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('a contract', () => {
  const { view, people } = CHOICES;
  const changes: [string, Partial<ContractChoices>][] = [
    ['the as-of day', { view: { ...view, asOf: view.asOf - 1 } }],
    ['the first day of the week', { view: { ...view, calendar: { weekStart: 0, yearStart: 1 } } }],
    ['the first month of the year', { view: { ...view, calendar: { weekStart: 1, yearStart: 4 } } }],
    ['refunds on their own day', { view: { ...view, refunds: 'accounting' } }],
    ['refunds not read', { view: { ...view, refunds: 'ignore' } }],
    ['the days of silence', { view: { ...view, lapseDays: 60 } }],
    ['people by e-mail', { people: { ...people, byEmail: false } }],
    ['people by phone', { people: { ...people, byPhone: false } }],
    ['a contact set apart', { people: { ...people, apart: ['a@example.org'] } }],
    ['another contact set apart', { people: { ...people, apart: ['b@example.org'] } }],
    ['the currency', { currency: { code: 'USD', digits: 2 } }],
    ['cancelled orders', { rules: [{ ...RULES, cancelled: 'keep' }] }],
    ['orders of zero', { rules: [{ ...RULES, zero: 'keep' }] }],
    ['negative rows', { rules: [{ ...RULES, negative: 'leave-out' }] }],
    ['rows without a customer', { rules: [{ ...RULES, noCustomer: 'guest' }] }],
    ['rows without an order', { rules: [{ ...RULES, orderless: 'customer-day' }] }],
  ];

  it('has another fingerprint for each other choice', () => {
    const all = [CHOICES, ...changes.map(([, change]) => ({ ...CHOICES, ...change }))].map((one) => fingerprint(contractOf(one)));
    expect(new Set(all).size).toBe(changes.length + 1);
  });

  it('has another fingerprint when any of its words is another, those that nobody can choose too', () => {
    const contract = contractOf(CHOICES) as unknown as Record<string, unknown>;
    for (const key of Object.keys(contract)) expect(fingerprint({ ...contract, [key]: 'otherwise' }), key).not.toBe(fingerprint(contract));
  });

  it('has the same fingerprint whatever order its words and its files stand in', () => {
    const backwards = Object.fromEntries(Object.entries(contractOf({ ...CHOICES, rules: [{ ...RULES, zero: 'keep' }, RULES] })).reverse());
    expect(fingerprint(backwards)).toBe(fingerprint(contractOf({ ...CHOICES, rules: [RULES, { ...RULES, zero: 'keep' }] })));
  });

  it('says no e-mail and no phone number', () => {
    expect(JSON.stringify(contractOf({ ...CHOICES, people: { ...people, apart: ['a@example.org'] } }))).not.toContain('example');
  });
});

describe('the fingerprint of data', () => {
  const file = (over: Partial<FingerprintedImport> = {}): FingerprintedImport => ({
    name: 'a.csv',
    bytes: 10,
    sha256: 'aa',
    rows: 3,
    kind: 'orders',
    mode: 'append',
    plan: { rules: RULES } as FingerprintedImport['plan'],
    ...over,
  });
  const of = (...files: FingerprintedImport[]) => dataFingerprint(files, DEFAULT_PEOPLE_RULES);

  it('stays when the same file comes again, added or as an update of itself', () => {
    expect(of(file(), file({ name: 'copy.csv' }))).toBe(of(file()));
    expect(of(file(), file({ mode: 'update' }))).toBe(of(file()));
    expect(of(file({ mode: 'replace' }))).toBe(of(file()));
    expect(of(file(), file({ sha256: 'bb' }), file())).toBe(of(file(), file({ sha256: 'bb' })));
  });

  it('changes with another file, another way to read or keep it, another order, and other people', () => {
    const two = [file(), file({ sha256: 'bb' })] as const;
    const updated = of(two[0], { ...two[1], mode: 'update' });
    const different = [
      of(),
      of(file()),
      of(...two),
      of(two[1], two[0]),
      updated,
      of(two[0], { ...two[1], mode: 'update' }, { ...two[0], mode: 'update' }),
      of(file({ plan: { rules: { ...RULES, zero: 'keep' } } as FingerprintedImport['plan'] })),
      of(file({ sha256: '' })),
      of(file({ sha256: '', bytes: 11 })),
      dataFingerprint(two, { ...DEFAULT_PEOPLE_RULES, byPhone: false }),
    ];
    expect(new Set(different).size).toBe(different.length);
  });
});
