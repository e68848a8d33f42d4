import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Scalar, Table } from '../../../src/terms/answer';
import { shopTablesOf, type ShopLiterals } from '../../../src/core/tables/shop-literals';
import type { ShopTables } from '../../../src/core/tables/shop-tables';
import type { View } from '../../../src/terms/view';
import { loyaltyMatrix } from '../../../src/core/metrics/loyalty/loyalty-matrix';
import { loyaltyScorecard } from '../../../src/core/metrics/loyalty/loyalty-scorecard';
import { netPromoterScore } from '../../../src/core/metrics/voice/net-promoter-score';
import { repurchaseByAnswer } from '../../../src/core/metrics/loyalty/repurchase-by-answer';
import { shopLiterals, shopView } from './random-shop';

describe('the loyalty matrix', () => {
  it('eight cells add up to the respondents who bought, and with those who did not answer to all customers', () => {
    onShops((tables, view) => {
      const { rows, foot } = loyaltyMatrix.compute(tables, view, loyaltyMatrix.defaults);
      const count = (name: string) => Number(foot!.find(([key]) => key === name)![2]);
      const sum = rows.reduce((total, row) => total + Number(row[2]), 0);
      expect(sum).toBe(count('respondents'));
      if (rows.length > 0) expect(rows.reduce((total, row) => total + Number(row[3]), 0)).toBeCloseTo(1, 12);
      const { first, day, customers } = tables.orders;
      const bought = Array.from({ length: customers }, (_, c) => c).filter(
        (c) => first[c]! < first[c + 1]! && day[first[c]!]! <= view.asOf,
      );
      expect(count('respondents') + count('no-answer')).toBe(bought.length);
    });
  });

  it('every known respondent of the net promoter score is in a cell or never bought', () => {
    onShops((tables, view) => {
      const score = netPromoterScore.compute(tables, view, netPromoterScore.defaults);
      const { foot } = loyaltyMatrix.compute(tables, view, loyaltyMatrix.defaults);
      const count = (name: string) => Number(foot!.find(([key]) => key === name)![2]);
      const known = score.value === null ? 0 : score.inputs.find((input) => input.key === 'answers')!.who!.length;
      expect(count('respondents') + count('never-bought')).toBe(known);
    });
  });

  it('each number of the foot opens to as many as it says', () => {
    onShops((tables, view) => {
      const { foot } = loyaltyMatrix.compute(tables, view, loyaltyMatrix.defaults);
      for (const [row, , value] of foot!) {
        const figure = loyaltyMatrix.cell(tables, view, loyaltyMatrix.defaults, { row: String(row), column: 'customers' });
        expect(figure.value).toBe(value);
      }
    });
  });
});

describe('bought again by answer', () => {
  it('a kind of customers opens to those of all its cells', () => {
    onShops((tables, view) => {
      const { rows } = loyaltyMatrix.compute(tables, view, loyaltyMatrix.defaults);
      for (const kind of new Set(rows.map((row) => String(row[1])))) {
        const { value, inputs } = loyaltyMatrix.cell(tables, view, loyaltyMatrix.defaults, { row: kind, column: 'customers' }) as Scalar;
        expect(value).toBe(rows.filter((row) => row[1] === kind).reduce((sum, row) => sum + Number(row[2]), 0));
        expect([...inputs[0]!.who!]).toEqual([...inputs[0]!.who!].sort((a, b) => a - b));
      }
    });
  });

  it('followed customers of all bands are customers of the matrix, each in one band', () => {
    onShops((tables, view) => {
      const { rows } = repurchaseByAnswer.compute(tables, view, { ...repurchaseByAnswer.defaults, withinDays: 20 });
      const { foot } = loyaltyMatrix.compute(tables, view, loyaltyMatrix.defaults);
      const sum = rows.reduce((total, row) => total + Number(row[1]), 0);
      expect(sum).toBeLessThanOrEqual(Number(foot![0]![2]));
      for (const [, all, followed, again] of rows as number[][]) expect(again! <= followed! && followed! <= all!).toBe(true);
    });
  });
});

describe('the scorecard', () => {
  it('has weights that add up to 1, also where parts have no figure, and scores of 0 to 100', () => {
    onShops((tables, view) => {
      const { rows, foot } = loyaltyScorecard.compute(tables, view, loyaltyScorecard.defaults);
      if (rows.length === 0) return;
      expect(rows.reduce((sum, row) => sum + Number(row[4]), 0)).toBeCloseTo(1, 12);
      for (const [, , value, score, weight] of rows) {
        expect(score === null).toBe(value === null);
        if (score === null) expect(weight).toBe(0);
        else expect(Number(score) >= 0 && Number(score) <= 100).toBe(true);
      }
      const together = foot!.find(([key]) => key === 'together')!;
      expect(together[4]).toBeCloseTo(1, 12);
      expect(together[3]).toBeCloseTo(
        rows.reduce((sum, row) => sum + Number(row[4]) * Number(row[3] ?? 0), 0),
        9,
      );
    });
  });

  it('no part is scored that rests on fewer than five', () => {
    onShops((tables, view) => {
      const { rows } = loyaltyScorecard.compute(tables, view, loyaltyScorecard.defaults);
      for (const [, , value, , , n] of rows) expect(value === null || Number(n) >= 5).toBe(true);
    });
  });

  it('a part opens in the unit of its figure: shares are shares', () => {
    const unit = (row: string, column = 'value') => loyaltyScorecard.cellUnit!({ row, column });
    expect([unit('retention'), unit('promoters'), unit('index'), unit('repeat-revenue')]).toEqual(['ratio', 'score', 'number', 'ratio']);
    expect([unit('retention', 'score'), unit('retention', 'weight'), unit('together', 'score')]).toEqual([undefined, undefined, undefined]);
  });

  it('only how the weights compare counts: twice each is the same', () => {
    onShops((tables, view) => {
      const twice = { ...loyaltyScorecard.defaults, behaviourWeight: 0.8, feelingWeight: 0.6, moneyWeight: 0.6 };
      const weights = (table: Table) => table.rows.map((row) => Number(row[4]).toFixed(12));
      const [one, two] = [loyaltyScorecard.defaults, twice].map((params) => weights(loyaltyScorecard.compute(tables, view, params)));
      expect(one).toEqual(two);
    });
  });

  it('a score opens to the people of its figure', () => {
    onShops((tables, view) => {
      const at = { row: 'second-order', column: 'score' };
      const figure = loyaltyScorecard.cell(tables, view, loyaltyScorecard.defaults, at);
      if (figure.value === null) return;
      expect((figure as Scalar).inputs.find((input) => input.key === 'followed')!.who!.length).toBe(figure.n);
    });
  });
});

function onShops(law: (tables: ShopTables, view: View) => void): void {
  fc.assert(
    fc.property(shopLiterals, shopView(), (shop: ShopLiterals, view) => law(shopTablesOf(shop, view.asOf), view)),
    { seed: 30, numRuns: 120 },
  );
}
