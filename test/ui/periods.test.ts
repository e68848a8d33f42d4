import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay } from '../../src/terms/day';
import { overlaps, presetsOf, shifted, type Span } from '../../src/ui/kit/periods';

const span = (from: string, to: string): Span => ({ from: dayFromIso(from)!, to: dayFromIso(to)! });
const iso = ({ from, to }: Span) => [isoFromDay(from), isoFromDay(to)];

describe('presets of a period', () => {
  it('only what the file holds is offered', () => {
    const kinds = presetsOf(span('2010-12-01', '2011-12-10')).map((preset) => preset.year ?? preset.kind);
    expect(kinds).toEqual(['whole', 'last-12', 'last-3', 2011, 2010]);
    expect(presetsOf(span('2024-03-01', '2024-04-15')).map((preset) => preset.kind)).toEqual(['whole']);
  });

  it('a year at the end of the file stops where the file stops', () => {
    const [year2011, year2010] = presetsOf(span('2010-12-01', '2011-12-10')).filter((preset) => preset.kind === 'year');
    expect(iso(year2011!)).toEqual(['2011-01-01', '2011-12-10']);
    expect(iso(year2010!)).toEqual(['2010-12-01', '2011-01-01']);
  });

  it('the last twelve months begin with a month and end with the file', () => {
    const last = presetsOf(span('2010-12-01', '2011-12-10')).find((preset) => preset.kind === 'last-12');
    expect(iso(last!)).toEqual(['2011-01-01', '2011-12-10']);
  });
});

describe('steps to the period before and after', () => {
  it('whole months step by as many months, whatever their length', () => {
    expect(iso(shifted(span('2024-01-01', '2024-04-01'), -1))).toEqual(['2023-10-01', '2024-01-01']);
    expect(iso(shifted(span('2024-02-01', '2024-03-01'), 1))).toEqual(['2024-03-01', '2024-04-01']);
  });

  it('other spans step by as many days', () => {
    expect(iso(shifted(span('2024-01-10', '2024-01-17'), 1))).toEqual(['2024-01-17', '2024-01-24']);
  });

  it('a step forward and back comes home', () => {
    for (const home of [span('2024-01-01', '2024-02-01'), span('2023-12-15', '2024-01-20')]) {
      expect(shifted(shifted(home, 1), -1)).toEqual(home);
    }
  });

  it('the day after the last belongs to neither', () => {
    expect(overlaps(span('2024-01-01', '2024-02-01'), span('2024-02-01', '2024-03-01'))).toBe(false);
    expect(overlaps(span('2024-01-01', '2024-02-02'), span('2024-02-01', '2024-03-01'))).toBe(true);
  });
});
