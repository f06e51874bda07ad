// Moves the rows of the matrix from where they were to their new rank, where motion is welcome.

const CALM = 420;

const rowsIn = (root: ParentNode): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]')];
const motionIsWelcome = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches;

export class RowMotion {
  private tops: ReadonlyMap<string, number> | undefined;

  /** Remembers where the rows are; call before they are drawn in another order. */
  remember(root: ParentNode): void {
    if (!motionIsWelcome()) return;
    this.tops = new Map(rowsIn(root).map((row) => [row.dataset['row'] ?? '', row.getBoundingClientRect().top]));
  }

  /** Lets each row glide from where it was; call after the drawing. Nothing waits for it. */
  play(root: ParentNode): void {
    const { tops } = this;
    this.tops = undefined;
    if (tops === undefined) return;
    const moves = rowsIn(root).map((row) => {
      const top = tops.get(row.dataset['row'] ?? '');
      return { row, by: top === undefined ? 0 : top - row.getBoundingClientRect().top };
    });
    for (const { row, by } of moves) {
      if (by === 0) continue;
      row.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], {
        duration: CALM,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      });
    }
  }
}
