import type { SmallFigures } from '../../engine/protocol';
import type { Workspace } from '../../state/workspace.svelte';
import { saveFile } from '../kit/save-file';
import { fileStem } from '../kit/file-stem';

/** Downloads every answer of the open shop under the present view, as the JSON that the command line prints; shares of fewer than five are withheld unless they are asked for. */
export async function saveAnswers(workspace: Workspace, small: SmallFigures = 'withheld'): Promise<void> {
  const json = await workspace.engine.answersJson(workspace.view, small);
  saveFile(`${fileStem(workspace.shop?.name ?? '')}-answers.json`, json, 'application/json');
}
