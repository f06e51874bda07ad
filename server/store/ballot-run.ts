// Ballots of one round that follow each other, which can be written in one piece: most of a busy round's commits.
import type { BallotRow } from './sqlite-boxes.ts';
import type { CommitRow } from './sqlite-rows.ts';

/** A commit of one ballot and nothing else. */
export interface BallotCommit extends CommitRow {
  readonly ballot: BallotRow;
  readonly command: NonNullable<CommitRow['command']>;
}

function isBallotOnly(commit: CommitRow): commit is BallotCommit {
  const { board: _board, expected: _expected, ballot, command, events, ...more } = commit;
  const isMore = events.length > 0 || Object.values(more).some((part) => part !== undefined);
  return ballot !== undefined && command !== undefined && !isMore;
}

function follows(before: BallotCommit, commit: BallotCommit): boolean {
  return (
    commit.board === before.board &&
    commit.expected === before.expected &&
    commit.ballot.round === before.ballot.round &&
    commit.ballot.version === before.ballot.version + 1
  );
}

/** The longest run of ballots of one round from a place on. */
export function ballotRun(commits: readonly CommitRow[], from: number): BallotCommit[] {
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
export function lastChanges(run: readonly BallotCommit[]): BallotRow[] {
  const last = new Map<string, BallotRow>();
  for (const { ballot } of run) {
    const before = ballot.next === undefined ? undefined : last.get(ballot.member);
    const receipt = ballot.receipt ?? before?.receipt;
    last.set(ballot.member, receipt === undefined ? ballot : { ...ballot, receipt });
  }
  return [...last.values()];
}
