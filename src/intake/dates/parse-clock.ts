const HALF = '(?:(上午|下午|中午|晚上|傍晚|早上|早晨|清晨|凌晨|午前|午後|오전|오후|[ap]\\.?m\\.?)\\s*)?';

const CLOCK = new RegExp(
  [
    '^' + HALF,
    /(\d{1,2})[:时時点點시h]\s?(\d{1,2})(?:[:分분]\s?(\d{1,2}))?(?:[.,]\d+)?[秒초]?\s*[分분]?\s*/.source, // hour, minute, second
    /([ap])?\.?\s?(?:m\.?)?\s*(?:uhr)?\s*/.source, // am, pm
    /(?:z|utc|gmt|[a-z]{2,5}t|[a-z]+\/[a-z_]+)?\s*(?:[+-]\d{1,2}(?::?\d{2})?(?:\s*[a-z]+|\s*\([^()]*\))?)?(?:\[[^[\]]*\])?$/.source, // zone, offset, name of the zone
  ].join(''),
  'i',
);

/** Whole hours, which need a word to be a time: 3 PM, 下午3点. */
const HOUR = new RegExp(`^${HALF}(\\d{1,2})\\s*(?:[时時点點시]|([ap])\\.?\\s?m\\.?)$`, 'i');

const AFTERNOON = /下午|晚上|傍晚|午後|오후|^p/i;
/** Longer texts are no times. */
const LONGEST = 90;

/**
 * Second of the day of a time of day; the clock is taken as written, whatever zone or offset stands behind it.
 *
 * @returns -1 when the text is no time. 23:59:60 counts as 23:59:59.
 */
export function parseClock(text: string): number {
  if (text.length > LONGEST) return -1;
  const tidy = text.normalize('NFKC').trim();
  const m = CLOCK.exec(tidy);
  if (m) return secondOf(m[1] ?? '', m[5] ?? '', [Number(m[2]), Number(m[3]), Math.min(Number(m[4] ?? 0), 59)]);
  const hour = HOUR.exec(tidy);
  return hour ? secondOf(hour[1] ?? '', hour[3] ?? '', [Number(hour[2]), 0, 0]) : -1;
}

/** Second of the day of what follows a date: -1 when nothing does, null when it is something that is no time. */
export function clockBehind(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return -1;
  const second = parseClock(text.replace(/^(?:at|um|om|à|às|a las|alle(?: ore)?|kl\.?|@)\s+/i, ''));
  return second < 0 ? null : second;
}

function secondOf(half: string, letter: string, [written, minute, second]: [number, number, number]): number {
  const noon = half === '中午';
  const afternoon = /^p$/i.test(letter) || AFTERNOON.test(half) || (noon && written < 4);
  const morning = !afternoon && (letter !== '' || half !== '');
  const hour = afternoon && written < 12 ? written + 12 : morning && written === 12 && !noon ? 0 : written;
  return hour > 23 || minute > 59 ? -1 : hour * 3600 + minute * 60 + second;
}
