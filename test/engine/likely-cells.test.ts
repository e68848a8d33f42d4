import { describe, expect, it } from 'vitest';
import { likelyCells, type LikelyCells } from '../../src/engine/likely-cells';
import type { CustomerRow } from '../../src/engine/protocol';
import { DEFAULT_PREDICTION as choice } from '../../src/terms/prediction';

const row = { reason: { code: 'once-lately', window: 90, silent: 3 } } as CustomerRow;
const of = (value: number, low = value, high = value) => ({ value, low, high });

function cells(alive: ReturnType<typeof of>, orders: ReturnType<typeof of>) {
  const told = { orders30: orders, orders90: orders, orders365: orders, ordersAhead: orders };
  const prediction = { evidence: 2, alive, ...told, spend: of(1), value: of(1), next: null };
  const likely = { choice, basis: 'model', hasValue: true, rows: [] } as LikelyCells;
  return likelyCells(row, prediction, likely, (minor) => minor / 100).map(String);
}

describe('the cells of what is likely in a file', () => {
  it('hold no number so small that it is written with an exponent: it is none', () => {
    const written = cells(of(1.9e-33, 0, 4e-7), of(2e-12, 1e-300, 0.000012345678));
    expect(written.filter((cell) => /e/.test(cell.replace(/[a-z-]{3,}/g, '')))).toEqual([]);
    expect(written.slice(3, 9)).toEqual(['0', '0', '0', '0', '0', '0.0000123457']);
  });

  it('keep six digits of all others', () => {
    expect(cells(of(0.123456789), of(12.3456789)).slice(3, 9)).toEqual([...Array(3).fill('0.123457'), ...Array(3).fill('12.3457')]);
  });
});
