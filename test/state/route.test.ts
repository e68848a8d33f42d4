import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromIso, ISO_CALENDAR } from '../../src/terms/day';
import { defaultView, formatHash, formatHow, PAGES, parseHash, parseHow, viewOf } from '../../src/state/route.svelte';

const text = fc.string({ unit: 'binary', maxLength: 8 });

describe('the address', () => {
  it('says the same place after a round trip, whatever the customer is called', () => {
    const route = fc.record({
      page: fc.constantFrom(...PAGES),
      item: fc.oneof(fc.constant(''), text),
      query: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ minLength: 1, maxLength: 8 })),
    });
    fc.assert(
      fc.property(route, (r) => {
        const back = parseHash(formatHash(r));
        expect({ ...back, query: { ...back.query } }).toEqual({ ...r, query: { ...r.query } });
      }),
    );
  });

  it('that means nothing is the page to fall back on', () => {
    for (const hash of ['', '#', '#/', '#/nowhere/x', '#nonsense?from=1', '#/%E0%A4%A'])
      expect(parseHash(hash, 'overview').page).toBe('overview');
    expect(parseHash('#/customer/%E0%A4%A').item).toBe('%E0%A4%A');
  });

  it('cannot reach the prototype', () => {
    expect(parseHash('#/overview?__proto__=1&constructor=2').query.constructor).toBe('2');
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

describe('the view of an address', () => {
  const base = defaultView(dayFromIso('2010-12-01')!, dayFromIso('2011-12-09')!, ISO_CALENDAR);

  it('is the whole file by month with refunds counted when it says nothing', () => {
    expect(viewOf({}, base)).toEqual(base);
    expect(base).toMatchObject({ grain: 'month', refunds: 'behaviour', to: dayFromIso('2011-12-10'), lapseDays: null });
  });

  it('takes what exists and leaves out what does not', () => {
    const view = viewOf({ from: '2011-01-01', to: '2011-02-30', grain: 'decade', refunds: 'ignore', lapse: '45' }, base);
    expect(view).toMatchObject({ from: dayFromIso('2011-01-01'), to: base.to, grain: 'month', refunds: 'ignore', lapseDays: 45 });
    expect(viewOf({ lapse: '-3' }, base).lapseDays).toBeNull();
  });

  it('does not reach further than ten years beyond the file', () => {
    const view = viewOf({ from: '0001-01-01', asOf: '9999-12-31' }, base);
    expect([view.from, view.asOf]).toEqual([base.from - 3653, base.asOf + 3653]);
  });

  it('is never empty: an end before the beginning becomes one day', () => {
    const view = viewOf({ from: '2011-05-01', to: '2011-04-01' }, base);
    expect(view.to).toBe(view.from + 1);
  });

  it('ends with the as-of day unless it says otherwise', () => {
    expect(viewOf({ asOf: '2011-06-30' }, base).to).toBe(dayFromIso('2011-07-01'));
  });
});

describe('what the drawer is about', () => {
  it('goes into the address and comes back', () => {
    const key = fc.stringMatching(/^[a-zA-Z]{1,8}$/);
    const how = fc.record(
      {
        id: fc.stringMatching(/^[a-z-]{1,12}$/),
        params: fc.dictionary(
          key,
          fc.oneof(
            fc.boolean(),
            fc.integer(),
            fc.string({ maxLength: 6 }).filter((s) => !/^(true|false|-?\d+(\.\d+)?)$/.test(s)),
          ),
          { minKeys: 1 },
        ),
        among: fc.record({ by: fc.constantFrom('country' as const, 'first-month' as const), segment: text }),
        at: fc.record({ row: text, column: text }),
      },
      { requiredKeys: ['id'] },
    );
    fc.assert(
      fc.property(how, (h) => {
        expect(parseHow(formatHow(h))).toEqual({ ...h, ...(h.params ? { params: { ...h.params } } : {}) });
      }),
    );
    expect(parseHow(undefined)).toBeNull();
  });
});
