// Copies links to places on a board, and keeps what became of the last one until it is read or has stood long enough.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LinkOutcome } from '../elements/share/link-notice.ts';

/** How long good news stands, in ms. */
const STANDS = 6000;

export class LinkCopier implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private timer: ReturnType<typeof setTimeout> | undefined;
  outcome: LinkOutcome | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  async copy(link: string): Promise<void> {
    // On plain http there is no clipboard.
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(link))
      .then(
        () => true,
        () => false,
      );
    this.tell({ link, copied });
    if (copied) this.timer = setTimeout(() => this.tell(undefined), STANDS);
  }

  readonly tell = (outcome: LinkOutcome | undefined): void => {
    clearTimeout(this.timer);
    this.outcome = outcome;
    this.host.requestUpdate();
  };
}
