import { dayFromYmd, type Day } from '../terms/day';
import type { Part } from '../terms/part';
import { DEFAULT_RULES, type ImportPlan } from '../terms/plan';
import type { ImportCard } from '../terms/shop';
import type { Batch, LeftOut } from '../core/columns/batch';
import { pack } from '../core/columns/packed-strings';
import type { RecordBatch } from '../core/columns/records';
import type { FileKind, Role } from '../terms/role';
import { campaignsFile } from './campaigns';
import { casesFile } from './cases';
import { customerLives } from './customer-lives';
import { deliveries } from './deliveries';
import { Dice } from './dice';
import { liveTwoYears } from './lives';
import { joinTheClub, membersFile } from './members';
import { pointsFile } from './points';
import { sheetColumns, type InventedFile } from './record-sheet';
import { rowsOf, type Row } from './rows';
import { SAMPLE_CURRENCY, SAMPLE_HEADER, sampleBatch, sampleLeftOut } from './sample-columns';
import { surveyFile } from './survey';

/** Last day of the invented shop; never today, because the same seed must give the same shop for ever. */
const LAST_DAY = dayFromYmd(2025, 12, 31);

/** How a file of the sample is listed; what its records count to is not known here. */
export type SampleCard = Omit<ImportCard, 'id' | 'shop' | 'appVersion'>;

/** The invented shop, ready to be stored as if it had come from files: one of orders, and one of records of each other kind. */
export interface SampleShop {
  batch: Omit<Batch, 'importId'>;
  leftOut: LeftOut;
  card: { shopName: string; file: SampleCard };
  records: SampleRecords[];
}

/** One file of records. Every one of its lines can be used. */
export interface SampleRecords {
  records: Omit<RecordBatch, 'importId'>;
  leftOut: LeftOut;
  file: SampleCard;
}

/**
 * Invents two years of a tea shop with 5,000 customers, the same for the same seed.
 *
 * What there is to find: customers won by the offer of the first spring come back far less than the others, and from the second
 * September on, when parcels take longer and delivery becomes dearer, a third of the regulars leave and the rest order more seldom.
 * They say so too: fewer would recommend the shop, more complain, and are answered later. Everything is busier in November and December.
 * Refunds bear the number of their order; one in four gives back all of it.
 */
export function makeSampleShop(seed: number, endDay: Day = LAST_DAY): SampleShop {
  const dice = new Dice(seed);
  const baskets = liveTwoYears(dice, endDay);
  const rows = rowsOf(dice, baskets, endDay);
  // Everything else has dice of its own, so that another question in the survey changes no order.
  const own = (name: string): Dice => new Dice(seed ^ salt(name));
  const came = deliveries(own('deliveries'), baskets, endDay);
  const lives = customerLives(baskets, rows);
  const members = joinTheClub(own('club'), lives, Math.min(...lives.map(({ purchases }) => purchases[0]!.day)), endDay);
  const campaigns = campaignsFile(own('campaigns'), members, endDay);
  const about = { came, coupons: campaigns.coupons };
  const batch = sampleBatch(rows, about);
  const leftOut = sampleLeftOut(rows, about);
  const counted = { rows: rows.length, used: batch.lines.rows, leftOut: leftOut.rows, parts: partsOf(rows) };
  return {
    batch,
    leftOut,
    card: { shopName: 'Tea and teaware', file: { ...cardOf('sample-orders.csv', 'orders', SAMPLE_HEADER), ...counted } },
    records: [
      recordsOf('sample-members.csv', membersFile(own('members'), members)),
      recordsOf('sample-survey.csv', surveyFile(own('survey'), lives, came, endDay)),
      recordsOf('sample-points.csv', pointsFile(own('points'), members, endDay)),
      recordsOf('sample-cases.csv', casesFile(own('cases'), lives, came, endDay)),
      recordsOf('sample-campaigns.csv', campaigns.file),
    ],
  };
}

/** A number of its own for each name. */
function salt(name: string): number {
  let hash = 17;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash, 31) + name.charCodeAt(i);
  return hash;
}

function recordsOf(name: string, file: InventedFile): SampleRecords {
  const records = sheetColumns(file);
  const rows = new Set(records.line).size;
  const none = {
    rows: 0,
    line: new Uint32Array(0),
    reason: new Uint8Array(0),
    day: new Int32Array(0),
    worthMinor: new Float64Array(0),
    cells: pack([]),
  };
  const counted = { rows, used: rows, leftOut: 0, parts: [{ code: 'record' as const, rows, worthMinor: 0 }] };
  return { records, leftOut: none, file: { ...cardOf(name, file.kind, file.header), ...counted } };
}

function cardOf(name: string, kind: FileKind, header: InventedFile['header']): Omit<SampleCard, 'rows' | 'used' | 'leftOut' | 'parts'> {
  const plan: ImportPlan = {
    version: 1,
    kind,
    encoding: 'utf-8',
    dialect: { delimiter: ',', quote: '"', header: true },
    header: header.map(([column]) => column),
    roles: header.map(([, role]): Role => role),
    dateOrder: 'ymd',
    decimal: '.',
    currency: SAMPLE_CURRENCY,
    rules: DEFAULT_RULES,
    preset: null,
  };
  const at = { keptAt: '2026-01-01T00:00:00.000Z', status: 'kept' as const, mode: 'append' as const };
  return { name, bytes: 0, sha256: '', kind, ...at, plan, replaces: [], counts: [], joined: [] };
}

function partsOf(rows: readonly Row[]): Part[] {
  const parts = new Map<Part['code'], Part>();
  for (const row of rows) {
    const code = row.reason ?? (row.refund ? 'refund' : 'sale');
    const part = parts.get(code) ?? { code, rows: 0, worthMinor: 0, ...ruleOf(code) };
    part.rows++;
    part.worthMinor += row.amountMinor;
    parts.set(code, part);
  }
  return [...parts.values()];
}

/** The rule of the plan that moves rows of this part, if there is one. */
function ruleOf(code: Part['code']): Pick<Part, 'rule'> {
  if (code === 'refund') return { rule: 'negative' };
  if (code === 'no-customer') return { rule: 'noCustomer' };
  if (code === 'zero-amount') return { rule: 'zero' };
  return code === 'cancelled' ? { rule: 'cancelled' } : {};
}
