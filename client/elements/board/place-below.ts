// Places a popover under or above the button that opens it, inside the window however narrow that is.

const EDGE = 12;

/** `width`: how wide the popover becomes where there is room. Its right edge follows the button's as far as it can. */
export function placeBelow(button: HTMLElement, popover: HTMLElement, width: number): void {
  const { bottom, right } = button.getBoundingClientRect();
  const taken = Math.min(width, window.innerWidth - 2 * EDGE);
  const aligned = Math.max(EDGE, window.innerWidth - right);
  popover.style.top = `${bottom + 8}px`;
  popover.style.right = `${Math.min(aligned, window.innerWidth - EDGE - taken)}px`;
}

/** The same above the button, from its left edge on. */
export function placeAbove(button: HTMLElement, popover: HTMLElement, width: number): void {
  const { top, left } = button.getBoundingClientRect();
  const taken = Math.min(width, window.innerWidth - 2 * EDGE);
  popover.style.bottom = `${window.innerHeight - top + 8}px`;
  popover.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - EDGE - taken))}px`;
}
