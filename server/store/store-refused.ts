// What went wrong with a store, in one sentence.

/** The message of anything that was thrown. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Why a store cannot be opened, backed up or restored, for whoever asked for it. `message` is a whole sentence, fit to
 * be printed as it is before the process exits.
 */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
