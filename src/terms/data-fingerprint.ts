import { fingerprint } from './fingerprint';
import type { PeopleRules } from './people';
import type { ImportPlan } from './plan';
import type { ImportCard } from './shop';

/** What of an import decides what it brings. */
export type FingerprintedImport = Pick<ImportCard, 'name' | 'bytes' | 'sha256' | 'rows' | 'kind' | 'mode'> & { plan: ImportPlan };

/**
 * Fingerprint of the data behind the answers: the bytes of the imports that count, how they were read and kept, in their order, and who
 * was taken for one person. A file that is imported again in the same way brings nothing and changes nothing.
 *
 * @param counting  the imports that count, oldest first
 */
export function dataFingerprint(counting: readonly FingerprintedImport[], people: PeopleRules): string {
  const files: { of: string; mode: ImportCard['mode'] }[] = [];
  const kinds = new Set<string>();
  for (const { name, bytes, sha256, rows, kind, mode, plan } of counting) {
    // A file that was too large to be hashed is told by its name and size.
    const of = fingerprint({ bytes: sha256 || [name, bytes, rows], kind, plan });
    // How a kind's first file was kept makes no difference: there was nothing to compare it with.
    const file = { of, mode: kinds.has(kind) ? mode : ('append' as const) };
    kinds.add(kind);
    if (!addsNothing(files, file)) files.push(file);
  }
  return fingerprint({ files, people: { ...people, apart: [...people.apart].sort() } });
}

/** The same bytes, read in the same way: added again they are all there, and updating with them is no update when nothing came since. */
function addsNothing(
  files: readonly { of: string; mode: ImportCard['mode'] }[],
  { of, mode }: { of: string; mode: ImportCard['mode'] },
): boolean {
  return mode === 'append' ? files.some((file) => file.of === of) : files.at(-1)?.of === of;
}
