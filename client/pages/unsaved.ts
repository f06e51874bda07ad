// Whether something on a page would be lost by going elsewhere: a text begun, a dialog in use.

/** What asks for a name at the door is no dialog in use: who has just come in is done with it. */
const DOOR = 'palabre-welcome-dialog';

/** Looks into shadow roots; not for every frame. */
export function holdsUnsaved(root: ParentNode): boolean {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === DOOR) continue;
    if (element instanceof HTMLDialogElement && element.open) return true;
    if (element instanceof HTMLTextAreaElement && element.value.trim() !== '') return true;
    if (element.shadowRoot !== null && holdsUnsaved(element.shadowRoot)) return true;
  }
  return isTyping(root);
}

/** The focus is in a field with something in it, or in an editor. */
function isTyping(root: ParentNode): boolean {
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  if (active instanceof HTMLInputElement) return active.type === 'text' && active.value.trim() !== '';
  return active instanceof HTMLElement && active.isContentEditable;
}
