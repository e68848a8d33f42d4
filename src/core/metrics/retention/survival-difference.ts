import { dayFromYmd } from '../../../terms/day';
import { logRankAmong } from '../../stats/log-rank';
import { defineMetric, type ScalarMetric } from '../define';
import { absent, counted, measured } from '../figure';
import { nobodyTold, survivalGroups, type LifeGroup, type SurvivalParams } from './survival-groups';

/** Ends that must be expected of a segment for it to take part: below that χ² is no χ² any more. */
const LEAST_EXPECTED = 5;
/** Rarer than once in so many times is not told apart. */
const RAREST = 1e9;

const SIXTEEN = Array.from({ length: 16 }, (_, i) => i + 1);

/**
 * Whether the segments of `survival-by-segment` end alike: the log-rank statistic, with how rarely a larger one comes by chance.
 *
 * Segments of which five ends are expected, and `other`, take part; those of whom nothing is known do not. `chance-one-in` is 1 / p, a thousand
 * million at most. Whoever tries many attributes finds one in twenty with p below 1/20 by chance alone. Absent `no-customers` (nobody began
 * in the view), `grown-by-buying` (see there), or `too-few` where fewer than two segments take part or nothing has ended. Cost: survivalGroups, and the days of the file.
 */
export const survivalDifference = defineMetric<SurvivalParams, ScalarMetric<SurvivalParams>>({
  id: 'survival-difference',
  family: 'retention',
  unit: 'number',
  shape: 'scalar',
  formula: 'χ² = (o − e)ᵀ V⁻¹ (o − e), df = groups − 1; e = Σ dᵢ rᵢₖ / rᵢ over the days i on which dᵢ of the rᵢ still waiting ended',
  source: {
    title: 'Evaluation of Survival Data and Two New Rank Order Statistics Arising in Its Consideration',
    author: 'N. Mantel',
    year: 1966,
    where: 'Cancer Chemotherapy Reports 50 (3), 163–170, https://pubmed.ncbi.nlm.nih.gov/5910392/',
  },
  defaults: { by: 'country', until: 'second-order' },
  sql: { none: 'For more than two groups the statistic needs the inverse of a matrix, and its chance an incomplete gamma function.' },
  compute(tables, view, params) {
    const { groups, all } = survivalGroups(tables, view, params);
    if (!all) return nobodyTold(params);
    const known = groups.filter(({ segment }) => segment !== 'unknown');
    const test = logRankAmong(
      known.map(({ table }) => table),
      LEAST_EXPECTED,
    );
    if (!test) return absent('too-few');
    const told = test.taken.map((g) => known[g]!);
    const compared = counted(
      'compared',
      listed(told, () => true),
    );
    const ended = params.until === 'second-order' ? 'ordered-again-so-far' : 'once-silent';
    const inputs = [
      compared,
      counted(
        ended,
        listed(told, (group, i) => group.ended[i] === 1),
      ),
      measured('groups-compared', test.df + 1, 'number'),
      measured('chance-one-in', Math.min(RAREST, 1 / test.p), 'number'),
    ];
    return { value: test.chiSquare, n: compared.value, inputs, note: 'many-tried' };
  },
  vectors: [
    {
      // Each day one order of a: observed 16, expected 16/32 + 15/31 + … + 1/17 = 5.2 of a and the other 10.8 of b, who never order again.
      name: 'sixteen by app order again on sixteen days in a row, sixteen by web never: χ² by hand',
      orders: SIXTEEN.flatMap((d) => [
        { customer: `a${d}`, day: '2024-01-01', net: 100, channel: 'app' },
        { customer: `a${d}`, day: `2024-01-${String(d + 1).padStart(2, '0')}`, net: 100, channel: 'app' },
        { customer: `b${d}`, day: '2024-01-01', net: 100, channel: 'web' },
      ]),
      view: { asOf: dayFromYmd(2024, 1, 31) },
      params: { by: 'channel' },
      expected: byHand(SIXTEEN, 16),
    },
    {
      name: 'two that are the same do not differ at all',
      orders: [1, 2, 3, 4, 5].flatMap((d) =>
        ['app', 'web'].flatMap((channel) => [
          { customer: `${channel}${d}`, day: '2024-01-01', net: 100, channel },
          { customer: `${channel}${d}`, day: `2024-01-0${d + 1}`, net: 100, channel },
        ]),
      ),
      view: { asOf: dayFromYmd(2024, 1, 31) },
      params: { by: 'channel' },
      expected: 0,
    },
    {
      // Of six and six, five order again on one day: two and a half are expected of each.
      name: 'where fewer than five ends are expected of a segment nothing is said',
      orders: [1, 2, 3, 4, 5, 6].flatMap((d) => [
        { customer: `a${d}`, day: '2024-01-01', net: 100, channel: 'app' },
        { customer: `b${d}`, day: '2024-01-01', net: 100, channel: 'web' },
        ...(d < 6 ? [{ customer: `a${d}`, day: '2024-01-02', net: 100, channel: 'app' }] : []),
      ]),
      view: { asOf: dayFromYmd(2024, 1, 31) },
      params: { by: 'channel' },
      expected: null,
    },
  ],
});

/** Customers of all groups for whom `test` holds, ascending. */
function listed(groups: readonly LifeGroup[], test: (group: LifeGroup, i: number) => boolean): Uint32Array {
  const who = new Uint32Array(groups.reduce((sum, group) => sum + group.who.length, 0));
  let n = 0;
  for (const group of groups) for (let i = 0; i < group.who.length; i++) if (test(group, i)) who[n++] = group.who[i]!;
  return who.slice(0, n).sort();
}

/** χ² where one of the `left` of a group ends at each time beside `others` of whom none does. */
function byHand(left: readonly number[], others: number): number {
  const shares = left.map((one) => one / (one + others));
  const beyond = shares.reduce((sum, share) => sum + 1 - share, 0);
  return beyond ** 2 / shares.reduce((sum, share) => sum + share * (1 - share), 0);
}
