// Puts the score pad beside its cell and inside the window.

const GAP = 6;
const EDGE = 8;

/** Below the cell where there is room, else above it; never beyond the window's sides. `pad` must be shown. */
export function placePad(pad: HTMLElement, cell: HTMLElement): void {
  const box = cell.getBoundingClientRect();
  const size = pad.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = box.bottom + GAP;
  const top = below + size.height + EDGE <= clientHeight ? below : Math.max(EDGE, box.top - GAP - size.height);
  const left = Math.max(EDGE, Math.min(box.left, clientWidth - size.width - EDGE));
  pad.style.inset = 'auto';
  pad.style.top = `${top}px`;
  pad.style.left = `${left}px`;
}
