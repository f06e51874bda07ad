// Many simulated voters who cast at a steady pace, and what their ballots must come to.
import type { MadeBoard } from './boards.ts';
import { SimulatedVoter } from './simulated-voter.ts';

export type Counts = Record<string, Record<string, number[]>>;

/** What one voter casts, in order; no cell twice. */
export interface Cast {
  readonly option: string;
  readonly criterion: string;
  readonly score: number;
}

interface Grid {
  readonly options: readonly string[];
  readonly criteria: readonly string[];
}

/** A plan for a voter: other cells than the neighbours', the same in every run. */
export function planOf({ options, criteria }: Grid, voter: number, casts: number): readonly Cast[] {
  const cells = options.length * criteria.length;
  return Array.from({ length: Math.min(casts, cells) }, (_, at) => {
    const cell = (voter * 31 + at * 7) % cells;
    return {
      option: options[Math.floor(cell / criteria.length)] ?? '',
      criterion: criteria[cell % criteria.length] ?? '',
      score: (voter + at) % 6,
    };
  });
}

export function countUp({ options, criteria }: Grid, casts: readonly Cast[]): Counts {
  const empty = () => Object.fromEntries(criteria.map((criterion) => [criterion, [0, 0, 0, 0, 0, 0, 0]]));
  const counts: Counts = Object.fromEntries(options.map((option) => [option, empty()]));
  for (const { option, criterion, score } of casts) {
    const cell = counts[option]?.[criterion];
    if (cell !== undefined) cell[score] = (cell[score] ?? 0) + 1;
  }
  return counts;
}

export class Crowd {
  private readonly voters: readonly SimulatedVoter[];

  private constructor(voters: readonly SimulatedVoter[]) {
    this.voters = voters;
  }

  static async gather(board: MadeBoard, size: number): Promise<Crowd> {
    const names = Array.from({ length: size }, (_, at) => `Voter ${at + 1}`);
    return new Crowd(await Promise.all(names.map((name) => SimulatedVoter.join(board, name))));
  }

  /** Each voter casts one score every `everyMs`, not all at the same moment; resolves when all are acknowledged. */
  async cast(round: string, plans: readonly (readonly Cast[])[], everyMs: number): Promise<void> {
    await Promise.all(this.voters.map((voter, at) => this.castOne(voter, round, plans[at] ?? [], everyMs, at)));
  }

  leave(): void {
    for (const voter of this.voters) voter.leave();
  }

  private castOne(voter: SimulatedVoter, round: string, plan: readonly Cast[], everyMs: number, at: number) {
    return new Promise<void>((resolve, reject) => {
      const answers: Promise<unknown>[] = [];
      const left = [...plan];
      const next = (): void => {
        const cast = left.shift();
        if (cast === undefined) {
          clearInterval(pace);
          Promise.all(answers).then(() => resolve(), reject);
          return;
        }
        const cells = { [cast.option]: { [cast.criterion]: cast.score } };
        answers.push(voter.do({ type: 'ballot.cast', round, ballot: { cells } }));
      };
      const pace = setInterval(next, everyMs + (at % 7));
    });
  }
}
