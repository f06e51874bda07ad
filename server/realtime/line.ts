// One client's connection as the realtime door sees it: who it is, where it is, and whether it keeps up.
import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../../shared/protocol.ts';
import type { Language } from '../../shared/rejections.ts';
import type { Session } from '../boards/boards.ts';

export type Phase = { readonly phase: 'greeting' } | { readonly phase: 'joined'; readonly session: Session };

/** What a socket carries; all of it in one object. */
export interface LineState {
  where: Phase;
  language: Language;
  /** The address that rate limits count by. */
  readonly address: string;
  /** The page that embeds this may only watch. */
  readonly watcherOnly: boolean;
  /** A join under way: what comes after it waits for it. */
  joining: Promise<unknown> | undefined;
  /** Since when it has not taken what was sent, in ms; it is sent nothing until it has. */
  laggingSince: number | undefined;
  /** The board whose record it has open. */
  record: string | undefined;
}

export type ServerEvents = ServerToClient;
type NoEvents = Record<never, never>;
export type Line = Socket<ClientToServer, ServerToClient, NoEvents, LineState>;
export type RealtimeServer = Server<ClientToServer, ServerToClient, NoEvents, LineState>;

export const sessionOf = ({ data: { where } }: Line): Session | undefined =>
  where.phase === 'joined' ? where.session : undefined;
