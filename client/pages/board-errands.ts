// Owns what a board's page does over HTTP: hand out files, erase the board, look a receipt up.
import type { ReactiveControllerHost } from 'lit';
import * as z from 'zod/mini';
import { showCode } from '../../shared/ids.ts';
import { eraseBoard, exportBoard, readOfBoard } from '../api.ts';
import type { ExportFormat } from '../elements/board-events.ts';
import type { ReceiptCheck } from '../elements/board/own-receipts.ts';
import type { BoardSession } from './board-session.ts';
import { handFile } from './hand-file.ts';

const publishedSchema = z.object({ receipts: z.optional(z.array(z.string())) });

export class BoardErrands {
  private readonly host: ReactiveControllerHost;
  private readonly session: BoardSession;
  exportFailed = false;
  erasing: 'no' | 'busy' | 'failed' = 'no';
  /** By round. */
  checks: ReadonlyMap<string, ReceiptCheck> = new Map();

  constructor(host: ReactiveControllerHost, session: BoardSession) {
    this.host = host;
    this.session = session;
  }

  async export(format: ExportFormat): Promise<void> {
    const { id, credentials, view } = this.session;
    if (id === undefined) return;
    const answer = await exportBoard(id, credentials, format);
    this.exportFailed = !answer.ok;
    if (answer.ok) handFile(answer.value, `palabre-${showCode(view?.board.code ?? '')}`, format);
    this.host.requestUpdate();
  }

  /** The server then ends the board for everybody who is on it, this page too. */
  async erase(): Promise<void> {
    const { id, key } = this.session;
    if (id === undefined || this.erasing === 'busy') return;
    this.erasing = 'busy';
    this.host.requestUpdate();
    const answer = await eraseBoard(id, { key });
    this.erasing = answer.ok ? 'no' : 'failed';
    this.host.requestUpdate();
  }

  /** Whether one's own receipt stands in the list that was published at the reveal. */
  async check(round: string): Promise<void> {
    const { id, credentials, view } = this.session;
    const own = view?.mine.get(round)?.receipt;
    if (id === undefined || own === undefined) return;
    this.found(round, 'busy');
    const path = `/rounds/${encodeURIComponent(round)}/ballots`;
    const answer = await readOfBoard(id, credentials, path, (body) => z.parse(publishedSchema, body).receipts ?? []);
    if (!answer.ok) this.found(round, 'failed');
    else this.found(round, answer.value.includes(own) ? 'counted' : 'missing');
  }

  private found(round: string, check: ReceiptCheck): void {
    this.checks = new Map(this.checks).set(round, check);
    this.host.requestUpdate();
  }
}
