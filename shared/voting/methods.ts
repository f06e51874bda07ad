// The voting methods there are, by name.
import { approval } from './approval.ts';
import type { MethodName } from './ballots.ts';
import { consent } from './consent.ts';
import { dots } from './dots.ts';
import type { Method } from './method.ts';
import { ranking } from './ranking.ts';
import { score } from './score.ts';
import { weights } from './weights.ts';

export const METHODS_BY_NAME: Readonly<Record<MethodName, Method>> = {
  score,
  weights,
  dots,
  approval,
  ranking,
  consent,
};

export const methodOf = (name: MethodName): Method => METHODS_BY_NAME[name];
