// What only the one who joins is told: who they are, their own ballots, and the keys they may hand on.
import { roundOf, type Role } from '../../shared/board/board.ts';
import type { Admission } from '../../shared/board/admission.ts';
import type { JoinAnswer, LowerKeys, You } from '../../shared/protocol.ts';
import { keysBelow } from '../access/keys.ts';
import type { BoardContents } from './board-contents.ts';

type OwnBallots = Pick<JoinAnswer, 'ballots' | 'done' | 'receipts'>;

export function youOf({ board }: BoardContents, { role, member, waiting }: Admission): You {
  const name = member === undefined ? undefined : board.members.get(member)?.name;
  return {
    role,
    ...(member !== undefined && { id: member }),
    ...(name !== undefined && { name }),
    ...(waiting === true && { waiting }),
  };
}

/** Ballots that are still tied to this member, by round. */
export function ownBallots(contents: BoardContents, member: string | undefined): OwnBallots {
  const ballots: Record<string, JoinAnswer['ballots'][string]> = {};
  const done: Record<string, boolean> = {};
  const receipts: Record<string, string> = {};
  if (member === undefined) return { ballots, done, receipts };
  for (const box of contents.boxes()) {
    const mine = box.of(member);
    if (mine === undefined || roundOf(contents.board, box.round) === undefined) continue;
    ballots[box.round] = mine.ballot;
    done[box.round] = mine.done;
    if (mine.receipt !== undefined) receipts[box.round] = mine.receipt;
  }
  return { ballots, done, receipts };
}

/** Held notes that are still tied to this member. */
export function ownHeldNotes(contents: BoardContents, member: string | undefined): JoinAnswer['held'] {
  if (member === undefined) return [];
  return [...contents.noteBoxes()].flatMap((box) => box.of(member).map((note) => ({ round: box.round, ...note })));
}

export const linkTo = (publicUrl: string, board: string, key: string): string => `${publicUrl}/b/${board}#${key}`;

/** The keys below the one that somebody joined with, and their links. */
export function lowerKeys(
  { board: { id: board }, access }: BoardContents,
  role: Role,
  key: string,
  publicUrl: string,
): { readonly keys?: LowerKeys; readonly links?: LowerKeys } {
  const keys = keysBelow(role, key, access);
  const entries = Object.entries(keys);
  if (entries.length === 0) return {};
  return { keys, links: Object.fromEntries(entries.map(([lower, own]) => [lower, linkTo(publicUrl, board, own)])) };
}
