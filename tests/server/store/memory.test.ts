// The store in memory keeps the contract.
import { describe } from 'vitest';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { storeContract } from './contract.ts';

describe('the store in memory', () => {
  storeContract({
    open: async () => createMemoryStore(),
    end: (store) => store.close(),
  });
});
