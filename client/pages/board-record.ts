// Owns the record of a board's page: fetched and kept in step while somebody looks at it or something waits to be sent.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openRound } from '../../shared/board/board.ts';
import { mayWriteRecord } from '../../shared/record/record.ts';
import { exportBoard } from '../api.ts';
import { NOTHING_YET, type RecordShown } from '../elements/record/record-model.ts';
import { randomId } from '../identity.ts';
import { BrowserRecordShelf, type RecordShelf, hasLeftovers } from '../sync/record-shelf.ts';
import type { RecordSync } from '../sync/record-sync.ts';
import type { BoardSession } from './board-session.ts';
import { onceAFrame } from './once-a-frame.ts';

const NO_SHELF: RecordShelf = { open: async () => [], keep: () => undefined };

const after = (ms: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

export class BoardRecord implements ReactiveController {
  private readonly host: ReactiveControllerHost & EventTarget;
  private readonly session: BoardSession;
  private sync: RecordSync | undefined;
  /** Whose record this is: board and member. */
  private whose = '';
  private failed = false;
  private looking = false;
  private copied: 'no' | 'yes' | 'failed' = 'no';

  constructor(host: ReactiveControllerHost & EventTarget, session: BoardSession) {
    this.host = host;
    this.session = session;
    host.addController(this);
    host.addEventListener('record-copy-requested', () => void this.copy());
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.left);
    window.addEventListener('pagehide', this.left);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.left);
    window.removeEventListener('pagehide', this.left);
    this.end();
  }

  /** `looking`: the record is the view that is shown. */
  look(looking: boolean): void {
    const { id, view } = this.session;
    const whose = id === undefined || view === undefined ? '' : `${id}/${view.you.id ?? ''}`;
    if (whose !== this.whose) {
      this.end();
      this.whose = whose;
      if (whose !== '' && view?.you.id !== undefined) void this.takeUp(whose);
    }
    if (looking && !this.looking) {
      this.copied = 'no';
      this.session.tell({ view: 'record' });
    }
    this.looking = looking;
    if (looking && whose !== '' && this.sync === undefined && !this.failed) void this.begin(whose);
    this.sync?.watch(looking);
  }

  get shown(): RecordShown {
    const { sync } = this;
    if (this.failed) return { ...NOTHING_YET, phase: 'failed' };
    if (sync === undefined) return NOTHING_YET;
    const you = this.session.view?.you;
    const writes = you?.id !== undefined && mayWriteRecord(you.role);
    const { refused, carets } = sync;
    const round = this.session.view && openRound(this.session.view.board);
    // What is known from before a hidden round opened may not be so any more.
    const isVeiled = round !== undefined && round.secrecy !== 'live';
    return {
      phase: sync.isOpen ? 'open' : sync.isLoaded || sync.waiting ? 'away' : 'loading',
      texts: sync.texts,
      textOf: writes && sync.isLoaded ? (part) => sync.text(part) : undefined,
      carets: isVeiled ? [] : carets.all,
      place: (caret) => carets.place(caret),
      waiting: sync.waiting,
      ...(refused !== undefined && { refused }),
    };
  }

  /** What became of the last copying. */
  get copying(): 'no' | 'yes' | 'failed' {
    return this.copied;
  }

  /** What an earlier page could not send is sent without the record being looked at. */
  private async takeUp(whose: string): Promise<void> {
    if ((await hasLeftovers(whose)) && whose === this.whose && this.sync === undefined) await this.begin(whose);
  }

  private beginning: string | undefined;

  private async begin(whose: string): Promise<void> {
    const { id, record: channel } = this.session;
    if (id === undefined || channel === undefined || this.beginning === whose) return;
    this.beginning = whose;
    try {
      const { RecordSync } = await import('../sync/record-sync.ts');
      if (whose !== this.whose || this.sync !== undefined) return;
      const shelf = this.session.view?.you.id === undefined ? NO_SHELF : new BrowserRecordShelf(whose, randomId());
      const changed = onceAFrame(
        () => this.host.requestUpdate(),
        (callback) => requestAnimationFrame(callback),
      );
      this.sync = new RecordSync({ board: id, channel, shelf, changed, after });
      await this.sync.start();
      this.sync?.watch(this.looking);
    } catch {
      this.failed = true;
    } finally {
      this.beginning = undefined;
      this.host.requestUpdate();
    }
  }

  private end(): void {
    this.sync?.close();
    this.sync = undefined;
    this.failed = false;
    this.whose = '';
  }

  private async copy(): Promise<void> {
    const { id, credentials } = this.session;
    if (id === undefined) return;
    const answer = await exportBoard(id, credentials, 'record');
    try {
      if (!answer.ok) throw new Error('not fetched');
      await navigator.clipboard.writeText(await answer.value.text());
      this.copied = 'yes';
    } catch {
      this.copied = 'failed';
    }
    this.host.requestUpdate();
  }

  private readonly left = (event: Event): void => {
    if (event.type === 'pagehide' || document.visibilityState === 'hidden') this.sync?.flush();
  };
}
