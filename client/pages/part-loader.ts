// Owns the parts of a page that are fetched when they are asked for: which of them did not come, and fetching them again.

type Fetch = () => Promise<unknown>;

export class PartLoader {
  private readonly missing = new Set<Fetch>();
  private readonly listeners = new Set<() => void>();

  /** Some part that was asked for is not here. */
  get isIncomplete(): boolean {
    return this.missing.size > 0;
  }

  /** Calls back whenever a part has come or failed to. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Never rejects: what did not come is remembered. */
  async load(fetch: Fetch): Promise<void> {
    try {
      await fetch();
      if (!this.missing.delete(fetch)) return;
    } catch {
      this.missing.add(fetch);
    }
    for (const listener of this.listeners) listener();
  }

  /** Asks again for all that did not come. */
  async retry(): Promise<void> {
    await Promise.all([...this.missing].map((fetch) => this.load(fetch)));
  }
}
