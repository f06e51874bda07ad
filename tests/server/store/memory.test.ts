// The store in memory keeps the contract.
import { describe } from 'vitest';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { type StoreSubject, storeContract } from './contract.ts';
import { recordContract } from './record-contract.ts';

const subject: StoreSubject = {
  open: async () => createMemoryStore(),
  end: (store) => store.close(),
};

describe('the store in memory', () => {
  storeContract(subject);
});
describe('the records in the store in memory', () => {
  recordContract(subject);
});
