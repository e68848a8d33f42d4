/** What the page and its worker take before a file is read. */
const BASE = 150e6;

/**
 * How much memory reading takes, in bytes: from files whose texts repeat, as orders do, to files in which nearly every text is another one.
 * Rounded to a tenth of a gigabyte, because it is no more exact than that.
 */
export function memoryForecast(bytes: number): { low: number; high: number } {
  const rounded = (value: number) => Math.ceil(value / 1e8) * 1e8;
  return { low: rounded(BASE + 1.5 * bytes), high: rounded(BASE + 3.5 * bytes) };
}
