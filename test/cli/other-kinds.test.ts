import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../src/cli/parse-options';
import { readOrders } from '../../src/cli/read-orders';
import { dayFromIso } from '../../src/terms/day';

const io = { open: async () => new Blob(['email,submitted at,nps\na@x.org,2025-03-01,9\n']), today: dayFromIso('2026-01-01')! };

describe('a file of another kind than orders', () => {
  it('is refused by the command line with what it seems to be', async () => {
    await expect(readOrders(parseOptions(['nps.csv']) as never, io)).rejects.toThrow('nps.csv: it seems to hold answers, not orders.');
  });
});
