import type { AppParts } from '../app-context';

/** Leaves the import under way, and the page with it, unless the next file in line is read already. */
export async function leaveImport({ importer, workspace, router }: AppParts): Promise<void> {
  await importer.leave();
  if (importer.step === 'idle') router.go(workspace.shop ? '#/data' : '#/start');
}
