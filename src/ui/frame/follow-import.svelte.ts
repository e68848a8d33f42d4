import { untrack } from 'svelte';
import type { Importer, ImportStep } from '../../state/importer.svelte';
import type { Router } from '../../state/route.svelte';
import type { ImportReport } from '../../engine/protocol';

/**
 * Takes the visitor along with an import: to the preview when a file is read, to the progress when it is kept, to the answers when
 * it is done (records have none, and are shown on the Data page), unless they have gone elsewhere meanwhile. Call it while a component is set up.
 */
export function followImport(importer: Importer, router: Router): void {
  let before: ImportStep = 'idle';
  $effect(() => {
    const { step } = importer;
    const page = untrack(() => router.route.page);
    const watching = page === 'preview' || page === 'importing';
    if ((step === 'reading' || step === 'heavy') && page !== 'preview') router.go('#/preview');
    if (step === 'preview' && before === 'failed') router.go('#/preview');
    if (step === 'keeping') router.go('#/importing');
    const report = untrack(() => importer.report);
    if (step === 'idle' && before === 'keeping' && watching && report) router.go(bringsOrders(report) ? '#/overview' : '#/data');
    before = step;
  });
}

function bringsOrders({ imports, shop }: ImportReport): boolean {
  return shop.imports.some((card) => imports.includes(card.id) && card.kind === 'orders');
}
