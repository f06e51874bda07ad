// Who gets onto a board, as what. The shell has checked keys and tokens; this says what follows from them.
import { type Result, ok, reject } from '../result.ts';
import type { Board, Role } from './board.ts';
import type { EventBody } from './events.ts';

export interface Arrival {
  /** How they came: with a key that opens the board in a role, by its code, or by its bare id. */
  readonly by: { readonly kind: 'key'; readonly role: Role } | { readonly kind: 'code' } | { readonly kind: 'id' };
  /** Who they say they are; `proof` says whether the token is that member's. Absent: a watcher. */
  readonly member?: { readonly id: string; readonly name?: string; readonly proof: 'right' | 'wrong' | 'new' };
  readonly memberLimit: number;
}

export interface Admission {
  readonly role: Role;
  /** The member they are; absent: a watcher. */
  readonly member?: string;
  /** They watch until a facilitator lets them in. */
  readonly waiting?: true;
  readonly events: readonly EventBody[];
}

/** What somebody may be here who shows no token: the key's role, or what the board lets in by its code. */
function grantedRole(board: Board, arrival: Arrival): Role | undefined {
  if (arrival.by.kind === 'key') return arrival.by.role;
  if (arrival.by.kind === 'id' || board.entry === 'closed') return undefined;
  return board.entry;
}

function resumed(board: Board, id: string, granted: Role | undefined): Result<Admission> {
  const member = board.members.get(id);
  if (member === undefined || member.removed === true) return reject('not-allowed');
  // A key raises a member's role, never lowers it.
  if (granted === 'facilitator' && (member.role === 'voter' || member.waiting === true)) {
    const letIn: EventBody[] = member.waiting === true ? [{ type: 'member.admitted', member: id }] : [];
    const raised: EventBody[] = member.role === granted ? [] : [{ type: 'member.assigned', member: id, role: granted }];
    return ok({ role: granted, member: id, events: [...letIn, ...raised] });
  }
  return ok({ role: member.role, member: id, events: [], ...(member.waiting === true && { waiting: true }) });
}

/**
 * Refuses with `bad-key` (a token that is not that member's), `not-allowed` (nothing opens the board for them),
 * `invalid` with `member.name` (a new member without a name) or `too-many`.
 */
export function admit(board: Board, arrival: Arrival): Result<Admission> {
  const { member, memberLimit } = arrival;
  const granted = grantedRole(board, arrival);
  if (member?.proof === 'wrong') return reject('bad-key', 'member.token');
  if (member?.proof === 'right') return resumed(board, member.id, granted);
  if (granted === undefined) return reject('not-allowed');
  if (member === undefined || granted === 'watcher') return ok({ role: 'watcher', events: [] });
  if (member.name === undefined) return reject('invalid', 'member.name');
  if (board.members.size >= memberLimit) return reject('too-many', 'members');
  const waits = board.approval === true && granted !== 'facilitator' && { waiting: true as const };
  const { id, name } = member;
  const joined: EventBody = { type: 'member.joined', member: id, name, role: granted, ...waits };
  return ok({ role: granted, member: id, events: [joined], ...waits });
}
