import { afterEach, describe, expect, it } from 'vitest';
import { METRICS, metricById } from '../../../src/core/metrics/registry';
import { workedExample } from '../../../src/core/metrics/worked-example';
import { metricCards } from '../../../src/engine/figures';
import { LANGUAGES } from '../../../src/i18n/format';
import { i18n } from '../../../src/i18n/i18n.svelte';
import { conditionsOf } from '../../../src/ui/dictionary/example-words';
import { familiesOf } from '../../../src/ui/dictionary/families';

afterEach(() => i18n.use('en'));

const found = (search: string) => familiesOf(metricCards(), search).flatMap(({ cards }) => cards.map(({ id }) => id));

describe('the search of the dictionary', () => {
  it.each(LANGUAGES)('finds a figure by its id and by what the trade calls it, in %s', async (language) => {
    await i18n.use(language);
    expect(found('NPS')).toContain('net-promoter-score');
    expect(found('csat')).toContain('customer-satisfaction');
    expect(found('net promoter score')).toContain('net-promoter-score');
    expect(found('net-promoter-score')).toContain('net-promoter-score');
  });
});

describe('the conditions of an example', () => {
  it.each(LANGUAGES)('are words and never the names of parameters, in %s', async (language) => {
    await i18n.use(language);
    for (const metric of METRICS) {
      const text = conditionsOf(workedExample(metric));
      expect(text, metric.id).not.toContain(' = ');
      expect(text, metric.id).not.toMatch(/[a-z][A-Z][a-z]/);
    }
  });
  it('say money as money, and no day where everything was typed', () => {
    expect(conditionsOf(workedExample(metricById('clv-simple')!))).not.toContain('1969');
    expect(conditionsOf(workedExample(metricById('clv-simple')!))).toContain('An order: 200.00');
  });
});
