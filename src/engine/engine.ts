import { AppError } from '../terms/app-error';
import type { Day } from '../terms/day';
import type { Part } from '../terms/part';
import type { ImportPlan, SaidReading } from '../terms/plan';
import type { Purpose } from '../terms/preview';
import type { Tell } from '../terms/progress';
import type { Overlap } from '../terms/shop';
import type { View } from '../terms/view';
import type { Batch } from '../core/columns/batch';
import { recordMarks } from '../core/columns/record-marks';
import type { KeptRecords } from '../core/columns/repeated-records';
import type { KeptBatch } from '../core/columns/without-repeats';
import { refundedByOrder } from '../core/columns/order-table-for';
import { customerRow, customerTotals, filterCustomers, sortCustomers } from '../core/customers/select-customers';
import { ledgerEntries } from '../core/customers/customer-page';
import type { PeopleRules } from '../terms/people';
import { labResult, type LabQuestion } from '../core/lab/sheets';
import { METRICS, metricById } from '../core/metrics/registry';
import { workedExample } from '../core/metrics/worked-example';
import { countRecords } from '../intake/records/count-records';
import { makeSampleShop } from '../sample/make-sample-shop';
import type { Store } from '../storage/store';
import { answersDocument, type AnswersDocument } from './answers-document';
import { breakdownFor, segmentsFor } from './breakdowns';
import { customerCsv, customersCsv, leftOutCsv } from './csv';
import { answerFor, explain, figureFor, metricCards, whoIs } from './figures';
import { countingImports, keptBatch } from './counting-imports';
import { ImportJob } from './import-job';
import { overlapOf, overlapOfRecords } from './overlap-of';
import { peopleReview } from './people-review';
import { questionCards, recordsBehind } from './record-lines';
import type { Dialect } from '../core/sql/dialects/in-dialect';
import type {
  CustomerList,
  CustomerPage,
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
import { provenanceOf } from './provenance';
import { Session } from './session';
import { sqlExport } from './sql-export';
import { sqlFor, type QueryContext } from './sql-for';
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

  async overlap(shop: number): Promise<Overlap[]> {
    const counting = countingImports(await this.#store.imports(shop));
    const open = this.#session?.shop.id === shop ? this.#session : null;
    const { orders, records } = this.#job.asKept();
    const kept: KeptBatch[] = [];
    const keptRecords: KeptRecords[] = [];
    for (const card of counting) {
      if (card.kind === 'orders') {
        if (orders.length > 0) kept.push(keptBatch(card, open?.batches.get(card.id) ?? (await this.#store.readBatch(card.id))));
      } else if (records.some(({ marks }) => marks.kind === card.kind)) {
        const marks = open?.marks.get(card.id) ?? recordMarks(await this.#store.readRecords(card.id));
        keptRecords.push({ marks, mode: card.mode });
      }
    }
    const ofOrders = counting.filter(({ kind }) => kind === 'orders');
    const told = [...overlapOf(ofOrders, kept, orders), ...overlapOfRecords(counting, keptRecords, records)];
    return told.sort((a, b) => a.file - b.file);
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
    return lists.map((list) => this.#totals(list, view));
  }

  customers(list: CustomerList, sort: CustomerSort, view: View, offset: number, limit: number) {
    const book = this.#open().book(view);
    const rows = this.#sorted(list, sort, view);
    const window = Array.from(rows.subarray(offset, offset + limit), (row) => customerRow(book, row));
    return { totals: this.#totals(list, view), offset, rows: window };
  }

  customersCsv(list: CustomerList, sort: CustomerSort, view: View) {
    const session = this.#open();
    const book = session.book(view);
    const rows = this.#sorted(list, sort, view);
    return customersCsv(
      (function* () {
        for (const row of rows) yield customerRow(book, row);
      })(),
      session.shop.currency,
    );
  }

  customer(key: string, view: View): CustomerPage {
    const session = this.#open();
    const book = session.book(view);
    // An address may name any key of a person.
    const person = session.people.keyOf(key);
    const row = book.columns.id.findIndex((id) => book.key(id) === person);
    if (row < 0) throw new AppError('engine/unknown-customer', { key });
    const customer = book.columns.id[row]!;
    const net = book.columns.net[row]!;
    return {
      row: customerRow(book, row),
      guest: session.ledger.codes.isGuest(customer),
      rank: 1 + book.columns.net.reduce((above, other) => above + (other > net ? 1 : 0), 0),
      of: book.columns.count,
      entries: ledgerEntries(session.ledger, book.table, customer, view.asOf, refundedByOrder(session.ledger, view.asOf)),
      asOf: view.asOf,
      firstDay: session.ledger.firstDay,
    };
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
    const { imports, shop } = this.#open();
    const fileName = (importId: number) => imports.find((card) => card.id === importId)?.name ?? '';
    return customerCsv(this.customer(key, view), fileName, shop.currency);
  }

  answersJson(view: View, small: SmallFigures): string {
    return JSON.stringify(this.#answers(view, small), null, 2);
  }

  sqlFor({ id, params, at, among }: Parameters<EngineInside['sqlFor']>[0], view: View, dialect: Dialect) {
    const metric = metricById(id);
    // A segment is cut out of the tables, of which a query knows nothing.
    if (!metric || among) return null;
    const period = at && metric.shape === 'scalar' ? { period: at.row } : {};
    return sqlFor(metric, { ...params, ...period }, dialect, this.#context(view));
  }

  sqlExport(view: View, { keys, small }: Parameters<EngineInside['sqlExport']>[1], tell: Tell) {
    const { shop, customerKey } = this.#open();
    const answers = this.#answers(view, small);
    return sqlExport({ context: this.#context(view), folder: folderName(shop.name), keys, keyOf: customerKey, answers, tell });
  }

  provenance(view: View) {
    const session = this.#open();
    const { rules, shop } = session;
    return provenanceOf(session.counting(), view, rules, shop.currency);
  }

  #context(view: View): QueryContext {
    const session = this.#open();
    return { tables: session.tables(view), view, currency: session.shop.currency, provenance: this.provenance(view) };
  }

  #answers(view: View, small: SmallFigures): AnswersDocument {
    const session = this.#open();
    const answers = METRICS.map((metric) => ({ id: metric.id, unit: metric.unit, answer: answerFor(session, { id: metric.id }, view) }));
    const { standing } = session.info();
    const files = session.counting().map((card) => ({ ...card, counted: standing[card.id]!.counted }));
    return answersDocument({ provenance: this.provenance(view), small, view, files, currency: session.shop.currency, answers });
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

  #rows(list: CustomerList, view: View): Uint32Array {
    const session = this.#open();
    return session.once('rows', JSON.stringify([list, view]), () => {
      const who = list.who && whoIs(session, list.who, view);
      return who ? filterCustomers(session.book(view), list.filter, who) : filterCustomers(session.book(view), list.filter);
    });
  }

  #sorted(list: CustomerList, sort: CustomerSort, view: View): Uint32Array {
    const session = this.#open();
    const key = JSON.stringify([list, sort, view]);
    return session.once('sorted', key, () => sortCustomers(session.book(view), this.#rows(list, view).slice(), sort));
  }

  #totals(list: CustomerList, view: View) {
    const session = this.#open();
    return session.once('totals', JSON.stringify([list, view]), () =>
      customerTotals(session.book(view), this.#rows(list, view), list.who && whoIs(session, list.who, view)),
    );
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

/** A name for a folder that any system takes. */
function folderName(shop: string): string {
  const plain = shop
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `${plain || 'liuke'}-sql`;
}
