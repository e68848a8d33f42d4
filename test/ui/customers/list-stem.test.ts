import { describe, expect, it } from 'vitest';
import { listStem } from '../../../src/ui/customers/list-stem';

describe('the name of a list’s file', () => {
  it('says which list it is', () => {
    expect(listStem({ filter: {} }, false)).toBe('customers-all');
    expect(listStem({ filter: {} }, true)).toBe('customers-all-likely');
    expect(listStem({ filter: { slipping: true } }, false)).toBe('customers-slipping');
    expect(listStem({ filter: { slipping: true, stage: 'new', minOrders: 2 } }, true)).toBe('customers-new-slipping-min-2-likely');
    expect(listStem({ filter: { beyondLongestGap: 1.5, silentOver: 90 } }, false)).toBe('customers-silent-90-gap-1_5');
    expect(listStem({ who: { id: 'risk-by-lapse', input: 'within-rule' }, filter: {} }, false)).toBe('customers-risk-by-lapse-within-rule');
  });

  it('has nothing in it that a file system refuses', () => {
    expect(listStem({ filter: { search: 'A/B: "c" ?' } }, false)).toMatch(/^customers-search-[a-z-]+$/);
  });
});
