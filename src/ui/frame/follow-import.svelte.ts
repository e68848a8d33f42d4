import { untrack } from 'svelte';
import type { Importer, ImportStep } from '../../state/importer.svelte';
import type { Router } from '../../state/route.svelte';

/**
 * Takes the visitor along with an import: to the preview when a file is read, to the progress when it is kept, to the answers when
 * it is done, unless they have gone elsewhere meanwhile. Call it while a component is set up.
 */
export function followImport(importer: Importer, router: Router): void {
  let before: ImportStep = 'idle';
  $effect(() => {
    const { step } = importer;
    const page = untrack(() => router.route.page);
    const watching = page === 'preview' || page === 'importing';
    if (step === 'reading' && page !== 'preview') router.go('#/preview');
    if (step === 'preview' && before === 'failed') router.go('#/preview');
    if (step === 'keeping') router.go('#/importing');
    if (step === 'idle' && before === 'keeping' && watching && untrack(() => importer.report)) router.go('#/overview');
    before = step;
  });
}
