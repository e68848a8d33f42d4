import { describe, expect, it } from 'vitest';
import { ordersWhileAlive } from '../../../src/core/models/lifetime/orders-while-alive';

/**
 * a, b, s, time over A, and the orders: mpmath 1.3.0 with 30 digits, the integral of (1 − (1 + p·time)^−s)/p over Beta(a, b) by quad. Nobody
 * leaves in the first, everybody is alike in some, the far ends of the double exponent are near in others.
 */
const TABLE = [
  [1e-6, 15284, 3, 5, 14.99999999019116],
  [0.0034, 6.75, 10.8, 0.9, 9.701795398957833],
  [1, 1.5, 0.3, 500, 4.982283246882405],
  [0.1, 0.05, 0.2, 10000, 293.4941755480194],
  [50, 100000, 1000000, 0.5, 2041.816326530612],
  [10000, 20000, 5, 10, 2.998234813837692],
  [0.05, 30, 1000, 3, 2498.783992916079],
  [2, 3, 0.01, 100000, 0.3687991553879778],
  [0.5, 0.5, 200, 20, 71.31590640775751],
  [100000, 1, 2, 3, 0.9375084375632815],
  [0.793, 2.426, 0.243, 8.8, 1.193480350348989],
  [0.003, 1000000, 1000000, 2, 1996117.113987302],
  [1000000, 1000000, 10000, 1, 2.000001000001],
  [0.19, 0.02, 40, 1000, 581.3641773933158],
  [0.21, 0.02, 40, 1000, 438.16366579567],
] as const;

describe('orders while somebody is a customer', () => {
  it.each(TABLE)('are those of the integral: Beta(%d, %d), Gamma(%d, 1), time %d', (a, b, s, ahead, orders) => {
    expect(Math.abs(ordersWhileAlive(a, b, s, ahead) / orders - 1)).toBeLessThan(1e-12);
  });

  it('are a number for any parameters whatever, between none and as many as without leaving', () => {
    const far = [1e-6, 1e-3, 1, 1e3, 1e6];
    for (const a of far)
      for (const b of far)
        for (const s of far)
          for (const ahead of far) {
            const orders = ordersWhileAlive(a, b, s, ahead);
            expect(orders, `${a} ${b} ${s} ${ahead}`).toBeGreaterThanOrEqual(0);
            expect(orders, `${a} ${b} ${s} ${ahead}`).toBeLessThanOrEqual(s * ahead * (1 + 1e-9));
          }
  });

  it('are the same by either way of working them out, where the one hands over to the other', () => {
    for (const [a, b, s] of [
      [0.8, 2.4, 0.24],
      [0.9, 2.6, 30],
      [3, 0.5, 2],
    ] as const) {
      const around = [80, 84, 86, 86.5, 87, 90].map((ahead) => ordersWhileAlive(a, b, s, ahead));
      for (let i = 1; i < around.length; i++) expect(around[i]).toBeGreaterThan(around[i - 1]!);
    }
  });
});
