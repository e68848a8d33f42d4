import type { ImportCard } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { fileStem } from '../kit/file-stem';
import { saveFile } from '../kit/save-file';

/** Downloads the rows of a file that were left out, each with its line number and the reason. */
export async function saveLeftOut(workspace: Workspace, card: ImportCard): Promise<void> {
  saveFile(`${fileStem(card.name)}-left-out.csv`, await workspace.engine.leftOutCsv(card.id), 'text/csv');
}
