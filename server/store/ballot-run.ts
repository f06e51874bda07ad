// Ballots of one round that follow each other, which are sent and written in one piece: most of a busy round's commits.
import type { BallotRow } from './sqlite-boxes.ts';
import { type CommitRow, ballotRow, commitRow } from './sqlite-rows.ts';
import type { BallotChange, Commit } from './store.ts';

/** What several ballots in a row come to. It is kept whole, or not at all. */
export interface BallotRun {
  readonly board: string;
  readonly expected: number;
  readonly round: string;
  /** Of the box: before the first of them, and after the last. */
  readonly versions: { readonly from: number; readonly to: number };
  /** JSON of `[hash, revision, version or null]` for each command. */
  readonly answers: string;
  /** The last change of each member. */
  readonly ballots: readonly BallotRow[];
}

export const isRun = (row: CommitRow | BallotRun): row is BallotRun => 'ballots' in row;

/** Neighbouring commits as they go to the database: one alone, or a run of ballots. */
export interface Piece {
  readonly commits: readonly Commit[];
  readonly row: CommitRow | BallotRun;
}

/** A commit of one ballot and nothing else. */
interface BallotCommit extends Commit {
  readonly ballot: BallotChange;
  readonly command: NonNullable<Commit['command']>;
}

const OF_A_BALLOT: ReadonlySet<string> = new Set<keyof Commit>(['board', 'expected', 'events', 'command', 'ballot']);

function isBallotOnly(commit: Commit): commit is BallotCommit {
  if (commit.ballot === undefined || commit.command === undefined || commit.events.length > 0) return false;
  for (const part of Object.keys(commit)) {
    if (!OF_A_BALLOT.has(part) && commit[part as keyof Commit] !== undefined) return false;
  }
  return true;
}

const follows = (before: BallotCommit, commit: BallotCommit): boolean =>
  commit.board === before.board &&
  commit.expected === before.expected &&
  commit.ballot.round === before.ballot.round &&
  commit.ballot.version === before.ballot.version + 1;

/** The longest run of ballots of one round from a place on. */
function runFrom(commits: readonly Commit[], from: number): BallotCommit[] {
  const run: BallotCommit[] = [];
  for (let at = from; at < commits.length; at += 1) {
    const commit = commits[at];
    if (commit === undefined || !isBallotOnly(commit)) break;
    const before = run.at(-1);
    if (before !== undefined && !follows(before, commit)) break;
    run.push(commit);
  }
  return run;
}

/** What each member's changes come to: the last one, with the receipt of the one before where it has none. */
function lastChanges(run: readonly BallotCommit[]): BallotChange[] {
  const last = new Map<string, BallotChange>();
  for (const { ballot } of run) {
    const before = ballot.next === undefined ? undefined : last.get(ballot.member);
    const receipt = ballot.receipt ?? before?.receipt;
    last.set(ballot.member, receipt === undefined || receipt === ballot.receipt ? ballot : { ...ballot, receipt });
  }
  return [...last.values()];
}

function runOf(commits: readonly BallotCommit[], first: BallotCommit): BallotRun {
  const { board, expected, ballot } = first;
  const answers = commits.map(({ command: { hash, answer } }) => [hash, answer.revision, answer.version ?? null]);
  return {
    board,
    expected,
    round: ballot.round,
    versions: { from: ballot.version - 1, to: ballot.version - 1 + commits.length },
    answers: JSON.stringify(answers),
    ballots: lastChanges(commits).map(ballotRow),
  };
}

/** Puts ballots that follow each other together; a ballot's text is written once for each member. */
export function piecesOf(commits: readonly Commit[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < commits.length; at += pieces.at(-1)?.commits.length ?? 1) {
    const run = runFrom(commits, at);
    const [first] = run;
    if (first !== undefined && run.length > 1) pieces.push({ commits: run, row: runOf(run, first) });
    else pieces.push(...commits.slice(at, at + 1).map((commit) => ({ commits: [commit], row: commitRow(commit) })));
  }
  return pieces;
}
