// Which pictures a board's round can give, and what stands in them.
import { msg, str } from '@lit/localize';
import type { Board, Progress, Round } from '../../../shared/board/board.ts';
import type { Result } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { formatDate, formatNumber, formatShare } from '../../i18n/format.ts';
import { fingerprint } from '../matrix/foot-bar.ts';
import { meanText } from '../matrix/distribution-words.ts';
import { distributionOf } from '../matrix/distribution.ts';
import { barRows } from '../results/bar-rows.ts';
import { consentWords, fingerBars } from '../results/consent-words.ts';
import { nameOf } from '../results/named.ts';
import type { Bar } from '../results/ranked-bars.ts';
import { splits } from '../results/split-cells.ts';
import { unitWords } from '../results/value-words.ts';
import { verdictWords } from '../results/verdict-words.ts';
import { sharesOf } from '../results/what-if.ts';
import { methodName, ruleName } from '../rounds/counting-words.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { type GridCell, type GridLine, type PictureBar, barsChart, gridChart } from './charts.ts';
import { type Chart, type Picture, type PictureWords, framed } from './frame.ts';
import type { Pen } from './pen.ts';
import { MOST_BARS, summaryPicture } from './summary.ts';

export const PICTURE_KINDS = ['summary', 'results', 'matrix', 'weights', 'duels'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** A round whose numbers are public, with what is known of them. */
export interface Pictured {
  readonly board: Board;
  readonly round: Round;
  readonly result: Result;
  readonly tally: Tally;
  readonly progress: Progress | undefined;
}

const BARS = { width: 880, row: 40, size: 17 };

const KIND_WORDS: Readonly<Record<PictureKind, () => string>> = {
  summary: () => msg('Summary for a chat', { id: 'pictures.summary' }),
  results: () => msg('Result', { id: 'pictures.results' }),
  matrix: () => msg('Matrix of means', { id: 'pictures.matrix' }),
  weights: () => msg('Weights and what would tip', { id: 'pictures.weights' }),
  duels: () => msg('Head to head', { id: 'pictures.duels' }),
};
export const pictureTitle = (kind: PictureKind): string => KIND_WORDS[kind]();

export function availablePictures({ round, result, tally }: Pictured): readonly PictureKind[] {
  return PICTURE_KINDS.filter((kind) => {
    if (kind === 'matrix') return 'cells' in tally;
    if (kind === 'weights') return round.method === 'score' && round.criteria.length > 1;
    return kind !== 'duels' || (result.pairwise !== undefined && result.order.length > 1);
  });
}

const turnout = ({ result, progress }: Pictured): string =>
  msg(
    str`${formatNumber(result.ballots)} of ${formatNumber(Math.max(progress?.eligible ?? 0, result.ballots))} voted`,
    {
      id: 'pictures.turnout',
    },
  );

const counted = ({ round }: Pictured): string => {
  const [method, rule] = [methodName(round.method), ruleName(round.rule, round.method)];
  return method === rule ? method : `${method}, ${rule}`;
};

const moment = ({ round }: Pictured): string => formatDate(round.revealedAt ?? round.closedAt ?? round.openedAt);

const inRound = (pictured: Pictured): string => {
  const { board, round } = pictured;
  const title = roundTitle(board.rounds.findIndex(({ id }) => id === round.id) + 1);
  const moving = round.state === 'open' ? ` (${msg('live: still moving', { id: 'compare.live' })})` : '';
  return [`${title}${moving}`, counted(pictured), turnout(pictured)].join(' · ');
};

const footOf = (pictured: Pictured): string => {
  const { ballotsHash } = pictured.round;
  const hash =
    ballotsHash === undefined ? [] : [msg(str`fingerprint ${fingerprint(ballotsHash)}`, { id: 'matrix.fingerprint' })];
  return [moment(pictured), ...hash].join(' · ');
};

const verdict = ({ board, round, result, tally }: Pictured): string =>
  'fingers' in tally ? consentWords(result, tally.fingers, round.threshold) : verdictWords(board, result);

const barsOf = ({ board, round, result, tally }: Pictured): readonly Bar[] =>
  'fingers' in tally ? fingerBars(tally.fingers) : barRows(board, round, result, undefined);

const drawn = ({ name, index, rank, share, text, out }: Bar): PictureBar => ({
  name,
  index,
  rank: out !== undefined ? '–' : rank > 0 ? formatNumber(rank) : '',
  share,
  text,
  ...(out !== undefined && { remark: out, faded: true }),
});

/** "Flask 87, Django 84": what the bars say, for who hears the picture. */
const listed = (bars: readonly Bar[]): string => bars.map(({ name, text }) => `${name} ${text}`).join(', ');

function words(pictured: Pictured, kind: PictureKind, told: string, said = ''): PictureWords {
  const title = pictureTitle(kind);
  return {
    title: pictured.board.title,
    subtitle: kind === 'results' ? inRound(pictured) : `${title} · ${inRound(pictured)}`,
    said,
    foot: footOf(pictured),
    told: `${title}. ${said} ${told}`,
  };
}

function summary(pen: Pen, pictured: Pictured): Picture {
  const { board } = pictured;
  const bars = barsOf(pictured);
  const said = verdict(pictured);
  return summaryPicture(pen, {
    title: board.title,
    question: board.question,
    said,
    bars: bars.slice(0, 'fingers' in pictured.tally ? MOST_BARS + 1 : MOST_BARS).map(drawn),
    facts: [turnout(pictured), counted(pictured)].join(' · '),
    foot: footOf(pictured),
    told: `${said} ${listed(bars)}.`,
  });
}

function results(pen: Pen, pictured: Pictured): Picture {
  const bars = barsOf(pictured);
  const unit = 'fingers' in pictured.tally ? '' : `${unitWords(pictured.result)}: `;
  return framed(
    pen,
    words(pictured, 'results', `${unit}${listed(bars)}.`, verdict(pictured)),
    barsChart(pen, bars.map(drawn), BARS),
  );
}

const lineOf = (board: Board, id: string): GridLine => {
  const index = board.options.findIndex((option) => option.id === id);
  return { name: nameOf(board, id), index: index < 0 ? undefined : index };
};

function matrix(pen: Pen, pictured: Pictured): Picture {
  const { board, round, result, tally } = pictured;
  const cells = 'cells' in tally ? tally.cells : {};
  const options = result.order.length > 0 ? result.order : round.options;
  const criteria = round.criteria.map(({ id }) => id);
  const divided = new Set(splits(result.divided ?? []).map(({ option, criterion }) => `${option}/${criterion}`));
  const meanAt = (option = '', criterion = ''): number | null => {
    const counts = cells[option]?.[criterion];
    return counts === undefined ? null : distributionOf(counts).mean;
  };
  const cellAt = (row: number, column: number): GridCell | undefined => {
    const [option, criterion] = [options[row], criteria[column]];
    const mean = meanAt(option, criterion);
    return mean === null
      ? undefined
      : { text: meanText(mean), strength: mean / 5, marked: divided.has(`${option}/${criterion}`) };
  };
  const told = options
    .map((option) => {
      const means = criteria.map((criterion) => {
        const mean = meanAt(option, criterion);
        return `${nameOf(board, criterion)} ${mean === null ? '–' : meanText(mean)}`;
      });
      return `${nameOf(board, option)}: ${means.join(', ')}.`;
    })
    .join(' ');
  const said =
    divided.size === 0
      ? msg('Means of the scores, 0 to 5.', { id: 'pictures.means' })
      : msg('Means of the scores, 0 to 5. Framed: the team is divided.', { id: 'pictures.means-divided' });
  const chart = gridChart(
    pen,
    options.map((id) => lineOf(board, id)),
    criteria.map((id) => lineOf(board, id)),
    cellAt,
  );
  return framed(pen, words(pictured, 'matrix', told, said), chart);
}

function weights(pen: Pen, pictured: Pictured): Picture {
  const { board, round, result } = pictured;
  const tips = new Map((result.fragility ?? []).map((tip) => [tip.criterion, tip.tipsAt]));
  const shares = [...sharesOf(round)].toSorted(([, a], [, b]) => b - a);
  const most = Math.max(0.01, ...shares.map(([id, share]) => Math.max(share, tips.get(id)?.weight ?? 0)));
  const bars = shares.map(([id, share]): PictureBar => {
    const tip = tips.get(id) ?? undefined;
    return {
      name: nameOf(board, id),
      index: undefined,
      rank: '',
      share: share / most,
      text: formatShare(share),
      ...(tip !== undefined && {
        mark: tip.weight / most,
        remark: msg(str`${formatShare(tip.weight)}: ${nameOf(board, tip.to)} leads`, { id: 'pictures.tips' }),
      }),
    };
  });
  const tipping = [...tips.values()].some((tip) => tip !== null);
  const said = tipping
    ? msg('Dashed: the share at which another option would lead.', { id: 'pictures.tips-dashed' })
    : msg('No change of a single weight changes who leads.', { id: 'results.never-tips' });
  const told = `${bars.map(({ name, text, remark }) => [name, text, remark].filter(Boolean).join(' ')).join('; ')}.`;
  return framed(pen, words(pictured, 'weights', told, said), barsChart(pen, bars, BARS));
}

function duels(pen: Pen, pictured: Pictured): Picture {
  const { board, result } = pictured;
  const { order, pairwise = {} } = result;
  const cellAt = (row: number, column: number): GridCell | undefined => {
    const [a = '', b = ''] = [order[row], order[column]];
    if (a === b) return undefined;
    const [wins, losses] = [pairwise[a]?.[b] ?? 0, pairwise[b]?.[a] ?? 0];
    const text = `${formatNumber(wins)}–${formatNumber(losses)}`;
    return { text, strength: wins > losses ? 0.4 + (0.6 * (wins - losses)) / Math.max(1, wins + losses) : 0 };
  };
  const lines = order.map((id) => lineOf(board, id));
  const told = order
    .map((a, row) => {
      const against = order.flatMap((b, column) => {
        const cell = cellAt(row, column);
        return cell === undefined ? [] : [`${nameOf(board, b)} ${cell.text}`];
      });
      return `${nameOf(board, a)}: ${against.join(', ')}.`;
    })
    .join(' ');
  const said = msg('How many prefer the row to the column; tinted where the row wins.', { id: 'pictures.duels-said' });
  const chart: Chart = gridChart(pen, lines, lines, cellAt);
  return framed(pen, words(pictured, 'duels', told, said), chart);
}

const DRAW: Readonly<Record<PictureKind, (pen: Pen, pictured: Pictured) => Picture>> = {
  summary,
  results,
  matrix,
  weights,
  duels,
};

export const pictureOf = (kind: PictureKind, pen: Pen, pictured: Pictured): Picture => DRAW[kind](pen, pictured);
