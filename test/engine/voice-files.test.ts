import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { MetricQuestion, ShopInfo } from '../../src/engine/protocol';
import type { EngineInside } from '../../src/engine/serve';
import { openStore } from '../../src/storage/open-store';
import type { Absent, Scalar } from '../../src/terms/answer';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import type { View } from '../../src/terms/view';

const DATA = process.env.LIUKE_DATA ?? '../shared/data';
const TODAY = dayFromIso('2026-01-01')!;
const quiet = (): void => undefined;
let stores = 0;

/** Files kept as one shop by the product's own intake, with all of their days in view. */
async function shopOf(...sources: { name: string; text: string }[]): Promise<{ engine: EngineInside; shop: ShopInfo; view: View }> {
  const engine = createEngine(await openStore(`voice-files-${++stores}`));
  for (const { file, preview } of await engine.stage(sources, TODAY, quiet))
    // 11/1/2019 can be read in two ways: these files were made in America.
    if (preview?.questions.includes('date-order')) await engine.replan(file, { ...preview.plan, dateOrder: 'mdy' }, quiet);
  const { shop } = await engine.keep({ newShop: 'Shop' }, '2026-01-01T10:00:00.000Z', quiet);
  const days = Object.values(shop.recordDays);
  const [from, asOf] = [Math.min(...days.map((span) => span.first)), Math.max(...days.map((span) => span.last))];
  const all = days.length > 0 ? { from, to: asOf + 1, asOf } : { from: 0, to: 1, asOf: 0 };
  return { engine, shop, view: { ...all, grain: 'month', refunds: 'ignore', lapseDays: null, calendar: ISO_CALENDAR } };
}

async function figureOf({ engine, view }: { engine: EngineInside; view: View }, question: MetricQuestion): Promise<Scalar> {
  const figure = (await engine.figure(question, view)) as Scalar | Absent;
  if (figure.value === null) throw new Error(`absent: ${figure.why}`);
  return figure;
}

const file = (path: string) => ({ name: path.split('/').at(-1)!, text: readFileSync(resolve(DATA, path), 'utf8') });
const has = (path: string): boolean => {
  const there = existsSync(resolve(DATA, path));
  if (!there) console.warn(`not there, so not tested: ${path}`);
  return there;
};
const count = (figure: Scalar, key: string): number | undefined => figure.inputs.find((input) => input.key === key)?.value;

describe('answers of real files, through the intake (figures: plain counting of the columns, independently of this program)', () => {
  it.runIf(has('nps/sudzilla_survey_1.csv')).each(['nps/sudzilla_survey_1.csv', 'nps/sudzilla_survey_2.csv'])(
    '%s: 8 promoters and 22 detractors of 39 are −35.8974',
    async (path) => {
      const figure = await figureOf(await shopOf(file(path)), { id: 'net-promoter-score' });
      expect([figure.n, count(figure, 'promoters'), count(figure, 'detractors')]).toEqual([39, 8, 22]);
      expect(figure.value).toBeCloseTo(-35.8974, 4);
      expect(figure.note).toBe('question-guessed');
    },
  );

  it.runIf(has('nps/nashville_nps_first20.csv'))('Nashville, first 20: 4 promoters and 14 detractors are −50', async () => {
    const figure = await figureOf(await shopOf(file('nps/nashville_nps_first20.csv')), { id: 'net-promoter-score' });
    expect([figure.n, count(figure, 'promoters'), count(figure, 'detractors'), figure.value]).toEqual([20, 4, 14, -50]);
  });

  it.runIf(has('export-shapes/surveymonkey-two-row-header.csv'))(
    'a SurveyMonkey sample: 4 promoters and 2 detractors of 10 are +20',
    async () => {
      const figure = await figureOf(await shopOf(file('export-shapes/surveymonkey-two-row-header.csv')), { id: 'net-promoter-score' });
      expect([figure.n, figure.value]).toEqual([10, 20]);
    },
  );

  it.runIf(has('olist-sample/olist_order_reviews_dataset.csv'))(
    'Olist reviews: 76.7185 % of 3,986 give 4 or 5, the mean is 4.080281',
    async () => {
      const figure = await figureOf(await shopOf(file('olist-sample/olist_order_reviews_dataset.csv')), { id: 'customer-satisfaction' });
      expect(figure.n).toBe(3986);
      expect(figure.value * 100).toBeCloseTo(76.7185, 4);
      expect(count(figure, 'mean-score')).toBeCloseTo(4.080281, 6);
    },
  );
});

const ANSWERS = [
  'customer_id,submitted at,nps,why',
  'ann,2025-03-01,9,fine',
  'bob,2025-03-02,,',
  'zoe,2025-03-09,0,late and torn',
  'cy,2025-04-03,10,',
].join('\n');
const ORDERS = 'Order ID,Customer ID,Order Date,Amount\n1,ann,2025-02-01,10.00\n2,bob,2025-03-02,20.00\n';

describe('every number of a survey opens to its lines', () => {
  it('a list of answers gives file, line, person, day and what was said, the latest first', async () => {
    const shop = await shopOf({ name: 'orders.csv', text: ORDERS }, { name: 'nps.csv', text: ANSWERS });
    const lines = await shop.engine.records({ id: 'net-promoter-score', input: 'answers' }, shop.view, 0, 2);
    expect([lines.kind, lines.records, lines.customers, lines.lines.length]).toEqual(['answers', 3, 1, 2]);
    expect(lines.lines[1]).toEqual({
      file: 'nps.csv',
      line: 4,
      person: { key: 'zoe', bought: false },
      day: dayFromIso('2025-03-09'),
      second: -1,
      said: [{ question: 'why', text: 'late and torn' }],
      cells: [
        { field: 'customer', value: 'zoe' },
        { field: 'question', value: 'nps' },
        { field: 'score', value: 0 },
        { field: 'scale', value: '0-10' },
      ],
    });
    const rest = await shop.engine.records({ id: 'net-promoter-score', input: 'answers' }, shop.view, 2, 2);
    expect(rest.lines.map(({ line, person }) => [line, person?.bought])).toEqual([[2, true]]);
  });

  it('an explanation names the file of answers with what was left out of it', async () => {
    const shop = await shopOf({ name: 'nps.csv', text: ANSWERS });
    const told = await shop.engine.explain({ id: 'net-promoter-score' }, shop.view);
    expect(told.readsOrders).toBe(false);
    expect(told.sources).toEqual([{ file: 'nps.csv', rows: 4, used: 3, elsewhere: 0 }]);
    expect(told.leftOut.map(({ reason, rows }) => [reason, rows])).toEqual([['no-answer', 1]]);
    const march = await shop.engine.explain({ id: 'net-promoter-score', params: { period: '2025-03-01' } }, shop.view);
    expect(march.sources[0]).toMatchObject({ rows: 3, used: 2 });
  });

  it('the customers behind answers are those who bought; how many have no purchase is said', async () => {
    const shop = await shopOf({ name: 'orders.csv', text: ORDERS }, { name: 'nps.csv', text: ANSWERS });
    const who = { id: 'net-promoter-score', input: 'respondents' };
    const view = { ...shop.view, from: dayFromIso('2025-02-01')! };
    const { totals, rows } = await shop.engine.customers({ who, filter: {} }, { column: 'net', descending: true }, view, 0, 9);
    expect([totals.customers, totals.withoutPurchase, rows.map((row) => row.key)]).toEqual([1, 2, ['ann']]);
  });

  it('a shop says how many records it has and from which day to which, and what its surveys ask', async () => {
    const { engine, shop, view } = await shopOf({ name: 'nps.csv', text: ANSWERS });
    expect([shop.orders, shop.records, shop.recordDays]).toEqual([
      0,
      { answers: 5 },
      { answers: { first: dayFromIso('2025-03-01'), last: dayFromIso('2025-04-03') } },
    ]);
    expect(await engine.questions(view)).toEqual([{ text: 'nps', scale: '0-10', asks: 'recommend', answers: 3, mean: 19 / 3 }]);
  });
});
