// Places a popover under the button that opens it, inside the window however narrow that is.

const EDGE = 12;

/** `width`: how wide the popover becomes where there is room. Its right edge follows the button's as far as it can. */
export function placeBelow(button: HTMLElement, popover: HTMLElement, width: number): void {
  const { bottom, right } = button.getBoundingClientRect();
  const taken = Math.min(width, window.innerWidth - 2 * EDGE);
  const aligned = Math.max(EDGE, window.innerWidth - right);
  popover.style.top = `${bottom + 8}px`;
  popover.style.right = `${Math.min(aligned, window.innerWidth - EDGE - taken)}px`;
}
