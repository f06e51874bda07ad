// A note about to be redacted, as it was when that was asked for.

export interface Redacting {
  readonly note: string;
  readonly text: string;
}
