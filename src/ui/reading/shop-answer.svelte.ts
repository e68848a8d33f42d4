import { untrack } from 'svelte';
import { Resource } from '../../state/resource.svelte';
import type { Workspace } from '../../state/workspace.svelte';
import type { View } from '../../terms/view';

/** An answer about the open shop that can be asked for once more after a failure. */
export class ShopAnswer<T> extends Resource<T> {
  turn = $state(0);

  /** Asks once more. */
  again = (): void => {
    this.turn++;
  };
}

/**
 * Asks again when the shop, the view or what `question` reads has changed; not when only the rest of the address has (a drawer, a filter).
 * Call it while a component is set up. `question` may hand back null while there is nothing to ask.
 */
export function askShop<T>(workspace: Workspace, question: (view: View) => Promise<T> | null): ShopAnswer<T> {
  const answer = new ShopAnswer<T>();
  const key = $derived(JSON.stringify([workspace.shop?.id, workspace.shop?.revision, workspace.view]));
  $effect(() => {
    void answer.turn;
    void key;
    const pending = question(untrack(() => workspace.view));
    if (pending) untrack(() => void answer.ask(() => pending));
  });
  return answer;
}
