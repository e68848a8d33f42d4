/** A text for a polite live region: follows `source`, but changes at most every two seconds, so that a screen reader can finish. */
export function spoken(source: () => string): { readonly text: string } {
  let text = $state('');
  $effect(() => {
    const timer = setInterval(() => (text = source()), 2000);
    return () => clearInterval(timer);
  });
  return {
    get text() {
      return text;
    },
  };
}
