import type { Answer, Scalar, Absent, Unit } from '../terms/answer';
import type { Day } from '../terms/day';
import type { Minor } from '../terms/money';
import type { View } from '../terms/view';
import type { RecordKind } from '../terms/fields';
import type { ErrorCode, Facts } from '../terms/app-error';
import type { Part, Reason } from '../terms/part';
import type { ImportPlan, SaidReading } from '../terms/plan';
import type { Preview, PreviewRow, Purpose } from '../terms/preview';
import type { Progress, Tell } from '../terms/progress';
import type { ImportCard, KeepMode, Overlap, ShopCard, Standing } from '../terms/shop';
import type { OtherReading, Staged } from '../terms/staged';
import type { Attribute } from '../core/columns/batch';
import type { RecordField } from '../core/columns/records';
import type { Asks } from '../core/metrics/voice/survey-questions';
import type { Against } from '../core/breakdown/compared-period';
import type { Breakdown, BreakdownRow } from '../core/breakdown/breakdown';
import type { Paradox } from '../core/breakdown/paradox';
import type { NextItem, NextItems } from '../core/basket/next-for-customer';
import type { Among, SegmentBy } from '../core/breakdown/segment-by';
import type { MergedPerson, SharedContact } from '../core/people/people';
import type { PeopleRules } from '../terms/people';
import type { CellAddress, Family, Sql } from '../core/metrics/define';
import type { Source } from '../terms/source';
import type { LabQuestion, LabResult, LabSheets } from '../core/lab/sheets';
import type { WorkedExample } from '../core/metrics/worked-example';
import type { CustomerPage, LedgerEntry, OrderItem } from '../core/customers/customer-page';
import type { RefundEffect } from '../core/columns/order-table';
import type { ItemKind } from '../core/tables/order-items';
import type { Dialect } from '../core/sql/dialects/in-dialect';
import type { Contract } from '../terms/contract';
import type { PredictionChoice } from '../terms/prediction';
import type { CustomerOutlook, CustomerPrediction, Predictions, RiskReason, Verdict } from '../core/models/predictions';
import type {
  CustomerRow,
  CustomerStage,
  CustomerTotals,
  CustomerFilter,
  CustomerSort,
  KnownColumn,
  LikelyColumn,
} from '../core/customers/customer-table';

/*
 * What the page and the worker say to each other: types only. Everything here is plain and can be cloned.
 */

/** One figure or table asked for. `params` overrides the metric's defaults. */
export interface MetricQuestion {
  id: string;
  params?: Record<string, string | number | boolean>;
  /** Only the customers of one segment. */
  among?: Among;
}

/** The customers behind one input of one figure. */
export interface Who extends MetricQuestion {
  /** The cell of a table metric, or of the figure's trend. */
  at?: CellAddress;
  /** Key of the input, e.g. `returned`. */
  input: string;
}

/** One record behind a number, with what its file says in it. */
export interface RecordLine {
  /** Name of the file and line in it, as an editor counts. */
  file: string;
  line: number;
  /** Whom it is about, where that is known; `bought` tells a customer of the shop from somebody whom records know only. */
  person: { key: string; bought: boolean } | null;
  /** Day and second of the record; null and -1 where it has none. */
  day: Day | null;
  second: number;
  /** Of an answer: what its form says in words, by question. */
  said: { question: string; text: string }[];
  /** Filled fields but the day and free texts of answers, in the order of terms/fields; a day is an ISO date. */
  cells: { field: RecordField; value: string | number | boolean }[];
}

/** Some of the records behind a number. */
export interface RecordLines {
  kind: RecordKind;
  records: number;
  /** Customers of the shop among the people they are about. */
  customers: number;
  offset: number;
  lines: RecordLine[];
}

/** A question of the shop's surveys, as `SurveyQuestion`, with the mean score. */
export interface QuestionCard {
  text: string;
  scale: string;
  asks: Asks;
  answers: number;
  mean: number;
}

/** A list of customers: behind a number, or by conditions, or both. */
export interface CustomerList {
  who?: Who;
  filter: CustomerFilter;
  /** What predictions are asked with, where the conditions or the order of the list read any; the usual choice where it is left out. */
  choice?: PredictionChoice;
}

export interface MetricCard {
  id: string;
  family: Family;
  unit: Unit;
  shape: 'scalar' | 'table';
  reads: readonly RecordKind[];
  fraction?: readonly [over: string, under: string];
  formula: string;
  source: Source;
  sql: Sql;
}

/** Who was taken for one person, for the page where that can be looked at and undone. */
export interface PeopleReview {
  rules: PeopleRules;
  /** Customers as they are counted, and as they would be if none were taken together. */
  customers: number;
  apart: number;
  /** The persons with several keys; of each key how many orders it has. */
  merged: (MergedPerson & { orders: number[] })[];
  /** Contacts that too many customers have to be one person's. */
  shared: SharedContact[];
}

export interface ShopInfo extends ShopCard {
  /** Grows with every change of the shop's data. */
  revision: number;
  imports: ImportCard[];
  /** What has become of the rows of each kept import, by its number. */
  standing: Record<number, Standing>;
  /** Size of the ledger, before any view. */
  lines: number;
  orders: number;
  customers: number;
  /** First and last day with an order or a refund; 0 and -1 when there is none. */
  firstDay: Day;
  lastDay: Day;
  /** First and last day of the records of each kind that have a day; absent for a kind of which none has. */
  recordDays: Partial<Record<RecordKind, { first: Day; last: Day }>>;
  /** Records of each kind that count. */
  records: Partial<Record<RecordKind, number>>;
  /** What the files say of a line besides its order: a page has no column for what none of them says. */
  attributes: Attribute[];
  /** Bytes of the stored columns. */
  storedBytes: number;
}

/** Whether figures that rest on fewer than five are given in what is handed on. */
export type SmallFigures = 'withheld' | 'given';

/** Whether persons stand under pseudonyms or under the keys of the files. */
export type ExportKeys = 'pseudonyms' | 'as-in-file';

/** What stands on everything that is handed on: the definitions, the data and the program behind it. */
export interface Provenance {
  version: string;
  contract: Contract;
  contractFingerprint: string;
  dataFingerprint: string;
}

/** Everything the drawer says about a number. */
export interface Explanation {
  card: MetricCard;
  question: MetricQuestion;
  at?: CellAddress;
  /** What the row's items are called, where the table says it: of a pair both, in its order. */
  rowItems?: readonly string[];
  /** The figure; its inputs come without their customers, which are asked for by `who`. */
  figure: Scalar | Absent;
  /** Unit of its value: that of the metric, or of the column of a cell. */
  unit: Unit;
  /** Period the figure is about, [start, end). */
  period: { start: Day; end: Day };
  /** Whether orders went into it; what it says of them and of refunds is of no use otherwise. */
  readsOrders: boolean;
  /** Orders in that period and what they are worth, for "what went in". */
  ordersInPeriod: number;
  revenueMinor: Minor;
  /** Rows of the files left out, with a date in that period or without a readable one, by reason. */
  leftOut: { reason: Reason; rows: number; worthMinor: Minor }[];
  /** Rows of the files in that period; those that are neither used nor left out are in another file too, or wait for an order. */
  sources: { file: string; rows: number; used: number; elsewhere: number }[];
  effect: RefundEffect;
  view: View;
}

export interface CustomerRows {
  totals: CustomerTotals;
  offset: number;
  rows: CustomerRow[];
}

/** What was kept; rows are those of all files together. */
export interface ImportReport {
  imports: number[];
  shop: ShopInfo;
  rows: number;
  used: number;
  leftOut: number;
}

/** How new imports are kept: into a shop, or into a new one. */
export type KeepTarget = ({ shop: number } | { newShop: string }) & { mode?: KeepMode };

/** Where the bytes come from. */
export type StageSource = { file: File } | { name: string; text: string };

export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: ErrorCode; facts: Facts; detail: string } };

/** The worker's methods. On the wire each returns a `Reply`; the client turns it back into a value or an `AppError`. */
export interface EngineApi {
  catalogue(): MetricCard[];
  /** A metric's worked example for the dictionary; null for an unknown id. */
  example(id: string): WorkedExample | null;
  /** Works out a sheet of the formula lab. */
  lab(question: LabQuestion): LabResult;
  shops(): ShopCard[];
  open(shop: number): ShopInfo;
  renameShop(shop: number, name: string): ShopCard[];
  /** Makes the invented shop, or opens it when it is there. */
  sampleShop(seed: number): ShopInfo;

  /**
   * Reads whole files into memory and links them; nothing is written. An archive or a workbook may hold several. `today` is the device's
   * day: dates after it are in the future. Throws only when none of the files can be read.
   */
  stage(sources: StageSource[], today: Day, tell: Tell): Staged[];
  /** The files that were staged last, also when none of them could be read. */
  arrived(): Staged[];
  /** Reads a file that was refused in another way; throws as `stage` does. */
  readAs(file: number, said: SaidReading, tell: Tell): Staged[];
  /** Reads a staged file by another plan. A change of encoding or dialect reads the bytes again. */
  replan(file: number, plan: ImportPlan, tell: Tell): Staged[];
  setPurpose(file: number, purpose: Purpose): Staged[];
  /** Rows of one part of a staged file. */
  stagedRows(file: number, part: Part['code'], offset: number, limit: number): PreviewRow[];
  /** What a shop has already of the staged files. */
  overlap(shop: number): Overlap[];
  walkAway(): void;
  /** Writes the staged files that are to be kept: all of them or nothing. */
  keep(target: KeepTarget, keptAt: string, tell: Tell): ImportReport;
  takeBack(importId: number): ShopInfo;
  putBack(importId: number): ShopInfo;
  /** Rows of an import that were left out, as a CSV with line number and reason. */
  leftOutCsv(importId: number): Uint8Array;
  eraseShop(shop: number): ShopCard[];
  eraseEverything(): void;

  /** A small document of the page (settings); null when it was never written. */
  readDocument(key: string): unknown;
  writeDocument(key: string, value: unknown): void;

  answer(questions: MetricQuestion[], view: View): Answer[];
  /** One figure, that of a cell too, without the rest of what the drawer says: nothing is read from disk. */
  figure(question: MetricQuestion & { at?: CellAddress }, view: View): Scalar | Absent;
  /** A rate split by what its customers were when its period began; beside another period where it is one of periods. */
  breakdown(question: MetricQuestion, by: SegmentBy, against: Against | null, view: View): Breakdown;
  /** The attributes of which the shop's files know two values or more. */
  segments(view: View): SegmentBy[];
  /** How many different categories and products the shop's orders hold, refunded or not, in any period. */
  itemsKnown(view: View): Record<ItemKind, number>;
  /** What refunds did in a view. */
  refundEffect(view: View): RefundEffect;
  explain(question: MetricQuestion & { at?: CellAddress }, view: View): Explanation;
  /** Records behind one input of one figure, the latest first. */
  records(who: Who, view: View, offset: number, limit: number): RecordLines;
  /** The questions of the shop's surveys that are answered on a scale, as known on the view's day, the most answered first. */
  questions(view: View): QuestionCard[];
  lists(lists: CustomerList[], view: View): CustomerTotals[];
  customers(list: CustomerList, sort: CustomerSort, view: View, offset: number, limit: number): CustomerRows;
  /** A list as a CSV; with a choice the columns of what is likely are in it too, where the verdict allows them. */
  customersCsv(list: CustomerList, sort: CustomerSort, view: View, likely?: PredictionChoice | null): Uint8Array;
  customer(key: string, view: View): CustomerPage;
  /** On what ground predictions are given, or why none are. */
  verdict(choice: PredictionChoice, view: View): Verdict;
  /** Predictions with their intervals for some customers, by any key of each; meant for a page of them. */
  predictions(keys: string[], choice: PredictionChoice, view: View): Predictions;
  /** What is likely to come of one customer; throws 'engine/unknown-customer'. */
  outlook(key: string, choice: PredictionChoice, view: View): CustomerOutlook;
  /** What one customer may buy next, by what others bought after the same; null where no file says what was bought. */
  nextFor(key: string, view: View): NextItems | null;
  people(): PeopleReview;
  /** Takes customers together by other rules; every figure follows. */
  changePeople(rules: PeopleRules): ShopInfo;
  /** Every row of one customer with its file and line. */
  customerCsv(key: string, view: View): Uint8Array;
  /** All answers as the JSON text that the command line prints; `small` says what becomes of figures that rest on fewer than five. */
  answersJson(view: View, small: SmallFigures): string;
  /** The query of a figure's metric with the parameters of the view filled in; null where there is none in this dialect. */
  sqlFor(question: MetricQuestion & { at?: CellAddress }, view: View, dialect: Dialect): string | null;
  /** The shop's tables, queries and answers as a ZIP archive. */
  sqlExport(view: View, how: { keys: ExportKeys; small: SmallFigures }, tell: Tell): Uint8Array;
  /** The definitions, the data and the program behind the answers of a view. */
  provenance(view: View): Provenance;
}

/** What the wire carries: any method, plain arguments, a `Reply`. */
export interface Wire {
  call(method: keyof EngineApi, args: unknown[], tell?: unknown): Promise<Reply<unknown>>;
}

export type {
  NextItem,
  NextItems,
  Dialect,
  Against,
  Among,
  Breakdown,
  BreakdownRow,
  Paradox,
  SegmentBy,
  LabQuestion,
  LabResult,
  LabSheets,
  WorkedExample,
  Answer,
  CellAddress,
  ImportCard,
  ShopCard,
  CustomerFilter,
  CustomerOutlook,
  CustomerPage,
  CustomerPrediction,
  CustomerRow,
  LedgerEntry,
  OrderItem,
  CustomerSort,
  CustomerStage,
  CustomerTotals,
  KnownColumn,
  LikelyColumn,
  PredictionChoice,
  Predictions,
  Preview,
  Progress,
  RecordField,
  RefundEffect,
  RiskReason,
  Tell,
  Verdict,
  OtherReading,
  Staged,
};
