// Why a store cannot be opened, in one sentence that the person who starts the server can act on.

/** Thrown at opening only. `message` is a whole sentence, fit to be printed as it is before the process exits. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
