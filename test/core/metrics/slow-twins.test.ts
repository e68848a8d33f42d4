import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Scalar, Table } from '../../../src/terms/answer';
import { dayFromIso, isoFromDay, periodOf, periodStart } from '../../../src/terms/day';
import type { View } from '../../../src/terms/view';
import type { OrderLiteral } from '../../../src/core/columns/order-literals';
import { shopTablesOf } from '../../../src/core/tables/shop-literals';
import { metricById } from '../../../src/core/metrics/registry';
import { shopOrders, shopView } from './random-shop';

/** One customer's orders, the plain way: period ordinals and days, up to asOf. */
interface Person {
  days: { day: number; period: number; net: number }[];
}

describe('the fast tables on random shops', () => {
  it('retention by cohort is what counting person by person gives', () => {
    fc.assert(
      fc.property(shopOrders, shopView(), (literals, view) => {
        const { rows, foot } = metricById('retention-by-cohort')!.compute(shopTablesOf({ orders: literals }), view, {
          measure: 'customers',
          kind: 'exact',
        }) as Table;
        const expected = slowCohorts(literals, view);
        expect(rows).toEqual(expected);
        if (rows.length > 0) expect(foot).toEqual(slowFoot(expected));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('the life cycle is what counting person by person gives', () => {
    fc.assert(
      fc.property(shopOrders, shopView(), (literals, view) => {
        const { rows } = metricById('life-cycle')!.compute(shopTablesOf({ orders: literals }), view, {}) as Table;
        expect(rows.map((row) => [row[0], ...row.slice(2, 7)])).toEqual(slowLifeCycle(literals, view));
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('the weighted share of a column is the figure of its cell, with the same customers behind it', () => {
    const metric = metricById('retention-by-cohort')!;
    fc.assert(
      fc.property(shopOrders, shopView(), (literals, view) => {
        const table = shopTablesOf({ orders: literals });
        const { columns, foot } = metric.compute(table, view, metric.defaults) as Table;
        columns.slice(4).forEach(({ key }, i) => {
          if (metric.shape !== 'table') return;
          const figure = metric.cell(table, view, metric.defaults, { row: 'weighted-share', column: key });
          expect(figure.value).toBe(foot![0]![i + 4]);
          if (figure.value !== null) expect((figure as Scalar).n).toBe(foot![1]![i + 4]);
        });
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});

function people(literals: readonly OrderLiteral[], view: View): Person[] {
  const byName = new Map<string, Person>();
  for (const { customer, day: iso, net } of literals) {
    const day = dayFromIso(iso)!;
    if (day > view.asOf) continue;
    const person = byName.get(customer) ?? { days: [] };
    person.days.push({ day, period: periodOf(day, view.grain, view.calendar), net });
    byName.set(customer, person);
  }
  return [...byName.values()];
}

/** Ordinals of the periods in view that the file knows something of. */
function ordinals(all: Person[], view: View): number[] {
  const days = all.flatMap((p) => p.days.map((d) => d.day));
  if (days.length === 0) return [];
  const from = Math.max(view.from, Math.min(...days));
  const to = Math.min(view.to, view.asOf + 1);
  const found = new Set<number>();
  for (let day = from; day < to; day++) found.add(periodOf(day, view.grain, view.calendar));
  return [...found];
}

const firstPeriod = (person: Person) => Math.min(...person.days.map((d) => d.period));

function slowCohorts(literals: OrderLiteral[], view: View): (string | number | null)[][] {
  const all = people(literals, view);
  const cohorts = ordinals(all, view);
  const last = periodOf(view.asOf, view.grain, view.calendar);
  const iso = (ordinal: number) => isoFromDay(periodStart(ordinal, view.grain, view.calendar));
  const over = (ordinal: number) => periodStart(ordinal + 1, view.grain, view.calendar) <= view.asOf + 1;
  return cohorts.map((cohort) => {
    const members = all.filter((person) => firstPeriod(person) === cohort);
    const ks = Array.from({ length: last - cohorts[0]! + 1 }, (_, k) => k);
    const cells = ks.map((k) => (cohort + k > last ? null : members.filter((p) => p.days.some((d) => d.period === cohort + k)).length));
    return [iso(cohort), members.length, ks.filter((k) => over(cohort + k)).length, ...cells];
  });
}

function slowFoot(rows: (string | number | null)[][]): (string | number | null)[][] {
  const sizes = (chosen: typeof rows) => chosen.reduce((sum, row) => sum + Number(row[1]), 0);
  const share: (string | number | null)[] = ['weighted-share', sizes(rows.filter((row) => Number(row[2]) > 0)), null, null];
  const base: (string | number | null)[] = ['weighted-base', null, null, null];
  for (let column = 4; column < rows[0]!.length; column++) {
    const complete = rows.filter((row) => column - 3 < Number(row[2]));
    const whole = sizes(complete);
    share.push(whole === 0 ? null : complete.reduce((sum, row) => sum + Number(row[column]), 0) / whole);
    base.push(whole === 0 ? null : whole);
  }
  return [share, base];
}

function slowLifeCycle(literals: OrderLiteral[], view: View): (string | number | null)[][] {
  const all = people(literals, view);
  const fileStart = Math.min(...all.map(firstPeriod));
  return ordinals(all, view).map((t) => {
    const inView = (person: Person) => person.days.some((d) => d.period === t && d.day >= view.from && d.day < view.to);
    const bought = (person: Person, period: number) => person.days.some((d) => d.period === period);
    const active = all.filter(inView);
    const fresh = active.filter((person) => firstPeriod(person) === t);
    const retained = active.filter((person) => bought(person, t - 1));
    const lapsed = all.filter((person) => bought(person, t - 1) && !inView(person));
    const reactivated = active.length - fresh.length - retained.length;
    const start = isoFromDay(periodStart(t, view.grain, view.calendar));
    return [start, active.length, fresh.length, retained.length, reactivated, t === fileStart ? null : lapsed.length];
  });
}
