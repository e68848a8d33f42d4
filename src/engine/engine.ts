import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { Part } from '../terms/part';
import type { PredictionChoice } from '../terms/prediction';
import type { ImportPlan, SaidReading } from '../terms/plan';
import type { Purpose } from '../terms/preview';
import type { Tell } from '../terms/progress';
import type { View } from '../terms/view';
import type { Batch } from '../core/columns/batch';
import type { PeopleRules } from '../terms/people';
import { labResult, type LabQuestion } from '../core/lab/sheets';
import { metricById } from '../core/metrics/registry';
import { workedExample } from '../core/metrics/worked-example';
import { countRecords } from '../intake/records/count-records';
import { makeSampleShop } from '../sample/make-sample-shop';
import type { Store } from '../storage/store';
import { allAnswers, folderForSql, provenanceIn, queryOf } from './answers-elsewhere';
import { breakdownFor, segmentsFor } from './breakdowns';
import { leftOutCsv } from './csv';
import { customerFile, customerPage, listCsv, listRows, listTotals } from './customer-lists';
import { answerFor, explain, figureFor, metricCards } from './figures';
import { ImportJob } from './import-job';
import { overlapWith } from './overlap-of';
import { itemsKnown, nextGoods } from './next-goods';
import { peopleReview } from './people-review';
import { outlookFor, predictionsFor, verdictFor } from './predictions';
import { questionCards, recordsBehind } from './record-lines';
import type {
  CustomerList,
  CustomerSort,
  KeepTarget,
  MetricQuestion,
  PeopleReview,
  ShopInfo,
  SmallFigures,
  Staged,
  StageSource,
} from './protocol';
import type { EngineInside } from './serve';
import { Session } from './session';
import { APP_VERSION } from '../terms/app-version';

/** The engine over a store: one shop open at a time, one file on its way in at a time. */
export function createEngine(store: Store): EngineInside {
  return bound(new InsideEngine(store));
}

class InsideEngine implements EngineInside {
  #store: Store;
  #session: Session | null = null;
  #job: ImportJob;

  constructor(store: Store) {
    this.#store = store;
    this.#job = new ImportJob(store);
  }

  catalogue() {
    return metricCards();
  }

  example(id: string) {
    const metric = metricById(id);
    return metric ? workedExample(metric) : null;
  }

  lab(question: LabQuestion) {
    return labResult(question);
  }

  shops() {
    return this.#store.shops();
  }

  async open(shop: number): Promise<ShopInfo> {
    if (this.#session?.shop.id !== shop) this.#session = await Session.open(this.#store, shop);
    return this.#session.info();
  }

  async renameShop(shop: number, name: string) {
    await this.#store.renameShop(shop, name);
    if (this.#session?.shop.id === shop) this.#session.shop.name = name;
    return this.#store.shops();
  }

  async sampleShop(seed: number): Promise<ShopInfo> {
    const there = (await this.#store.shops()).find((card) => card.sample);
    if (there) return this.open(there.id);
    const { batch, leftOut, card, records } = makeSampleShop(seed);
    const newShop = { name: card.shopName, sample: true, currency: batch.currency };
    const about = { appVersion: APP_VERSION };
    const { shop, importIds } = await this.#store.putImports({ newShop }, [
      { card: { ...card.file, ...about }, content: { batch }, leftOut },
      ...records.map((one) => ({
        card: { ...one.file, ...about, counts: countRecords(one.records) },
        content: { records: one.records },
        leftOut: one.leftOut,
      })),
    ]);
    const importId = importIds[0]!;
    this.#session = await Session.open(this.#store, shop, new Map([[importId, { ...batch, importId }]]));
    return this.#session.info();
  }

  async stage(sources: StageSource[], today: Day, tell: Tell) {
    return shownOrRefused(await this.#job.stage(sources, today, tell));
  }

  arrived() {
    return this.#job.list();
  }

  async readAs(file: number, said: SaidReading, tell: Tell) {
    return shownOrRefused(await this.#job.readAs(file, said, tell));
  }

  replan(file: number, plan: ImportPlan, tell: Tell) {
    return this.#job.replan(file, plan, tell);
  }

  setPurpose(file: number, purpose: Purpose) {
    return this.#job.setPurpose(file, purpose);
  }

  stagedRows(file: number, part: Part['code'], offset: number, limit: number) {
    return this.#job.rows(file, part, offset, limit);
  }

  overlap(shop: number) {
    return overlapWith(this.#store, this.#session?.shop.id === shop ? this.#session : null, shop, this.#job.asKept());
  }

  walkAway() {
    this.#job.walkAway();
  }

  async keep(target: KeepTarget, keptAt: string, tell: Tell) {
    const { shop, batches, ...counts } = await this.#job.keep(target, keptAt, APP_VERSION, tell);
    await this.#showShop(shop, batches);
    return { shop: this.#open().info(), ...counts };
  }

  async takeBack(importId: number) {
    return this.#change(importId, (id) => this.#store.withdraw(id));
  }

  async putBack(importId: number) {
    return this.#change(importId, (id) => this.#store.restore(id));
  }

  async leftOutCsv(importId: number) {
    const session = this.#open();
    const card = session.imports.find((c) => c.id === importId);
    if (!card) throw new AppError('engine/failed', { reason: `no import ${importId}` });
    return leftOutCsv(card, await session.leftOut(this.#store, importId));
  }

  async eraseShop(shop: number) {
    await this.#store.deleteShop(shop);
    if (this.#session?.shop.id === shop) this.#session = null;
    return this.#store.shops();
  }

  async eraseEverything() {
    this.#session = null;
    this.#job.walkAway();
    await this.#store.eraseEverything();
  }

  readDocument(key: string) {
    return this.#store.readDocument(key);
  }

  writeDocument(key: string, value: unknown) {
    return this.#store.writeDocument(key, value);
  }

  answer(questions: MetricQuestion[], view: View) {
    const session = this.#open();
    return questions.map((question) => answerFor(session, question, view));
  }

  figure(question: Parameters<EngineInside['figure']>[0], view: View) {
    return figureFor(this.#open(), question, view);
  }

  breakdown(...[question, by, against, view]: Parameters<EngineInside['breakdown']>) {
    return breakdownFor(this.#open(), question, by, against, view);
  }

  segments(view: View) {
    return segmentsFor(this.#open(), view);
  }

  itemsKnown(view: View) {
    return itemsKnown(this.#open(), view);
  }

  refundEffect(view: View) {
    return this.#open().table(view).effect;
  }

  explain(question: Parameters<EngineInside['explain']>[0], view: View) {
    return explain(this.#open(), this.#store, question, view);
  }

  records(...[who, view, offset, limit]: Parameters<EngineInside['records']>) {
    return recordsBehind(this.#open(), who, view, offset, limit);
  }

  questions(view: View) {
    return questionCards(this.#open(), view);
  }

  lists(lists: CustomerList[], view: View) {
    return lists.map((list) => listTotals(this.#open(), list, view));
  }

  customers(list: CustomerList, sort: CustomerSort, view: View, offset: number, limit: number) {
    return listRows(this.#open(), list, { sort, offset, limit }, view);
  }

  customersCsv(...[list, sort, view, likely]: Parameters<EngineInside['customersCsv']>) {
    return listCsv(this.#open(), list, { sort, likely: likely ?? null }, view);
  }

  customer(key: string, view: View) {
    return customerPage(this.#open(), key, view);
  }

  verdict(choice: PredictionChoice, view: View) {
    return verdictFor(this.#open(), choice, view);
  }

  predictions(keys: string[], choice: PredictionChoice, view: View) {
    return predictionsFor(this.#open(), keys, choice, view);
  }

  outlook(key: string, choice: PredictionChoice, view: View) {
    return outlookFor(this.#open(), key, choice, view);
  }

  nextFor(key: string, view: View) {
    return nextGoods(this.#open(), key, view);
  }

  people(): PeopleReview {
    return peopleReview(this.#open());
  }

  async changePeople(rules: PeopleRules) {
    const session = this.#open();
    await session.changeRules(this.#store, rules);
    return session.info();
  }

  customerCsv(key: string, view: View) {
    return customerFile(this.#open(), key, view);
  }

  answersJson(view: View, small: SmallFigures): string {
    return JSON.stringify(allAnswers(this.#open(), view, small), null, 2);
  }

  sqlFor(...[question, view, dialect]: Parameters<EngineInside['sqlFor']>) {
    return queryOf(this.#open(), question, view, dialect);
  }

  sqlExport(...[view, choices, tell]: Parameters<EngineInside['sqlExport']>) {
    return folderForSql(this.#open(), view, choices, tell);
  }

  provenance(view: View) {
    return provenanceIn(this.#open(), view);
  }

  #open(): Session {
    if (!this.#session) throw new AppError('engine/unknown-shop', { shop: 0 });
    return this.#session;
  }

  async #showShop(shop: number, batches: Batch[]): Promise<void> {
    if (this.#session?.shop.id === shop) await this.#session.refresh(this.#store, batches);
    else this.#session = await Session.open(this.#store, shop, new Map(batches.map((batch) => [batch.importId, batch])));
  }

  async #change(importId: number, act: (importId: number) => Promise<void>): Promise<ShopInfo> {
    const session = this.#open();
    await act(importId);
    await session.refresh(this.#store);
    return session.info();
  }
}

/** With several files the page shows what is wrong with each; with none to show it is told at once. */
function shownOrRefused(staged: Staged[]): Staged[] {
  const [first] = staged;
  if (first?.error && staged.every((one) => one.error)) throw new AppError(first.error.code, first.error.facts);
  return staged;
}

/** The methods on their own, for the wire that looks them up by name. */
function bound(engine: InsideEngine): EngineInside {
  const names = Object.getOwnPropertyNames(InsideEngine.prototype).filter((name) => name !== 'constructor') as (keyof EngineInside)[];
  return Object.fromEntries(
    names.map((name) => [name, (engine[name] as (...args: unknown[]) => unknown).bind(engine)]),
  ) as unknown as EngineInside;
}
