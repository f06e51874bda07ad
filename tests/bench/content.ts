// What a measured board begins with.
import type { NewBoardContent } from '../../server/boards/boards.ts';

export const makeContent = (): NewBoardContent => ({
  title: 'Which framework?',
  question: '',
  language: 'en',
  options: Array.from({ length: 9 }, (_, index) => ({ id: `o${index}`, name: `Option ${index}`, facts: [] })),
  criteria: Array.from({ length: 8 }, (_, index) => ({ id: `c${index}`, name: `Criterion ${index}`, weight: 50 })),
  notes: [],
});
