/** A name for a new shop out of a file's name: `online_retail.csv` gives `Online retail`, or `Online retail 2` where that is taken. */
export function shopNameFrom(fileName: string, taken: readonly string[] = []): string {
  const words = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const name = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  for (let n = 2, next = name; ; next = `${name} ${n++}`) if (!taken.includes(next)) return next;
}
