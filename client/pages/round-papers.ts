// Owns what was fetched of revealed rounds' ballots: names in named rounds, receipts in the others. Asked for once.
import type { ReactiveControllerHost } from 'lit';
import * as z from 'zod/mini';
import type { Round, Target } from '../../shared/board/board.ts';
import { type Score, anyBallotSchema } from '../../shared/voting/ballots.ts';
import type { PublishedBallot } from '../../shared/voting/round-count.ts';
import { readOfBoard } from '../api.ts';
import type { Papers } from '../elements/results/published-ballots.ts';
import type { BoardSession } from './board-session.ts';

const papersSchema = z.object({
  receipts: z.exactOptional(z.array(z.string())),
  ballots: z.exactOptional(
    z.array(
      z.object({
        member: z.exactOptional(z.string()),
        receipt: z.exactOptional(z.string()),
        ballot: anyBallotSchema,
      }),
    ),
  ),
});

/** The schema is that of given ballots; a published one has no cell taken back. */
function readPapers(body: unknown): Exclude<Papers, string> {
  const { ballots, ...rest } = z.parse(papersSchema, body);
  return { ...rest, ...(ballots !== undefined && { ballots: ballots as readonly PublishedBallot[] }) };
}

export class RoundPapers {
  private readonly host: ReactiveControllerHost;
  private readonly session: BoardSession;
  private readonly known = new Map<string, Papers>();
  private readonly cells = new WeakMap<object, Map<string, ReadonlyMap<string, Score>>>();

  constructor(host: ReactiveControllerHost, session: BoardSession) {
    this.host = host;
    this.session = session;
  }

  of(round: string): Papers | undefined {
    return this.known.get(round);
  }

  /** Fetches the papers of a revealed round, unless they are here or on their way. */
  async fetch(round: string): Promise<void> {
    const { id, credentials } = this.session;
    if (id === undefined || (this.known.has(round) && this.known.get(round) !== 'failed')) return;
    this.known.set(round, 'busy');
    const path = `/rounds/${encodeURIComponent(round)}/ballots`;
    const answer = await readOfBoard(id, credentials, path, readPapers);
    this.known.set(round, answer.ok ? answer.value : 'failed');
    this.host.requestUpdate();
  }

  /** What members gave in a cell of a named round, by member; fetched when it is first asked for. */
  given(round: Round | undefined, target: Target | undefined): ReadonlyMap<string, Score> | undefined {
    if (round?.secrecy !== 'named' || round.state !== 'revealed' || round.method !== 'score') return undefined;
    if (target?.kind !== 'cell' || round.imported === true) return undefined;
    const papers = this.known.get(round.id);
    if (papers === undefined) void this.fetch(round.id);
    if (papers === undefined || typeof papers === 'string' || papers.ballots === undefined) return undefined;
    const cells = this.cells.get(papers) ?? new Map<string, ReadonlyMap<string, Score>>();
    this.cells.set(papers, cells);
    const { option, criterion } = target;
    const key = `${option}/${criterion}`;
    const before = cells.get(key);
    if (before !== undefined) return before;
    const given = new Map(
      papers.ballots.flatMap(({ member, ballot }): [string, Score][] => {
        const score = 'cells' in ballot ? ballot.cells[option]?.[criterion] : undefined;
        return member === undefined || score === undefined ? [] : [[member, score]];
      }),
    );
    cells.set(key, given);
    return given;
  }
}
