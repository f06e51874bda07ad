// The words for who sees what in a round and when: no more is promised here than the server keeps.
import { msg, str } from '@lit/localize';
import type { Round } from '../../../shared/board/board.ts';
import type { Secrecy } from '../../../shared/voting/method.ts';

type Words = Readonly<Record<Secrecy, () => string>>;

const NAMES: Words = {
  live: () => msg('Live', { id: 'rounds.secrecy.live' }),
  named: () => msg('Named', { id: 'rounds.secrecy.named' }),
  anonymous: () => msg('Anonymous', { id: 'rounds.secrecy.anonymous' }),
};
export const secrecyName = (secrecy: Secrecy): string => NAMES[secrecy]();

const IN_SHORT: Words = {
  live: () => msg('totals move as we vote', { id: 'rounds.short.live' }),
  named: () => msg('hidden until the reveal, then with names', { id: 'rounds.short.named' }),
  anonymous: () => msg('anonymous until and after the reveal', { id: 'rounds.short.anonymous' }),
};
/** A few words for a line that has no room for a sentence. */
export const secrecyInShort = (secrecy: Secrecy): string => IN_SHORT[secrecy]();

const MEANINGS: Words = {
  live: () =>
    msg('Totals move for all to see while people vote; names are never shown, but totals can give a vote away.', {
      id: 'rounds.meaning.live',
    }),
  named: () =>
    msg('Hidden until the reveal, then everybody sees every ballot with its name.', { id: 'rounds.meaning.named' }),
  anonymous: () =>
    msg('Hidden until the reveal, and never with names; needs at least three ballots.', {
      id: 'rounds.meaning.anonymous',
    }),
};
/** One sentence for whoever chooses a secrecy. */
export const secrecyMeaning = (secrecy: Secrecy): string => MEANINGS[secrecy]();

type Seen = Pick<Round, 'secrecy' | 'publish'>;

const WHO_SEES: Words = {
  live: () =>
    msg('Live round: everybody sees the totals move and who is done, never a ballot with its name.', {
      id: 'rounds.who.live',
    }),
  named: () =>
    msg('Named round: until the reveal nobody sees your ballot; after it, everybody sees it with your name.', {
      id: 'rounds.who.named',
    }),
  anonymous: () =>
    msg(
      'Anonymous round: until the reveal everybody sees only how many have voted; after it only the totals, never your name.',
      { id: 'rounds.who.anonymous' },
    ),
};

const WHO_SEES_BALLOTS: Words = {
  live: () =>
    msg(
      'Live round: everybody sees the totals move and who is done; after the reveal also every whole ballot, without its name.',
      { id: 'rounds.who.live-ballots' },
    ),
  named: WHO_SEES.named,
  anonymous: () =>
    msg(
      'Anonymous round: until the reveal everybody sees only how many have voted; after it the totals and every whole ballot, without its name.',
      { id: 'rounds.who.anonymous-ballots' },
    ),
};

/** The first of the two sentences of a round: who will see what, and when. */
export const whoSees = ({ secrecy, publish }: Seen): string =>
  (publish === 'ballots' ? WHO_SEES_BALLOTS : WHO_SEES)[secrecy]();

const givesAway = (): string =>
  msg(
    'In a small group the moving totals can give your vote away: others may see what changed when you voted, then and later in the history.',
    {
      id: 'rounds.honest.totals',
    },
  );
const linkDestroyed = (): string =>
  msg('When the round closes, the link between you and your ballot is destroyed, on the server’s disk too.', {
    id: 'rounds.honest.link',
  });
const wholeBallots = (): string =>
  msg('Whole ballots are published: somebody who knows a few of your scores may recognise yours.', {
    id: 'rounds.honest.ballots',
  });
const receipt = (): string =>
  msg(
    'You get a receipt, a short code by which you can see that your ballot is counted. You could also show it to somebody, so it does not protect you from pressure.',
    { id: 'rounds.honest.receipt' },
  );
const notFrom = (): string =>
  msg(
    'It does not protect from whoever runs the server or copies its disk while the round is open, nor from all the other voters together.',
    { id: 'rounds.honest.not-from' },
  );
const namedDetails = (): string[] => [
  msg('While the round is open, everybody sees who is done and nobody sees what they chose.', {
    id: 'rounds.honest.named-open',
  }),
  msg('Whoever runs the server or copies its disk can read ballots before the reveal.', {
    id: 'rounds.honest.named-server',
  }),
];

const recorded = (): string =>
  msg('Somebody in the room without a device may have their ballot recorded by the facilitator, who then sees it.', {
    id: 'rounds.honest.recorded',
  });

/** What the first sentence leaves out: what the secrecy protects from, and what it does not. */
export function secrecyDetails({ secrecy, publish }: Seen): string[] {
  if (secrecy === 'named') return [...namedDetails(), recorded()];
  const first =
    secrecy === 'live'
      ? [givesAway(), linkDestroyed()]
      : [linkDestroyed(), msg('With fewer than three ballots nothing is revealed.', { id: 'rounds.honest.three' })];
  return [...first, ...(publish === 'ballots' ? [wholeBallots()] : []), receipt(), notFrom(), recorded()];
}

/** "Round 2", by its place on the board, from 1. */
export const roundTitle = (number: number): string => msg(str`Round ${number}`, { id: 'rounds.title' });
