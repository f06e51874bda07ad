// The embedded store keeps the contract, across closing and opening again too.
import { describe } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { storeContract } from './contract.ts';
import { newDirectory, removeDirectory } from './store-directory.ts';

let directory: string;

describe('the embedded store', () => {
  storeContract({
    open: () => openSqliteStore({ directory: (directory = newDirectory()) }),
    reopen: async (store) => {
      await store.close();
      return openSqliteStore({ directory });
    },
    end: async (store) => {
      await store.close();
      removeDirectory(directory);
    },
  });
});
