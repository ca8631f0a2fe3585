/**
 * The two habits that hold on every page: an Enter that confirms a candidate of an input method never
 * submits, and Ctrl+Enter (⌘+Enter) submits the form in which the cursor stands.
 */
export function installKeyboard(target: Document): void {
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter') return;
      if (confirmsCandidate(event)) {
        // Safari sends this Enter after the composition has ended; without this it would submit.
        event.stopPropagation();
        if (event.keyCode === 229 && !event.isComposing) event.preventDefault();
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLElement)) return;
      const form = event.target.closest('form');
      if (!form) return;
      event.preventDefault();
      form.requestSubmit();
    },
    { capture: true },
  );
}

/** Whether a key belongs to an input method rather than to the page. */
export function confirmsCandidate(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}
