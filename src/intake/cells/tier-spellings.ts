import { headerWords } from './header-words';

/**
 * Names of tiers that look like one, in groups: they differ by case, marks, or a letter or two that are wrong or swapped.
 * The most frequent spelling stands first in its group, and the groups with the most rows first. Cost: quadratic in the different names,
 * of which the most frequent 200 are compared.
 */
export function tierSpellings(names: readonly { name: string; rows: number }[]): string[][] {
  const sorted = [...names].sort((a, b) => b.rows - a.rows).slice(0, MOST);
  const groups: { words: string[]; names: string[] }[] = [];
  for (const { name } of sorted) {
    const words = headerWords(name.replaceAll('+', ' plus '));
    const group = groups.find((one) => one.words.some((other) => isAlike(words, other)));
    if (!group) groups.push({ words: [words], names: [name] });
    else {
      group.words.push(words);
      group.names.push(name);
    }
  }
  return groups.map((group) => group.names).filter((group) => group.length > 1);
}

const MOST = 200;

/** Level 1 and Level 2 are two tiers, and so are VIP and SVIP, Gold I and Gold II: only long words without digits can be misspelt. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [a.split(' '), b.split(' ')];
  return left.length === right.length && left.every((word, i) => word === right[i] || isMisspelt(word, right[i]!));
}

function isMisspelt(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || /\d|\p{Script=Han}/u.test(a + b)) return false;
  return distance(a, b) <= (Math.max(a.length, b.length) >= 8 ? 2 : 1);
}

/** Letters that are missing, too many, wrong, or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
