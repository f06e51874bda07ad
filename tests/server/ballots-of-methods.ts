// Ballots of every method for a board with options flask and django under the criteria speed and docs.
import type { MethodName } from '../../shared/voting/ballots.ts';

/** A text that can stand nowhere else by chance. */
export const REASON = 'because-of-the-giraffe';

/** Two ballots a method; they say opposite things. */
export const OPPOSITES: Readonly<Record<MethodName, readonly [object, object]>> = {
  score: [
    { cells: { flask: { speed: 5, docs: 'unknown' }, django: { speed: 0, docs: 1 } } },
    { cells: { flask: { speed: 1, docs: 0 }, django: { speed: 4, docs: 5 } } },
  ],
  weights: [{ points: { speed: 83, docs: 17 } }, { points: { speed: 9, docs: 91 } }],
  dots: [{ dots: { flask: 1 } }, { dots: { django: 1 } }],
  approval: [{ approved: ['flask'] }, { approved: ['django'] }],
  ranking: [{ ranking: [['flask'], ['django']] }, { ranking: [['django'], ['flask']] }],
  consent: [{ fingers: 1, reason: REASON }, { fingers: 5 }],
};

export const METHODS_AND_SECRECIES = (Object.keys(OPPOSITES) as MethodName[]).flatMap((method) =>
  (['named', 'anonymous', 'live'] as const).map((secrecy) => [method, secrecy] as const),
);
