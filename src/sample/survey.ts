import { dayFromYmd, ymdFromDay, type Day } from '../terms/day';
import { byTime } from './by-time';
import { boughtBy, customerKey, type Life, type Purchase } from './customer-lives';
import { isLate, slowFrom, type Delivery } from './deliveries';
import type { Dice } from './dice';
import type { InventedFile, InventedRecord } from './record-sheet';

/** Months in which the shop asks, in the year before the last and in the last one. */
const WAVES = [3, 7, 11];
/** Who ordered in the last so many days is asked; this share answers. */
const ASKED_DAYS = 120;
const ANSWERS = 0.27;
const OPEN_DAYS = 16;

const RECOMMEND = 'How likely are you to recommend us to a friend?';
const SATISFIED = 'How satisfied are you with us?';
const AGAIN = 'How likely are you to buy from us again?';
const OTHERS = 'How likely are you to buy other products from us?';
const COMMENT = 'What should we do better?';

/** One sheet that somebody filled in. */
interface Sheet {
  day: Day;
  second: number;
  /** '' for someone who took the link from a friend. */
  customer: string;
  survey: string;
  recommend: number | null;
  satisfied: number | null;
  again: number | null;
  others: number | null;
  comment: string | null;
}

/** What the shop asked its customers, a few times a year, as a file of sheets with a column for each question. */
export function surveyFile(dice: Dice, lives: readonly Life[], came: readonly Delivery[], endDay: Day): InventedFile {
  const { year } = ymdFromDay(endDay);
  const days = [year - 1, year].flatMap((y) => WAVES.map((month) => dayFromYmd(y, month, 8)));
  const sheets = byTime(days.filter((day) => day + OPEN_DAYS <= endDay).flatMap((day) => wave(dice, lives, came, day, endDay)));
  const answers = sheets.flatMap((sheet, i) => answersOf(sheet, `R-${10_001 + i}`).map((record) => ({ record, line: i + 2 })));
  return {
    kind: 'answers',
    header: [
      ['response', 'respondent'],
      ['customer', 'customer'],
      ['submitted', 'date'],
      ['survey', 'survey'],
      [RECOMMEND, 'score'],
      [SATISFIED, 'score'],
      [AGAIN, 'score'],
      [OTHERS, 'score'],
      [COMMENT, 'comment'],
    ],
    records: answers.map(({ record }) => record),
    lines: answers.map(({ line }) => line),
  };
}

function wave(dice: Dice, lives: readonly Life[], came: readonly Delivery[], opens: Day, endDay: Day): Sheet[] {
  const { year, month } = ymdFromDay(opens);
  const survey = `${year}-${String(month).padStart(2, '0')}`;
  const sheets: Sheet[] = [];
  for (const life of lives) {
    const bought = boughtBy(life, opens - 1);
    if (bought.length === 0 || bought.at(-1)!.day < opens - ASKED_DAYS || !dice.chance(ANSWERS)) continue;
    const mood = moodOf(dice, bought, came, opens, endDay);
    const day = opens + dice.between(0, OPEN_DAYS - 4);
    sheets.push(filledIn(dice, mood, { day, customer: dice.chance(0.03) ? '' : customerKey(life.customer), survey }));
    // The reminder brings a second sheet of some who had answered.
    if (dice.chance(0.04)) sheets.push(filledIn(dice, mood + 0.3, { day: day + 4, customer: customerKey(life.customer), survey }));
  }
  return sheets;
}

/** How content somebody is, about 0 to 10: the more often one buys the more, less after late parcels, much less since delivery is slow and dear. */
function moodOf(dice: Dice, bought: readonly Purchase[], came: readonly Delivery[], day: Day, endDay: Day): number {
  const late = bought.slice(-3).filter(({ order }) => isLate(came[order]!, day)).length;
  const back = bought.slice(-3).filter(({ refunded }) => refunded !== null && refunded < day).length;
  const slow = day >= slowFrom(endDay) ? 1 : 0;
  return 8.1 + Math.min(1.2, bought.length * 0.17) - late * 1.3 - back * 0.5 - slow * 1.1 + spread(dice) * 1.7;
}

/** About normal with mean 0 and deviation 1: the sum of four even throws. */
function spread(dice: Dice): number {
  return (dice.next() + dice.next() + dice.next() + dice.next() - 2) * Math.sqrt(3);
}

function filledIn(dice: Dice, mood: number, about: Pick<Sheet, 'day' | 'customer' | 'survey'>): Sheet {
  const on = (low: number, high: number, value: number): number | null => {
    const score = Math.round(Math.min(high, Math.max(low, value + spread(dice) * 0.6)));
    return dice.chance(0.03) ? null : score;
  };
  return {
    ...about,
    second: dice.between(8 * 3600, 22 * 3600),
    recommend: on(0, 10, mood) ?? (dice.chance(0.5) ? null : Math.round(Math.min(10, Math.max(0, mood)))),
    satisfied: on(1, 5, mood / 2 + 0.25),
    again: on(0, 10, mood + 0.4),
    others: on(0, 10, mood - 1.2),
    comment: dice.chance(0.16) ? remarkOf(dice, mood) : null,
  };
}

const GLAD = ['Lovely teas, thank you', 'Nothing, keep going', 'More first flush, please', 'The tasting box was a great present'];
const CROSS = ['Parcels take too long', 'Delivery has become too dear', 'Ordered a week ago and still waiting', 'Tins arrived dented'];

function remarkOf(dice: Dice, mood: number): string {
  const remarks = mood >= 7.5 ? GLAD : CROSS;
  return remarks[dice.between(0, remarks.length - 1)]!;
}

/** An answer to each question that the sheet answers. */
function answersOf(sheet: Sheet, respondent: string): InventedRecord[] {
  const { day, second, survey } = sheet;
  const customer = sheet.customer || null;
  const date = { day, second };
  const answer = (question: string, score: number | null, scale: string | null, comment: string | null): InventedRecord[] =>
    score === null && comment === null ? [] : [{ customer, date, respondent, survey, question, score, scale, comment }];
  return [
    ...answer(RECOMMEND, sheet.recommend, '0-10', null),
    ...answer(SATISFIED, sheet.satisfied, '1-5', null),
    ...answer(AGAIN, sheet.again, '0-10', null),
    ...answer(OTHERS, sheet.others, '0-10', null),
    ...answer(COMMENT, null, null, sheet.comment),
  ];
}
