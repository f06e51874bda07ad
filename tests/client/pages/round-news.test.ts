// What becomes of a board's rounds while its page is open.
import { expect, test } from 'vitest';
import { RoundWatch } from '../../../client/pages/round-news.ts';
import type { Board, RoundStage } from '../../../shared/board/board.ts';
import { sampleBoard, sampleRound } from '../../browser/ballot/sample-board.ts';

const none: Board = { ...sampleBoard(), rounds: [] };
const at = (state: RoundStage, id = 'r1', before: Board = none): Board => ({
  ...before,
  rounds: [...before.rounds, sampleRound({ id, state, secrecy: 'named' })],
});
const kinds = (...boards: readonly Board[]) => {
  const watch = new RoundWatch();
  return boards.map((board) => watch.look(board)?.kind);
};

test('nothing is news at the first look, however much came before it', () => {
  expect(kinds(none)).toEqual([undefined]);
  expect(kinds(at('open'))).toEqual([undefined]);
  expect(kinds(at('revealed'))).toEqual([undefined]);
});

test('opening, closing and revealing are news, each once', () => {
  expect(kinds(none, at('open'), at('open'), at('closed'), at('closed'), at('revealed'), at('revealed'))).toEqual([
    undefined,
    'opened',
    undefined,
    'closed',
    undefined,
    'revealed',
    undefined,
  ]);
});

test('a page that was away hears only how the round stands now', () => {
  expect(kinds(at('open'), at('revealed'))).toEqual([undefined, 'revealed']);
  expect(kinds(at('revealed'), at('closed', 'r2', at('revealed')))).toEqual([undefined, 'closed']);
});

test('news names the round, its secrecy and its place on the board', () => {
  const watch = new RoundWatch();
  watch.look(at('revealed'));
  expect(watch.look(at('open', 'r2', at('revealed')))).toEqual({
    kind: 'opened',
    round: 'r2',
    secrecy: 'named',
    number: 2,
  });
});

test('another board begins anew', () => {
  const watch = new RoundWatch();
  watch.look(at('open'));
  watch.forget();
  expect(watch.look(at('revealed'))).toBeUndefined();
});
