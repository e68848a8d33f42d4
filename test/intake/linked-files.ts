import { arrangeFiles, type ArrangedFile, type DroppedFile } from '../../src/intake/links/arrange-files';
import type { StagedFile } from '../../src/intake/stage-file';
import type { Preview, Purpose } from '../../src/terms/preview';
import { stage } from './helpers';

/** A file among the others, as the preview shows it. */
export interface Shown extends ArrangedFile {
  name: string;
  preview: Preview;
  staged: StagedFile;
}

/** Stages files by name and arranges them, with what the user said of their purposes. */
export async function dropped(
  files: Readonly<Record<string, string | Blob>>,
  said: Readonly<Record<string, Purpose>> = {},
): Promise<Record<string, Shown>> {
  const list: (DroppedFile & { staged: StagedFile })[] = [];
  for (const [name, content] of Object.entries(files)) {
    const staged = await stage(content);
    const purpose = said[name] ?? null;
    list.push({
      file: list.length + 1,
      name,
      staged,
      readings: staged.readings,
      plan: staged.plan,
      said: { purpose, roles: new Map(), dateOrder: null },
    });
  }
  return Object.fromEntries(
    arrangeFiles(list).map((one, i) => {
      const { name, staged } = list[i]!;
      const joined = staged.over(one.completed.readings);
      return [name, { ...one, name, staged: joined, preview: joined.preview(one.completed.plan) }];
    }),
  );
}

/** Which column has a meaning, by name. */
export function columnFor({ completed: { plan } }: Shown, role: string): string | undefined {
  return plan.header[plan.roles.indexOf(role as (typeof plan.roles)[number])];
}
