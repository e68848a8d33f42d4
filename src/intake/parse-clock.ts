const CLOCK = new RegExp(
  [
    /^(?:(上午|下午|中午|晚上|傍晚|早上|早晨|清晨|凌晨|午前|午後)\s*)?/, // half of the day
    /(\d{1,2})[:时時点點h](\d{1,2})(?:[:分](\d{1,2}))?(?:[.,]\d+)?秒?\s*分?\s*/, // hour, minute, second
    /([ap])?\.?(?:m\.?)?\s*(?:uhr)?\s*/, // am, pm
    /(?:z|utc|gmt|[a-z]{2,5}t|[a-z]+\/[a-z_]+)?\s*(?:[+-]\d{1,2}(?::?\d{2})?(?:\s*[a-z]+|\s*\([^()]*\))?)?$/, // zone, offset, name of the zone
  ]
    .map((part) => part.source)
    .join(''),
  'i',
);

const AFTERNOON = /下午|晚上|傍晚|午後/;

/**
 * Second of the day of a time of day; the clock is taken as written, whatever zone or offset stands behind it.
 *
 * @returns -1 when the text is no time. 23:59:60 counts as 23:59:59.
 */
export function parseClock(text: string): number {
  const m = CLOCK.exec(text.normalize('NFKC').trim());
  if (!m) return -1;
  let hour = Number(m[2]);
  const half = /^p$/i.test(m[5] ?? '') || AFTERNOON.test(m[1] ?? '') || (m[1] === '中午' && hour < 4) ? 'pm' : m[5] || m[1] ? 'am' : '';
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12 && m[1] !== '中午') hour = 0;
  const minute = Number(m[3]);
  const second = Math.min(Number(m[4] ?? 0), 59);
  return hour > 23 || minute > 59 ? -1 : hour * 3600 + minute * 60 + second;
}
