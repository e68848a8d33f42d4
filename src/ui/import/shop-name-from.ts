/**
 * A name for a new shop out of a file's name: `online_retail.csv` gives `Online retail`, or `Online retail 2` where that is taken. Of a
 * file in an archive or a sheet in a workbook it is the name of what was dropped.
 */
export function shopNameFrom(fileName: string, taken: readonly string[] = []): string {
  const words = fileName
    .replace(/ › .*$/, '')
    .replace(/\.gz$/i, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  // A name stands in the head of every page; the rest of a long one can be typed.
  const short = [...words].slice(0, 40).join('').trim();
  const name = short.charAt(0).toLocaleUpperCase() + short.slice(1);
  for (let n = 2, next = name; ; next = `${name} ${n++}`) if (!taken.includes(next)) return next;
}
