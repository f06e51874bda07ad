// The embedded store keeps the contract, across closing and opening again too.
import { afterAll, describe } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { CONTRACT_BOARDS, type StoreSubject, storeContract } from './contract.ts';
import { recordContract } from './record-contract.ts';
import { newDirectory, removeDirectory } from './store-directory.ts';

const directory = newDirectory();
let open: Promise<Store> | undefined;

afterAll(async () => {
  await (await open)?.close();
  removeDirectory(directory);
});

const subject: StoreSubject = {
  // One for all tests, because starting a thread from source takes a third of a second; an erased board is as new.
  open: () => (open ??= openSqliteStore({ directory })),
  reopen: async (store) => {
    await store.close();
    return (open = openSqliteStore({ directory }));
  },
  end: async (store) => {
    for (const board of CONTRACT_BOARDS) await store.erase(board);
  },
};

describe('the embedded store', () => {
  storeContract(subject);
});
describe('the records in the embedded store', () => {
  recordContract(subject);
});
