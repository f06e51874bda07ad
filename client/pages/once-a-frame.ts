// Lets something happen at once, and then at most once a frame of the screen, however often it is asked for.

/** `nextFrame` calls back before the next painting. */
export function onceAFrame(act: () => void, nextFrame: (callback: () => void) => unknown): () => void {
  let waits = false;
  let again = false;
  const ask = (): void => {
    if (waits) {
      again = true;
      return;
    }
    waits = true;
    again = false;
    nextFrame(() => {
      waits = false;
      if (again) ask();
    });
    act();
  };
  return ask;
}
