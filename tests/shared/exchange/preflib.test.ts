// PrefLib's ranking files.
import { expect, test } from 'vitest';
import { readPreflib } from '../../../shared/exchange/preflib.ts';
import { countElection } from '../../../shared/voting/election.ts';

const MODERN = `# FILE NAME: 00001-00000001.toi
# TITLE: Lunch
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 4
# NUMBER VOTERS: 9
# ALTERNATIVE NAME 1: Soup: hot
# ALTERNATIVE NAME 2: Salad
# ALTERNATIVE NAME 3: Salad
# ALTERNATIVE NAME 4: Bread
5: 1,{2,3}
3: 2, 4 ,1
1: {4}
`;

test('today’s form names alternatives in its header and puts the count before a colon', () => {
  expect(readPreflib(MODERN)).toEqual({
    ok: true,
    value: {
      candidates: ['Soup: hot', 'Salad', 'Salad (3)', 'Bread'],
      ballots: [
        { count: 5, ranking: [['Soup: hot'], ['Salad', 'Salad (3)']] },
        { count: 3, ranking: [['Salad'], ['Bread'], ['Soup: hot']] },
        { count: 1, ranking: [['Bread']] },
      ],
    },
  });
});

test('the form before 2022 begins with a list of candidates', () => {
  const older = '\uFEFF3\r\n1,Ann\r\n2,Bob\r\n3,Cy\r\n7,7,2\r\n4,1,2,3\r\n3,{2,3},1\r\n';
  const answer = readPreflib(older);
  expect(answer.ok && answer.value).toEqual({
    candidates: ['Ann', 'Bob', 'Cy'],
    ballots: [
      { count: 4, ranking: [['Ann'], ['Bob'], ['Cy']] },
      { count: 3, ranking: [['Bob', 'Cy'], ['Ann']] },
    ],
  });
  const count = answer.ok ? countElection(answer.value, 'schulze') : answer;
  expect(count.ok && count.value.winners).toEqual(['Ann']);
});

const field = (text: string): string | undefined => {
  const answer = readPreflib(text);
  return answer.ok ? undefined : answer.error.field;
};

test('a candidate whose name no object keeps is refused with the line, as in an election from JSON', () => {
  expect(field(MODERN.replace('Bread', ' __proto__'))).toBe('line 9, __proto__');
  expect(field('2\n1,Ann\n2,__proto__\n3,3,1\n3,1,2\n')).toBe('line 3, __proto__');
  expect(field(MODERN.replace('Bread', '__proto__ the elder'))).toBeUndefined();
});

test('a line that is no ballot is named, and a file of another kind refused', () => {
  expect(field(MODERN.replace('3: 2, 4 ,1', '3: 2,,1'))).toBe('line 11');
  expect(field(MODERN.replace('3: 2, 4 ,1', '3: 2,9'))).toBe('line 11');
  expect(field(MODERN.replace('3: 2, 4 ,1', 'three: 2'))).toBe('line 11');
  expect(field(MODERN.replace('5: 1,{2,3}', '5: 1,{2,3'))).toBe('line 10');
  expect(field('hello')).toBe('file');
  expect(field('# TITLE: nothing\n1: 1')).toBe('file');
});
