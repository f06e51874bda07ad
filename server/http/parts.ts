// What the HTTP door is made from.
import type { BoardLimits } from '../../shared/bounds.ts';
import type { Boards } from '../boards/boards.ts';
import type { Config } from '../config.ts';
import type { RateLimits } from '../limits.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Records } from '../record/records.ts';

export type ServerState = 'starting' | 'ready' | 'draining';

export interface HttpParts {
  readonly boards: Boards;
  readonly records: Records;
  readonly config: Config;
  readonly boardLimits: BoardLimits;
  readonly rates: RateLimits;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly publicUrl: () => string;
  readonly state: () => ServerState;
  /** Where the built page is; undefined serves the calls only. */
  readonly clientDirectory: string | undefined;
}
