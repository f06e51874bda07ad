import { afterEach, describe, expect, test } from 'vitest';
import { createRateLimits, defaultRates } from '../../../server/limits.ts';
import { preferredLanguage } from '../../../server/realtime/language.ts';
import { type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
afterEach(() => door.close());

const from = (origin: string) => ({ extraHeaders: { origin } });

describe('the handshake', () => {
  test('version 1, and none, are let in by websocket and by polling', async () => {
    door = await openDoor();
    for (const transports of [['websocket'], ['polling']]) {
      for (const auth of [{}, { version: 1 }]) await door.client({ transports, auth }).connected();
    }
  });

  test.each([2, 0, '2', null, { version: 1 }])(
    'another version is refused with its error in the data: %j',
    async (version) => {
      door = await openDoor();
      const client = door.client({ auth: { version }, extraHeaders: { 'accept-language': 'fr' } });
      expect((await client.refusal()).data).toMatchObject({
        code: 'version',
        message: expect.stringContaining('Rechargez'),
      });
    },
  );

  test('a page of a foreign origin is refused', async () => {
    door = await openDoor();
    const { data } = await door.client(from('https://evil.example')).refusal();
    expect(data).toMatchObject({ code: 'not-allowed' });
    expect(
      (await door.client({ ...from('https://evil.example'), transports: ['polling'] }).refusal()).data,
    ).toBeDefined();
  });

  test('pages of its own, of the public address and of CORS_ORIGINS are let in', async () => {
    door = await openDoor({
      config: { publicUrl: 'https://palabre.example', corsOrigins: ['https://friend.example'] },
    });
    for (const origin of [door.url, 'https://palabre.example', 'https://friend.example']) {
      await door.client(from(origin)).connected();
    }
  });

  test('a page of EMBED_ORIGINS may watch and nothing else', async () => {
    door = await openDoor({ config: { embedOrigins: ['https://blog.example'] } });
    const { id, keys } = await door.newBoard();
    const embedded = door.client(from('https://blog.example'));
    expect(await embedded.join({ board: id, key: keys.voter, member: claim('bo') })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', field: 'member' },
    });
    expect(await embedded.join({ board: id, key: keys.watcher })).toMatchObject({ ok: true, you: { role: 'watcher' } });
    expect(await embedded.ask('board:do', { id: 'c1', type: 'board.edit', title: 'x' })).toMatchObject({
      error: { code: 'not-allowed' },
    });
  });

  test('connections of one address that come too fast are refused, with when to come back', async () => {
    const limits = createRateLimits({ ...defaultRates(), connection: { count: 1, seconds: 60 } }, () => Date.now());
    door = await openDoor({ limits });
    await door.client().connected();
    expect((await door.client().refusal()).data).toMatchObject({ code: 'too-fast', retryAfter: expect.any(Number) });
  });
});

describe('the language of refusals', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['en;q=0.5, fr;q=0.9', 'fr'],
    ['de, fr;q=0.1', 'fr'],
    ['de', 'en'],
    ['fr;q=0', 'en'],
    ['fr;q=nonsense', 'en'],
  ])('%s → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  test('a join says which, and it is kept', async () => {
    door = await openDoor();
    const { id, keys } = await door.newBoard();
    const client = door.client({ extraHeaders: { 'accept-language': 'en' } });
    expect(await client.join({ board: 'nowhere', language: 'fr' })).toMatchObject({
      error: { code: 'not-found', message: expect.stringContaining('Introuvable') },
    });
    await client.join({ board: id, key: keys.voter, member: claim('bo'), language: 'fr' });
    expect(await client.ask('board:do', { id: 'c1', type: 'board.edit', title: 'x' })).toMatchObject({
      error: { code: 'not-allowed', message: expect.stringContaining('rôle') },
    });
  });
});
