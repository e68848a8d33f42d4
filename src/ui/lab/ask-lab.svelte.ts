import type { LabQuestion, LabSheets } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { asking, type Resource } from '../../state/resource.svelte';

/** Works a sheet out again whenever its numbers change; `numbers` hands back null while they are not all there. */
export function askLab<K extends keyof LabSheets>(
  { engine }: Pick<Workspace, 'engine'>,
  sheet: K,
  numbers: () => LabSheets[K]['numbers'] | null,
): Resource<LabSheets[K]['result'] | null> {
  return asking(() => {
    const typed = numbers();
    if (!typed) return Promise.resolve(null);
    return engine.lab({ sheet, numbers: typed } as LabQuestion) as Promise<LabSheets[K]['result']>;
  });
}
