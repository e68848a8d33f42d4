import { NO_DAY } from '../../core/columns/batch';
import type { Preview } from '../../terms/preview';
import { brokenIdColumns } from '../meaning/broken-id-columns';
import { buildRecords } from '../records/build-records';
import { columnGlance } from './column-glance';
import { countRecords } from '../records/count-records';
import { decimalReadings } from './decimal-readings';
import type { RecordInterpretation } from '../records/interpret-records';
import { partsOf } from '../orders/parts-of';
import { questionScales } from '../records/question-scales';
import type { Readings } from '../cells/readings';
import { dayColumns, openDays } from '../meaning/record-dates';
import { recordQuestions } from '../records/record-questions';
import { recordSense } from './record-sense';
import { refusalOf } from '../meaning/refusal-of';

/** All that the preview shows of a file of records under a plan. Cost: a few passes over the rows and the records. */
export function recordPreview(readings: Readings, read: RecordInterpretation, about: FileFacts): Preview {
  const { plan } = read;
  const parts = partsOf(read);
  const counts = countRecords(buildRecords(readings, read), read.records.dropped);
  const [first] = dayColumns(plan);
  return {
    ...about,
    purpose: 'keep',
    aside: null,
    joins: [],
    counts,
    scales: questionScales(readings, read),
    refusal: refusalOf(plan),
    plan,
    rows: readings.table.rows,
    skipped: readings.table.skipped.summary(),
    parts,
    totals: recordTotals(read, counts.find(({ code }) => PEOPLE.includes(code))?.value ?? 0),
    columns: plan.roles.map((_, index) => columnGlance(readings, plan, index, recordSense(readings, read, index))),
    dates: first === undefined ? [] : readings.dateReadings(openDays(readings, plan)[0] ?? first),
    decimals: decimalReadings(readings, plan),
    brokenIds: brokenIdColumns(readings, plan),
    repeated: readings.repeated(),
    questions: recordQuestions(readings, plan, parts),
  };
}

type FileFacts = Pick<Preview, 'file' | 'remembered' | 'undecodable' | 'undecodableLines'>;

/** Counts that are of people. */
const PEOPLE: readonly string[] = ['customers', 'respondents', 'members', 'people'];

/** First and last day of the used rows, and how many people they are of. */
function recordTotals(read: RecordInterpretation, customers: number): Preview['totals'] {
  const totals: Preview['totals'] = { orders: 0, customers, worthMinor: 0, refundMinor: 0, from: null, to: null };
  for (const row of read.records.rows) {
    const day = read.day(row);
    if (day === NO_DAY) continue;
    if (totals.from === null || day < totals.from) totals.from = day;
    if (totals.to === null || day > totals.to) totals.to = day;
  }
  return totals;
}
