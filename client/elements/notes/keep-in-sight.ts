// Keeps what was sought in sight while its surroundings are still drawn: typefaces and Markdown come later and push it down.

/** By then everything is drawn, in ms. */
const SETTLED = 2000;
/** Whoever does one of these looks elsewhere on purpose. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Scrolls whenever the element left the screen by itself; ends with the first move of a reader. Returns how to end it. */
export function keepInSight(element: Element): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting === false) element.scrollIntoView({ block: 'center' });
  });
  const end = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    for (const move of MOVES) window.removeEventListener(move, end, true);
  };
  const timer = setTimeout(end, SETTLED);
  for (const move of MOVES) window.addEventListener(move, end, { capture: true, passive: true });
  observer.observe(element);
  return end;
}
