// Owns what this browser's user prefers on every board, beside the language. Kept in local storage where there is one.

const CHARACTER_KEYS = 'palabre.character-keys';

/** Whether digits, letters and signs alone do something on a board. They do unless they were switched off. */
export function characterKeys(): boolean {
  try {
    return localStorage.getItem(CHARACTER_KEYS) !== 'off';
  } catch {
    return true;
  }
}

export function keepCharacterKeys(on: boolean): void {
  try {
    localStorage.setItem(CHARACTER_KEYS, on ? 'on' : 'off');
  } catch {
    // Storage is off: it holds until the page is closed.
  }
}
