import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY, NONE } from '../../../src/core/columns/batch';
import { FLAG_UNKNOWN, FLAG_YES, type RecordBatch } from '../../../src/core/columns/records';
import { daysOfField, flagsOf, numbersOf, recordTable, textsOf, type RecordTable } from '../../../src/core/tables/record-table';
import { recordsAsOf } from '../../../src/core/tables/records-as-of';
import { days, flags, numbers, records, texts } from './record-fixture';

const nobody = ({ rows }: RecordBatch): Uint32Array => new Uint32Array(rows).fill(NONE);

/** One case of feedback, as a file may have it; what is undefined stands in no column of the file. */
interface Case {
  date: number | null;
  topic: string | null;
  score: number | null;
  closed: [day: number, second: number] | null;
  promised: number | null;
  answered: boolean | null;
}

const aDay = fc.option(fc.integer({ min: 0, max: 20 }));
const aCase: fc.Arbitrary<Case> = fc.record({
  date: aDay,
  topic: fc.option(fc.constantFrom('late', 'broken', '贵')),
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  closed: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(-1, 0, 77))),
  promised: aDay,
  answered: fc.option(fc.boolean()),
});
const COLUMNS = ['date', 'topic', 'score', 'closed', 'promised', 'answered'] as const;
const aFile = fc.record({ cases: fc.array(aCase, { maxLength: 8 }), has: fc.subarray([...COLUMNS]) });
type File = { cases: Case[]; has: (typeof COLUMNS)[number][] };

function batchOf({ cases, has }: File, importId: number): RecordBatch {
  const all: RecordBatch['fields'] = {
    date: days(cases.map((one) => one.date)),
    topic: texts(cases.map((one) => one.topic)),
    score: numbers(cases.map((one) => one.score)),
    closed: days(
      cases.map((one) => one.closed?.[0] ?? null),
      cases.map((one) => one.closed?.[1] ?? -1),
    ),
    promised: days(cases.map((one) => one.promised)),
    // Not a flag of feedback, but told by a day in the same way: the day of the case itself.
    opened: flags(
      cases.map((one) => one.answered),
      cases.map((one) => (one.answered ? one.date : null)),
    ),
  };
  const kept = Object.entries(all).filter(([name]) => has.includes((name === 'opened' ? 'answered' : name) as (typeof COLUMNS)[number]));
  return records('feedback', cases.length, Object.fromEntries(kept), importId);
}

const tableOf = (files: readonly File[]): RecordTable =>
  recordTable(
    'feedback',
    files.map((file, i) => batchOf(file, i + 1)),
    nobody,
  );

/** Every record as plain values, sorted, for comparing tables in which the same records stand. */
function plain(table: RecordTable): string[] {
  const [topic, score, closed] = [textsOf(table, 'topic'), numbersOf(table, 'score'), daysOfField(table, 'closed')];
  const [promised, opened] = [daysOfField(table, 'promised'), flagsOf(table, 'opened')];
  const day = (value: number | undefined): number | null => (value === undefined || value === NO_DAY ? null : value);
  return Array.from({ length: table.rows }, (_, i) =>
    JSON.stringify([
      `${table.importId[i]}:${table.line[i]}`,
      day(table.day[i]),
      topic && topic.codes[i] !== NONE ? topic.texts[topic.codes[i]!] : null,
      score && !Number.isNaN(score[i]!) ? score[i] : null,
      [day(closed?.day[i]), closed?.second[i] ?? -1],
      day(promised?.day[i]),
      [opened?.values[i] ?? FLAG_UNKNOWN, day(opened?.day[i])],
    ]),
  ).sort();
}

/** The same by hand, from the files. `asOf`: what is later does not exist. */
function slow(files: readonly File[], asOf = Infinity): string[] {
  return files
    .flatMap(({ cases, has }, f) =>
      cases.flatMap((one, i) => {
        const of = <T>(name: (typeof COLUMNS)[number], value: T): T | null => (has.includes(name) ? value : null);
        const date = of('date', one.date);
        if (date !== null && date > asOf) return [];
        const closed = of('closed', one.closed);
        const known = closed && closed[0] <= asOf ? closed : [null, -1];
        const flag = of('answered', one.answered);
        const at = flag ? one.date : null;
        const isLater = at !== null && at > asOf;
        const opened = [flag === null || isLater ? FLAG_UNKNOWN : flag ? FLAG_YES : 0, isLater ? null : at];
        return [
          JSON.stringify([
            `${f + 1}:${i + 2}`,
            date,
            of('topic', one.topic),
            of('score', one.score),
            known,
            of('promised', one.promised),
            opened,
          ]),
        ];
      }),
    )
    .sort();
}

describe('the records of several imports', () => {
  it('are all there once, each with what its own file says and nothing where that has no such column', () => {
    fc.assert(
      fc.property(fc.array(aFile, { maxLength: 4 }), (files) => {
        expect(plain(tableOf(files))).toEqual(slow(files));
      }),
      { numRuns: 200 },
    );
  });

  it('have a field exactly when one import has it, and each different text once', () => {
    const files: File[] = [
      { cases: [{ date: 1, topic: 'late', score: 3, closed: null, promised: null, answered: null }], has: ['topic'] },
      { cases: [{ date: 1, topic: 'late', score: 0, closed: null, promised: null, answered: null }], has: ['topic', 'score'] },
    ];
    const table = tableOf(files);
    expect(textsOf(table, 'topic')).toMatchObject({ texts: ['late'] });
    // A score of 0 is a score; one that the file does not have is none.
    expect([...numbersOf(table, 'score')!]).toEqual([NaN, 0]);
    expect(numbersOf(table, 'topic')).toBeNull();
    expect(daysOfField(table, 'closed')).toBeNull();
    expect(flagsOf(table, 'consent')).toBeNull();
    expect([...table.day]).toEqual([NO_DAY, NO_DAY]);
  });
});

describe('records as known on a day', () => {
  it('are those that were there, without what became of them later', () => {
    fc.assert(
      fc.property(fc.array(aFile, { maxLength: 3 }), fc.integer({ min: -1, max: 21 }), (files, asOf) => {
        expect(plain(recordsAsOf(tableOf(files), asOf))).toEqual(slow(files, asOf));
      }),
      { numRuns: 300 },
    );
  });

  it('are the table itself when nothing is later, and never change it', () => {
    fc.assert(
      fc.property(fc.array(aFile, { maxLength: 3 }), fc.integer({ min: -1, max: 21 }), (files, asOf) => {
        const table = tableOf(files);
        const before = plain(table);
        expect(recordsAsOf(table, 100)).toBe(table);
        recordsAsOf(table, asOf);
        expect(plain(table)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('a customer who signed up later is not there, whenever the list was made; a birthday and an expiry are known at once', () => {
    const list = records('customers', 2, { signup: days([5, 9]), birthday: days([1, 1]) });
    expect([...recordsAsOf(recordTable('customers', [list], nobody), 6).line]).toEqual([2]);
    const points = records('points', 1, { date: days([3]), expires: days([300]) });
    const known = recordsAsOf(recordTable('points', [points], nobody), 4);
    expect([...daysOfField(known, 'expires')!.day]).toEqual([300]);
  });
});
