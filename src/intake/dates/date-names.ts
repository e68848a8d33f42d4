import { FIXED, fixedDate, fullYear, ROC, ROC_YEARS, type DateParts } from './date-forms';
import { monthOfName } from './month-names';
import { clockBehind } from './parse-clock';

/** A weekday or another word in front. */
const LEAD = String.raw`(?:[\p{L}-]+\.?,?\s+)?`;
const REST = String.raw`(?:[,\sT]\s*(.+))?$`;
const GAP = String.raw`[-/\s.,]*`;
const YEAR = String.raw`['’]?(\d{4}|\d{2})`;

/** 2024年3月5日, 令和6年3月5日, 民國113年3月5日, 2024년 3월 5일. */
const HAN =
  /^(?:(?:中華|中华)?(民國|民国)|(令和|平成))?\s*(\d{1,4}|元)[年년]\s*(\d{1,2})[月월]\s*(\d{1,2})[日号號일]?\s*(?:\(?(?:星期|周|週)?[一二三四五六日天月火水木金土월화수목금토일](?:曜日|요일)?\)?)?\s*(.*)$/;
/** 5 March 2024, 01-Dec-23, 5. März 2024, 1er février 2024, 5 de marzo de 2024. */
const DAY_NAMED = new RegExp(
  String.raw`^${LEAD}(\d{1,2})(?:st|nd|rd|th|er|[oa](?=\s)|\.)?${GAP}(?:de\s+|of\s+)?(\p{L}{3,})${GAP}(?:de\s+|del\s+)?${YEAR}${REST}`,
  'iu',
);
/** March 5, 2024 and Sep-01-26. */
const NAMED_DAY = new RegExp(String.raw`^${LEAD}(\p{L}{3,})${GAP}(\d{1,2})(?:st|nd|rd|th)?[-/\s.,]+${YEAR}${REST}`, 'iu');
/** 2024-Mar-05. */
const YEAR_NAMED = new RegExp(String.raw`^(\d{4})${GAP}(\p{L}{3,})${GAP}(\d{1,2})(?:st|nd|rd|th)?${REST}`, 'iu');
/** 05-3月-24 and 5-三月-2024. */
const HAN_MONTH = new RegExp(String.raw`^(\d{1,2})[-/\s]+([\d一二三四五六七八九十]{1,3}月)${GAP}${YEAR}${REST}`, 'u');
/** Tue Mar  5 10:00:00 UTC 2024. */
const YEAR_AT_END = /^(?:\p{L}+\s+)?(\p{L}{3,})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:(?:[A-Z]{2,5}|[+-]\d{4})\s+)?(\d{4})$/iu;

/** A date whose month is told by a name or by 月, so that it can only be read in one way; null for others. */
export function namedDate(text: string): DateParts | null {
  return hanDate(text) ?? europeanDate(text);
}

function hanDate(text: string): DateParts | null {
  const m = HAN.exec(text);
  const second = m ? clockBehind(m[6]) : null;
  if (!m || second === null) return null;
  const [, republic, era, written] = m;
  const year = written === '元' ? 1 : Number(written);
  const [month, day] = [Number(m[4]), Number(m[5])];
  if (era) return fixedDate(FIXED, [year + (era === '令和' ? 2018 : 1988), month, day], second);
  if (republic || (written!.length === 3 && year < 200)) return fixedDate(ROC, [year + ROC_YEARS, month, day], second);
  return written!.length === 4 || written!.length === 2 ? fixedDate(FIXED, [fullYear(year), month, day], second) : null;
}

function europeanDate(text: string): DateParts | null {
  const dayFirst = DAY_NAMED.exec(text) ?? HAN_MONTH.exec(text);
  if (dayFirst && monthOfName(dayFirst[2]!)) return made(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, dayFirst[4]);
  const monthFirst = NAMED_DAY.exec(text);
  if (monthFirst && monthOfName(monthFirst[1]!)) return made(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!, monthFirst[4]);
  const yearFirst = YEAR_NAMED.exec(text);
  if (yearFirst && monthOfName(yearFirst[2]!)) return made(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!, yearFirst[4]);
  const atEnd = YEAR_AT_END.exec(text);
  return atEnd && monthOfName(atEnd[1]!) ? made(atEnd[4]!, atEnd[1]!, atEnd[2]!, atEnd[3]) : null;
}

function made(year: string, month: string, day: string, clock: string | undefined): DateParts | null {
  const second = clockBehind(clock);
  return second === null ? null : fixedDate(FIXED, [fullYear(year), monthOfName(month), Number(day)], second);
}
