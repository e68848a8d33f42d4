import { describe, expect, it } from 'vitest';
import type { Scalar } from '../../../../src/terms/answer';
import { expectedValueBands } from '../../../../src/core/metrics/prediction/expected-value-bands';
import { modelsOf } from '../../../../src/core/models/shop-models';
import type { ShopTables } from '../../../../src/core/tables/shop-tables';
import { simulatedShop } from '../../models/simulate';
import { vectorView } from '../vector-view';

/** Customers of whom each spends about the same on every order, some ten times what others do. */
function simulated() {
  const table = simulatedShop({ model: 'mbg-nbd', theta: [0.6, 40, 0.8, 2.4], customers: 900, days: 700, arrivals: 350, seed: 7 });
  const net = new Float64Array(table.orders);
  for (let c = 0; c < table.customers; c++)
    for (let i = table.first[c]!; i < table.first[c + 1]!; i++) net[i] = 1000 * (1 + ((c * 7919) % 10)) + ((i * 104_729) % 700);
  return { ...table, net };
}

const orders = simulated();
const tables = { orders } as ShopTables;
const view = { ...vectorView(orders), asOf: 699 };
const { defaults } = expectedValueBands;
const answer = expectedValueBands.compute(tables, view, defaults);
const keys = answer.columns.map(({ key }) => key);
const cell = (row: string, column: string, params = defaults) => expectedValueBands.cell(tables, view, params, { row, column }) as Scalar;
const row = (name: string) => Object.fromEntries(answer.rows.find(([band]) => band === name)!.map((value, i) => [keys[i], value]));

describe('how expected value is spread', () => {
  it('is told of a shop whose model is let through, and parts all customers in tenths and by evidence', () => {
    expect(modelsOf(orders, view.asOf).verdict(defaults).basis).toBe('model');
    const tenths = Array.from({ length: 10 }, (_, i) => row(`tenth-${i + 1}`));
    const classes = ['well-known', 'little-known', 'once'].map(row);
    for (const parts of [tenths, classes])
      for (const column of ['customers', 'expected-value', 'expected-orders', 'net-so-far', 'best-so-far']) {
        const sum = parts.reduce((total, part) => total + (part[column] as number), 0);
        expect(sum / (row('all')[column] as number)).toBeCloseTo(1, 9);
      }
  });

  it('falls from tenth to tenth, and the parts of a band by evidence are the whole of it', () => {
    const values = Array.from({ length: 10 }, (_, i) => row(`tenth-${i + 1}`)['expected-value'] as number);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    for (const name of ['top-10', 'tenth-5', 'all']) {
      const parts = ['well-known', 'little-known', 'once'].map((known) => row(name)[`from-${known}`] as number);
      expect(parts.reduce((sum, part) => sum + part, 0) / (row(name)['expected-value'] as number)).toBeCloseTo(1, 9);
    }
  });

  it('each cell opens to exactly the customers of its number', () => {
    for (const [name, ...values] of answer.rows)
      values.forEach((value, i) => {
        const figure = cell(String(name), keys[i + 1]!);
        expect(figure.value, `${name} ${keys[i + 1]}`).toBe(value);
        for (const input of figure.inputs) if (input.unit === 'customers') expect(input.who).toHaveLength(input.value);
      });
  });

  it('has the sum of the scores as its whole, what was bought so far beside it and not in it', () => {
    const scores = modelsOf(orders, view.asOf).scores(defaults)!;
    expect(row('all')['expected-value'] as number).toBeCloseTo(
      scores.value.reduce((sum, value) => sum + value, 0),
      4,
    );
    expect(row('all')['net-so-far']).toBe(orders.net.reduce((sum, net) => sum + net, 0));
  });

  it('a margin makes it profit, a shorter horizon less; each is said with the number', () => {
    const profit = cell('all', 'expected-value', { ...defaults, margin: 0.3 });
    expect(profit.value / cell('all', 'expected-value').value).toBeCloseTo(0.3, 9);
    expect(cell('all', 'expected-value', { ...defaults, horizonDays: 90 }).value).toBeLessThan(cell('all', 'expected-value').value);
    const asked = profit.inputs.map(({ key, value }) => [key, value]);
    expect(asked).toContainEqual(['horizon-days', 365]);
    expect(asked).toContainEqual(['profit-margin', 0.3]);
    expect(asked).toContainEqual(['discount-per-year', 0.1]);
  });

  it('a margin that cannot be meant is as if none was typed', () => {
    const wrong = cell('all', 'expected-value', { ...defaults, margin: 3 });
    expect(wrong).toEqual(cell('all', 'expected-value'));
  });
});
