// Somebody at the door of a board: keys and tokens are checked here, and what follows is shared/board/admission.ts's.
import type { Role } from '../../shared/board/board.ts';
import { type Admission, type Arrival, admit } from '../../shared/board/admission.ts';
import { placeEvents } from '../../shared/board/events.ts';
import type { BoardLimits } from '../../shared/bounds.ts';
import type { JoinRequest, MemberClaim } from '../../shared/protocol.ts';
import { type Result, reject } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import { hashOf, roleOfKey, sameHash } from '../access/keys.ts';
import type { AccessRecord } from '../store/store.ts';
import type { MayAdd } from './boards.ts';
import type { BoardContents } from './board-contents.ts';
import type { Task } from './task.ts';

/** How somebody says they may come in. `byCode`: the board was named by its code, and the code counts. */
export interface Approach {
  readonly request: JoinRequest;
  readonly byCode: boolean;
  readonly mayAdd?: MayAdd;
}

export interface ArrivalParts {
  readonly limits: BoardLimits;
  readonly now: () => number;
}

/** What the request proves by its key: a role, nothing, or `bad-key`. */
export function keyRole(access: AccessRecord, { key }: JoinRequest): Result<Role | undefined> {
  if (key === undefined) return { ok: true, value: undefined };
  const role = roleOfKey(access, key);
  return role === undefined ? reject('bad-key', 'key') : { ok: true, value: role };
}

/** Whether a token is that member's. A member without a token came with an import and is nobody's to claim. */
export function proofOf(contents: BoardContents, { id, token }: Pick<MemberClaim, 'id' | 'token'>) {
  const known = contents.tokenHash(id);
  if (known !== undefined) return sameHash(known, hashOf(token)) ? 'right' : 'wrong';
  return contents.board.members.has(id) ? 'wrong' : 'new';
}

function arrivalOf(
  contents: BoardContents,
  { request, byCode }: Approach,
  role: Role | undefined,
  limit: number,
): Arrival {
  const { member } = request;
  return {
    by: role !== undefined ? { kind: 'key', role } : { kind: byCode ? 'code' : 'id' },
    ...(member !== undefined && {
      member: {
        id: member.id,
        proof: proofOf(contents, member),
        ...(member.name !== undefined && { name: member.name }),
      },
    }),
    memberLimit: limit,
  };
}

/** What somebody would be on the board as it stands there. */
export function admission(contents: BoardContents, approach: Approach, parts: ArrivalParts): Result<Admission> {
  const role = keyRole(contents.access, approach.request);
  return role.ok ? admit(contents.board, arrivalOf(contents, approach, role.value, parts.limits.members)) : role;
}

/** A join that may make an event: it is answered when the event is on disk, and includes it. */
export function arrivalTask<T>(
  approach: Approach,
  parts: ArrivalParts,
  answer: (committed: BoardContents, admitted: Admission) => T,
): Task<T> {
  const { member } = approach.request;
  return {
    decide(head) {
      const admitted = admission(head, approach, parts);
      if (!admitted.ok) return { answer: () => admitted };
      const { events, member: id } = admitted.value;
      const answered = (committed: BoardContents): Result<T> => ({
        ok: true,
        value: answer(committed, admitted.value),
      });
      if (events.length === 0 || member === undefined) return { answer: answered };
      const isNew = proofOf(head, member) === 'new';
      const allowed = isNew ? approach.mayAdd?.(head.board.id) : undefined;
      if (allowed?.ok === false) return { answer: () => reject('too-fast', undefined, allowed.retryAfter) };
      const { revision } = head;
      return {
        commit: {
          board: head.board.id,
          expected: revision,
          events: placeEvents(events, revision, isoTime(parts.now()), id),
          ...(isNew && { admits: { member: member.id, tokenHash: hashOf(member.token) } }),
        },
        answer: answered,
      };
    },
  };
}
