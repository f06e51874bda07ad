// Where the meetings of one file take place: a server of the file's own, and a new room for each test.
import { test } from '@playwright/test';
import { Room } from './room.ts';
import { ServerProcess } from './server-process.ts';

export interface House {
  /** Up from before the first test until after the last. */
  readonly server: ServerProcess;
  /** Everybody has left it when the next test begins; a test whose pages complained fails. */
  readonly room: Room;
}

/** For the top of a file: what it gives can be used inside tests and hooks only. */
export function openHouse(): House {
  let server: ServerProcess | undefined;
  let room: Room | undefined;
  test.beforeAll(async () => {
    server = await ServerProcess.start();
  });
  test.afterAll(() => server?.stop());
  test.beforeEach(({ browser }) => {
    room = new Room(browser);
  });
  test.afterEach(() => room?.leaveWithoutComplaint());
  return {
    get server() {
      if (server === undefined) throw new Error('The server of this file has not started.');
      return server;
    },
    get room() {
      if (room === undefined) throw new Error('No test has begun.');
      return room;
    },
  };
}
