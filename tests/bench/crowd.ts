// Everybody on one board: watchers that only read versions, and voters whose votes are timed until everybody saw them.
import { cellOf, versionIn } from './target.ts';
import { type Receive, Wire } from './wire.ts';

/** How a client gets onto the board of one server, and how it votes there. */
export interface Manners {
  readonly port: number;
  readonly options: number;
  readonly criteria: number;
  /** Where a browser watches the board, of servers that have a page. */
  readonly page?: string;
  /** What is sent when Socket.IO let the client in; absent: the server sends the board unasked. */
  join?(voter: number | undefined): string;
  vote(voter: number, place: number, cell: ReturnType<typeof cellOf>): string;
}

const [ZERO, THREE, FOUR, BRACKET] = [0x30, 0x33, 0x34, 0x5b];
/** Clients that are on their way in at once. */
const AT_ONCE = 100;
const LATEST_MS = 60_000;

/** When everybody had reached each version. */
class Seen {
  readonly #at: number[] = [];
  readonly #counts: number[] = [];
  #least = 0;
  #most = 0;

  enter(version: number): void {
    this.#counts[version] = (this.#counts[version] ?? 0) + 1;
    this.#most = Math.max(this.#most, version);
    this.#least = version;
  }

  move(from: number, to: number): void {
    this.#counts[from] = (this.#counts[from] ?? 1) - 1;
    this.#counts[to] = (this.#counts[to] ?? 0) + 1;
    if (to > this.#most) this.#most = to;
    if (from !== this.#least || this.#counts[from] !== 0) return;
    const now = performance.now();
    while (this.#least < this.#most && (this.#counts[this.#least] ?? 0) === 0) {
      this.#least += 1;
      this.#at[this.#least] = now;
    }
  }

  at(version: number): number | undefined {
    return this.#at[version];
  }
}

interface Ballot {
  readonly sentAt: number;
  ackedAt: number;
  version: number;
}

export interface Timings {
  readonly votes: number;
  readonly unacknowledged: number;
  readonly refused: number;
  readonly unseen: number;
  readonly acks: number[];
  readonly seen: number[];
}

export class Crowd {
  readonly #manners: Manners;
  readonly watchers: Wire[] = [];
  readonly voters: Wire[] = [];
  #versions: number[] = [];
  #seen = new Seen();
  #ballots: Ballot[] = [];
  #byVoter: Ballot[][] = [];
  #places: number[] = [];
  #refused = 0;

  constructor(manners: Manners) {
    this.#manners = manners;
  }

  /** Lets so many watchers in, a hundred at a time. */
  async watch(count: number): Promise<void> {
    let next = this.watchers.length;
    const end = next + count;
    const lane = async (): Promise<void> => {
      while (next < end) {
        const index = next++;
        this.watchers[index] = await this.#enter(undefined, (version) => this.#follow(index, version));
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, lane));
    this.restart();
  }

  async admitVoters(count: number): Promise<void> {
    for (let voter = this.voters.length; voter < count; voter += 1) {
      this.#byVoter[voter] = [];
      this.#places[voter] = 0;
      this.voters[voter] = await this.#enter(voter, () => this.#answers(voter));
    }
  }

  /** One client, let in; `then` makes what reads its messages from there on. */
  #enter(voter: number | undefined, then: (version: number) => Receive): Promise<Wire> {
    const { port, join } = this.#manners;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('a client was not let in')), LATEST_MS);
      const wire: Wire = new Wire(port, (bytes, from, to) => {
        if (bytes[from] === ZERO) return wire.send(join === undefined ? '40' : '40{"version":1}');
        if (bytes[from + 1] === ZERO) return join && wire.send(`420${join(voter)}`);
        if (join !== undefined && bytes[from + 1] !== THREE) return;
        const version = versionIn(bytes, from, to);
        if (version === -1) return reject(new Error(bytes.toString('utf8', from, to)));
        clearTimeout(late);
        wire.receive = then(version);
        resolve(wire);
      });
    });
  }

  /** Messages of a watcher: only versions count. */
  #follow(index: number, version: number): Receive {
    this.#versions[index] = version;
    return (bytes, from, to) => {
      const next = versionIn(bytes, from, to);
      const before = this.#versions[index] ?? 0;
      if (next <= before) return;
      this.#versions[index] = next;
      this.#seen.move(before, next);
    };
  }

  #answers(voter: number): Receive {
    return (bytes, from, to) => {
      if (bytes[from] !== FOUR || bytes[from + 1] !== THREE) return;
      let at = from + 2;
      let ack = 0;
      for (; bytes[at] !== BRACKET; at += 1) ack = ack * 10 + bytes[at]! - 48;
      const ballot = this.#byVoter[voter]?.[ack];
      if (ballot === undefined) return;
      ballot.ackedAt = performance.now();
      ballot.version = versionIn(bytes, at, to);
      if (ballot.version === -1) this.#refused += 1;
    };
  }

  /** Forgets all votes; watchers stand where they are. */
  restart(): void {
    this.#ballots = [];
    this.#refused = 0;
    this.#seen = new Seen();
    const least = Math.min(...this.#versions);
    for (const version of this.#versions) if (version !== least) this.#seen.enter(version);
    for (const version of this.#versions) if (version === least) this.#seen.enter(version);
    this.#byVoter = this.voters.map(() => []);
  }

  /** Votes at a steady rate, whether or not answers come. */
  async vote(perSecond: number, seconds: number): Promise<void> {
    const start = performance.now();
    const all = Math.round(perSecond * seconds);
    for (let sent = 0; sent < all;) {
      const due = Math.min(all, Math.floor(((performance.now() - start) * perSecond) / 1000) + 1);
      for (; sent < due; sent += 1) this.#voteOnce(sent % this.voters.length);
      const wait = (sent * 1000) / perSecond - (performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, wait)));
    }
  }

  #voteOnce(voter: number): void {
    const { options, criteria, vote } = this.#manners;
    const place = (this.#places[voter] ?? 0) + 1;
    this.#places[voter] = place;
    const own = this.#byVoter[voter]!;
    const ballot = { sentAt: performance.now(), ackedAt: 0, version: -1 };
    const ack = own.push(ballot) - 1;
    this.#ballots.push(ballot);
    this.voters[voter]!.send(`42${ack}${vote(voter, place, cellOf(place + voter, options, criteria))}`);
  }

  /** Waits until every vote is answered and seen, at most so long. */
  async settle(milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    const isOpen = ({ ackedAt, version }: Ballot) =>
      ackedAt === 0 || (version !== -1 && this.#seen.at(version) === undefined);
    while (performance.now() < until && this.#ballots.some(isOpen)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** What became of the votes since `restart`, in ms. */
  timings(): Timings {
    const acked = this.#ballots.filter(({ ackedAt }) => ackedAt > 0);
    const seen = acked.flatMap(({ sentAt, version }) => {
      const at = this.#seen.at(version);
      return at === undefined ? [] : [at - sentAt];
    });
    return {
      votes: this.#ballots.length,
      unacknowledged: this.#ballots.length - acked.length,
      refused: this.#refused,
      unseen: this.watchers.length === 0 ? 0 : acked.length - seen.length - this.#refused,
      acks: acked.map(({ sentAt, ackedAt }) => ackedAt - sentAt),
      seen,
    };
  }

  close(): void {
    for (const wire of [...this.watchers, ...this.voters]) wire.close();
  }

  /** All watchers drop their lines and return at once; resolves when the last one is current again. */
  async returnAtOnce(): Promise<void> {
    for (const wire of this.watchers) wire.close();
    await Promise.all(
      this.watchers.map(async (_old, index) => {
        this.watchers[index] = await this.#enter(undefined, (version) => this.#follow(index, version));
      }),
    );
  }
}
