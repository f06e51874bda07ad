// What must be true when everybody is back.
import { expect } from 'vitest';
import type { Board, Round } from '../../shared/board/board.ts';
import { fold } from '../../shared/board/evolve.ts';
import type { Event } from '../../shared/board/events.ts';
import { toSnapshot } from '../../shared/board/snapshot.ts';
import type { Ballot } from '../../shared/voting/ballots.ts';
import { methodOf } from '../../shared/voting/methods.ts';
import { tallyOf } from '../../shared/voting/round-count.ts';
import type { StoredBox, StoredNoteBox } from '../../server/store/store.ts';
import { type Answered, type Gathering, type Place, memberOf } from './gathering.ts';

export async function checkGathering(gathering: Gathering): Promise<void> {
  const { kept, board: created, answered } = gathering;
  const events = await kept.inner.eventsAfter(created.id, 0);
  const stored = await kept.inner.load(created.id);
  const board = fold(events);
  const boxes = new Map(stored?.boxes.map((box) => [box.round, box]));
  for (const place of gathering.places.values()) {
    checkPicture(place, board);
    checkHeld(place, stored?.noteBoxes ?? []);
    for (const round of board.rounds) {
      const box = boxes.get(round.id);
      if (box === undefined) throw new Error(`no box for ${round.id}`);
      checkNumbers(place, round, box);
      checkOwnBallot(place, round, box, answered);
    }
  }
  checkOnce(answered, events);
}

function checkPicture({ seat, store }: Place, board: Board): void {
  const { view } = store;
  expect(view?.connection, seat).toEqual({ phase: 'live' });
  expect(view?.waiting, seat).toBe(0);
  expect(view && toSnapshot(view.board), seat).toEqual(toSnapshot(board));
  expect(store.position?.since, seat).toBe(board.revision);
}

/** What is still tied to its author on disk is what each of the author's devices shows, and no more of those rounds. */
function checkHeld({ seat, store }: Place, boxes: readonly StoredNoteBox[]): void {
  const member = memberOf(seat);
  const kept = boxes.flatMap(({ round, notes }) =>
    notes.flatMap(({ note, text, member: author }) =>
      author === undefined || author !== member ? [] : [[round, author, note, text].join(' ')],
    ),
  );
  const isTied = (round: string) => boxes.some((box) => box.round === round && (box.open || isSigned(round)));
  const isSigned = (round: string) => store.view?.board.rounds.find(({ id }) => id === round)?.silentNotes === 'signed';
  const shown = (store.view?.held ?? []).flatMap(({ round, note, text }) =>
    isTied(round) ? [[round, member, note, text].join(' ')] : [],
  );
  expect(new Set(shown), seat).toEqual(new Set(kept));
}

const ballotsIn = (box: StoredBox): Ballot[] => [...box.linked, ...box.loose].map(({ ballot }) => ballot);

function checkNumbers({ seat, store }: Place, round: Round, box: StoredBox): void {
  const state = store.view?.rounds.get(round.id);
  const where = `${seat} on ${round.id} (${round.secrecy}, ${round.state})`;
  const isPublic = round.secrecy === 'live' || round.state === 'revealed';
  expect(state?.tally, where).toEqual(isPublic ? tallyOf(round, ballotsIn(box)) : undefined);
  expect(state?.version, where).toBe(box.version);
  expect(state?.progress.cast, where).toBe(ballotsIn(box).length);
  if (round.state === 'open') expect(state?.progress.done, where).toBe(box.linked.filter(({ done }) => done).length);
}

function checkOwnBallot({ seat, store }: Place, round: Round, box: StoredBox, answered: readonly Answered[]): void {
  const member = memberOf(seat);
  const mine = store.view?.mine.get(round.id);
  const where = `${seat} on ${round.id} (${round.secrecy}, ${round.state})`;
  const linked = box.linked.find((ballot) => ballot.member === member);
  if (round.state === 'open' || round.secrecy === 'named') {
    expect(mine?.ballot, where).toEqual(linked?.ballot);
    expect(mine?.done, where).toBe(linked?.done ?? false);
    // A device that only heard of the ballot is told its receipt when it joins.
    if (mine?.receipt !== undefined) expect(mine.receipt, where).toBe(linked?.receipt);
  } else if (seat === 'ada' || seat === 'cy') {
    // The server has forgotten whose it was; whoever has one device only remembers it there, and it is in the box.
    expect(mine?.ballot, where).toEqual(castInOrder(round, member, answered));
    if (mine?.ballot !== undefined && mine.receipt !== undefined) {
      expect(box.loose.find(({ receipt }) => receipt === mine.receipt)?.ballot, where).toEqual(mine.ballot);
    }
  }
}

/** What one voter's accepted commands come to, each counted once, in the order in which they were accepted. */
function castInOrder(round: Round, member: string | undefined, answered: readonly Answered[]): Ballot | undefined {
  const { withdrawn: _, ...opened } = round;
  const taken = new Set<string>();
  let ballot: Ballot | undefined;
  for (const { session, command, result } of answered) {
    if (!result.ok || session.member !== member || taken.has(command.id)) continue;
    if (!('round' in command) || command.round !== round.id) continue;
    taken.add(command.id);
    if (command.type === 'ballot.withdraw') ballot = undefined;
    if (command.type !== 'ballot.cast') continue;
    const cast = methodOf(round.method).cast(opened, ballot, command.ballot);
    if (!cast.ok) throw new Error(`accepted, and yet ${cast.error.field}`);
    ballot = cast.value;
  }
  return ballot;
}

/** Every acknowledged command is in the log or the box exactly once, and every repeat got the first answer. */
function checkOnce(answered: readonly Answered[], events: readonly Event[]): void {
  const first = new Map<string, Answered>();
  const versions = new Map<string, string>();
  for (const answer of answered) {
    const { session, command, result } = answer;
    if (!result.ok) continue;
    const key = `${session.member} ${command.id}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, answer);
    else if (before.result.ok) {
      const { revision, version } = before.result.value;
      expect({ revision: result.value.revision, version: result.value.version }).toEqual({ revision, version });
    }
    if (command.type === 'ballot.cast' && result.value.version !== undefined) {
      const place = `${command.round} ${result.value.version}`;
      expect(versions.get(place) ?? key, `two ballots led to version ${place}`).toBe(key);
      versions.set(place, key);
    }
  }
  const count = (type: Event['type'], field: string, id: string) =>
    events.filter((event) => event.type === type && (event as unknown as Record<string, unknown>)[field] === id).length;
  for (const { command } of answered) {
    const accepted = first.has(`${memberWho(answered, command.id)} ${command.id}`) ? 1 : 0;
    if (command.type === 'note.add') expect(count('note.added', 'note', command.note)).toBe(accepted);
    if (command.type === 'option.add') expect(count('option.added', 'option', command.option)).toBe(accepted);
    if (command.type === 'round.open') expect(count('round.opened', 'round', command.round)).toBe(accepted);
  }
}

const memberWho = (answered: readonly Answered[], id: string): string | undefined =>
  answered.find(({ command }) => command.id === id)?.session.member;
