import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/i18n/messages';
import { en as allEnglish } from '../../../src/i18n/en';
import { zhHans } from '../../../src/i18n/zh-Hans';
import { zhHant } from '../../../src/i18n/zh-Hant';
import { METRICS } from '../../../src/core/metrics/registry';

/** Of all words those of metrics and their answers. */
function ofMetrics(messages: Record<string, Message>): Record<string, Message> {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => /^(metric|input|note|variant|row|column)\./.test(key)));
}
const [en, hans, hant] = [ofMetrics(allEnglish), ofMetrics(zhHans), ofMetrics(zhHant)];

const LANGUAGES: [string, Record<string, Message>][] = [
  ['English', en],
  ['简体中文', hans],
  ['繁體中文', hant],
];
const folder = new URL('../../../src/core/metrics/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'));

/** Codes that the sources write in a call or after a key. */
function codes(pattern: RegExp): string[] {
  return sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!));
}

const INPUTS = codes(/\b(?:counted|measured|countFigure|recordsCounted|peopleCounted)\(\s*'([\w-]+)'/g);
const NOTES = [
  ...codes(/\bnote: '([\w-]+)'/g),
  ...codes(/'(count-formula-[\w-]+|period-not-over)'/g),
  ...Array.from({ length: 9 }, (_, i) => `lapse-from-p${(i + 1) * 10}`),
];
const VARIANTS = codes(/'(one-gap-per-customer|by-orders|by-order-days|set-based)'/g).concat('median');

describe.each(LANGUAGES)('in %s', (_, messages) => {
  const has = (key: string) => expect(Object.hasOwn(messages, key), key).toBe(true);

  it.each(METRICS.map((m) => m.id))('%s has a name and a definition', (id) => {
    has(`metric.${id}.name`);
    has(`metric.${id}.definition`);
  });

  it('each input, note and variant that a metric can give has its word', () => {
    expect(INPUTS.length).toBeGreaterThan(30);
    expect(NOTES.length).toBeGreaterThan(15);
    for (const key of INPUTS) has(`input.${key}`);
    for (const code of NOTES) has(`note.${code}`);
    for (const name of VARIANTS) has(`variant.${name}`);
    has('row.weighted-share');
    has('row.weighted-base');
  });

  it('a message has the slots that it has in English, and none is empty', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect(textOf(message).trim(), key).not.toBe('');
      expect(slotsOf(message), key).toEqual(slotsOf(en[key]!));
    }
  });
});

describe('the two Chinese texts', () => {
  it('have every key that English has, and no other', () => {
    expect(Object.keys(hans).sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(hant).sort()).toEqual(Object.keys(en).sort());
  });

  it('are Chinese: letters stand only where a formula or a sign needs them', () => {
    for (const messages of [hans, hant]) {
      for (const [key, message] of Object.entries(messages)) {
        expect(textOf(message), key).toMatch(/\p{Script=Han}/u);
        // A formula has symbols of one letter, as the day d or the sets S and B, and no words of another language.
        const letters = key.endsWith('.formula') ? /[A-Za-z]{2}/ : /[A-Za-z]/;
        expect(textOf(message).replace(/\{\w+\}|Kaplan–Meier|Wilson/g, ''), key).not.toMatch(letters);
      }
    }
  });

  it('use the characters of their own script', () => {
    for (const [key, message] of Object.entries(hans))
      expect(textOf(message), key).not.toMatch(/[顧單數訂這時額筆檔來們從還動靜組後淨銷]/u);
    for (const [key, message] of Object.entries(hant)) expect(textOf(message), key).not.toMatch(/[顾单数订这时额笔档来们从还动静组净销]/u);
  });
});

function textOf(message: Message): string {
  return typeof message === 'string' ? message : `${message.one} ${message.other}`;
}

function slotsOf(message: Message): string[] {
  return [...new Set([...textOf(message).matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();
}
