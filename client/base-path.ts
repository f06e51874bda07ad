// Where the page is served under: `/`, or the path that a proxy puts it at. Read from the address of the page's own code,
// so that the server need not know it and the page needs no script or base of its own in the document.

const BUILT = /^https?:\/\/[^/]+(\/(?:.*\/)?)assets\/[^/]+$/;

/** Of built code, which lies in `assets/`; from source it is the root. */
export const baseOf = (codeAddress: string): string => BUILT.exec(codeAddress)?.[1] ?? '/';

/** Begins and ends with a slash. */
export const BASE: string = baseOf(import.meta.url);

/** An address of ours from a path that is given without a slash at its start: `at('recount')`. */
export const at = (path: string): string => BASE + path;

/** Where the page is, as links that people pass on begin: without a slash at the end. */
export const pageAddress = (): string => location.origin + BASE.slice(0, -1);
