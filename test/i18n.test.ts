import { describe, expect, it } from 'vitest';
import { shopTablesOf } from '../src/core/tables/shop-literals';
import { orderTableOf } from '../src/core/columns/order-literals';
import { CUSTOMER_STAGES } from '../src/core/customers/customer-table';
import type { AnyMetric } from '../src/core/metrics/define';
import { METRICS } from '../src/core/metrics/registry';
import { en } from '../src/i18n/en';
import type { Message } from '../src/i18n/messages';
import { zhHans } from '../src/i18n/zh-Hans';
import { zhHant } from '../src/i18n/zh-Hant';
import { isAbsent, isTable, type Answer, type Table } from '../src/terms/answer';
import { FIELDS, rolesOfKind, type RecordKind } from '../src/terms/fields';
import { REASONS } from '../src/terms/part';
import { vectorView } from './core/metrics/vector-view';
import { unionMembers } from './i18n/union-members';

const ROLES = new Set((['orders', ...Object.keys(FIELDS)] as (RecordKind | 'orders')[]).flatMap((kind) => rolesOfKind(kind)));

type Messages = Record<string, Message>;
const LANGUAGES: Record<string, Messages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
const CHINESE = Object.entries(LANGUAGES).filter(([language]) => language !== 'en');

/** Messages for which the page fills more slots than any one language needs. */
const OFFERED: Record<string, string[]> = { 'overview.head.reactivated': ['grain'], 'reading.range': ['bare', 'low', 'high'] };

/** What stays Latin in Chinese: names, notation, codes of files. */
const LATIN = /^(CSV|JSON|SQL|English|Liuke|PapaParse|n|n =|95 %|95%|UTF-8|UTF-16|GB18030|Windows-1252|MIT|€|£|\$|¥)$/;

/** Pairs that tell the two scripts apart, frequent in what a shop reads: simplified, traditional. */
const PAIRS =
  '数數据據导導这這个個为為时時间間单單价價顾顧总總显顯实實订訂货貨户戶页頁设設签簽线線开開关關闭閉读讀写寫选選择擇内內标標变變动動现現处處从從来來后後两兩过過还還没沒对對应應该該请請让讓样樣义義产產业業东東区區华華语語认認许許说說问問题題击擊减減参參双雙发發号號启啟国國会會达達与與无無带帶当當录錄图圖场場备備复復头頭层層属屬岁歲库庫归歸惯慣换換断斷旧舊术術机機权權条條极極构構检檢档檔汇匯测測滤濾点點热熱状狀独獨环環码碼确確种種称稱笔筆类類约約级級纸紙组組细細终終经經结結给給统統继繼续續维維编編职職联聯脑腦营營获獲补補装裝规規视視览覽觉覺计計记記访訪证證评評词詞译譯试試话話询詢误誤调調谁誰负負责責败敗质質购購费費资資赠贈趋趨载載较較输輸迁遷运運进進远遠连連迟遲适適递遞释釋钟鐘钱錢销銷错錯键鍵长長阶階阅閱际際险險随隨隐隱难難项項须須预預领領频頻额額验驗齐齊';

const texts = (message: Message): string[] => (typeof message === 'string' ? [message] : [message.one, message.other]);
const slots = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot))].sort();
const bare = (text: string): string => text.replace(/\{\w+\}/g, '').trim();

/** Each text of a language that breaks a rule, as `key: text`. */
function breaking(messages: Messages, isWrong: (text: string, key: string) => boolean): string[] {
  return Object.entries(messages).flatMap(([key, message]) =>
    texts(message)
      .filter((text) => isWrong(text, key))
      .map((text) => `${key}: ${text}`),
  );
}

describe.each(Object.entries(LANGUAGES))('%s', (_, messages) => {
  it('has the keys that English has, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
  });

  it('leaves no message empty', () => {
    expect(breaking(messages, (text) => text.trim() === '')).toEqual([]);
  });

  it('fills the same slots as English, but where the page offers a choice', () => {
    const used = (set: Messages, key: string) => [...new Set(texts(set[key] ?? '').flatMap(slots))].sort();
    const isWrong = (key: string) => {
      const given = used(messages, key);
      const offered = OFFERED[key];
      return offered ? given.some((slot) => !offered.includes(slot)) : given.join() !== used(en, key).join();
    };
    expect(Object.keys(messages).filter(isWrong)).toEqual([]);
  });

  it('has no slot that is opened and not closed', () => {
    expect(breaking(messages, (text) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  it('promises nothing that the product must not say', () => {
    expect(breaking(messages, (text) => /!|！|insight|\bbest ever\b|洞察|significant/i.test(text))).toEqual([]);
  });
});

describe.each(CHINESE)('%s', (language, messages) => {
  it('is written in Chinese: no text is Latin only, names and notation apart', () => {
    const latinOnly = (text: string) => /[A-Za-z]/.test(bare(text)) && !/\p{Script=Han}/u.test(text) && !LATIN.test(bare(text));
    expect(breaking(messages, latinOnly)).toEqual([]);
  });

  it('keeps to its own script', () => {
    const foreign = language === 'zh-Hans' ? 1 : 0;
    const letters = [...PAIRS].filter((_, i) => i % 2 === foreign);
    expect(breaking(messages, (text) => letters.some((letter) => text.includes(letter)))).toEqual([]);
  });

  it('sets full-width marks after Han characters', () => {
    expect(breaking(messages, (text) => /\p{Script=Han}[,;:?]/u.test(text))).toEqual([]);
  });
});

describe('every code has its words', () => {
  const terms = (name: string) => new URL(`../src/terms/${name}.ts`, import.meta.url);
  const codes: [string, readonly string[]][] = [
    ['error', unionMembers(terms('app-error'), 'ErrorCode')],
    ['why', unionMembers(terms('answer'), 'Why')],
    ['reason', REASONS],
    ['role', [...ROLES]],
    ['customers.stage', CUSTOMER_STAGES],
    ['customers.clause.stage', CUSTOMER_STAGES],
    ['question', unionMembers(terms('preview'), 'Question')],
    ['part', ['sale', 'refund']],
  ];
  it.each(codes)('%s', (prefix, members) => {
    expect(members.length).toBeGreaterThan(1);
    expect(members.filter((code) => !Object.hasOwn(en, `${prefix}.${code}`))).toEqual([]);
  });

  it('every metric is named and defined, with its formula', () => {
    const keys = METRICS.flatMap(({ id }) => ['name', 'definition', 'formula'].map((part) => `metric.${id}.${part}`));
    expect(keys.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it('every part of an answer has a word: inputs, feet, variants, notes', () => {
    const parts = METRICS.flatMap((metric) => metric.vectors.flatMap((vector) => wordsOf(answerOf(metric, vector))));
    expect(new Set(parts).size).toBeGreaterThan(30);
    expect([...new Set(parts)].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it('a cell of a table that opens is named in the drawer', () => {
    const named = { 'life-cycle': 'overview.cell', 'order-gap-curve': 'column' };
    const keys = METRICS.filter((metric) => metric.id in named).flatMap((metric) => {
      const answer = answerOf(metric, metric.vectors[0]!) as Table;
      const counts = answer.columns.filter(({ unit }) => unit !== 'period' && unit !== 'flag' && unit !== 'days');
      return counts.map(({ key }) => `${named[metric.id as keyof typeof named]}.${key}`);
    });
    expect(keys).toHaveLength(11);
    expect(keys.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });
});

function answerOf(metric: AnyMetric, vector: AnyMetric['vectors'][number]): Answer {
  const view = vectorView(orderTableOf(vector.orders), vector.view);
  return metric.compute(shopTablesOf(vector, view.asOf), view, { ...metric.defaults, ...vector.params });
}

/** Keys of the words that an answer needs; what heads its columns is the page's own. */
function wordsOf(answer: Answer): string[] {
  if (isTable(answer)) return (answer.foot ?? []).map(([name]) => `row.${name}`);
  if (isAbsent(answer)) return [`why.${answer.why}`];
  const { inputs, variants = {}, note } = answer;
  return [
    ...inputs.map(({ key }) => `input.${key}`),
    ...Object.keys(variants).map((name) => `variant.${name}`),
    ...(note ? [`note.${note}`] : []),
  ];
}
