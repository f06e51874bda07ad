// Making a board: its id, keys and code are drawn, and its first event says what it began with.
import type { BoardCreated } from '../../shared/board/events.ts';
import { boardIdSchema, codeFromBytes, readCode, showCode } from '../../shared/ids.ts';
import { parseWith } from '../../shared/board/parse.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import { KEY_BYTES, accessOf, keysFrom } from '../access/keys.ts';
import { beginningWith } from '../record/record-document.ts';
import type { Store } from '../store/store.ts';
import type { CreatedBoard, NewBoardContent, Surroundings } from './boards.ts';

const CODE_BYTES = 8;
const ID_BYTES = 9;

/** Twelve characters; base64url may begin with a dash and an id may not. */
function drawId({ randomBytes }: Surroundings): string {
  for (;;) {
    const id = Buffer.from(randomBytes(ID_BYTES)).toString('base64url');
    if (/^[A-Za-z0-9]/.test(id) && readCode(id) === undefined) return id;
  }
}

/** `exists` for an id that is there, `invalid` for one that could be read as a code, `too-many` for too long a record. */
export async function createBoard(
  store: Store,
  surroundings: Surroundings,
  wanted: string | undefined,
  { record: texts = {}, ...content }: NewBoardContent,
): Promise<Result<CreatedBoard>> {
  const checked = wanted === undefined ? ok(drawId(surroundings)) : parseWith(boardIdSchema, wanted);
  if (!checked.ok) return reject('invalid', 'id');
  const id = checked.value;
  const record = beginningWith(texts);
  if (!record.ok) return record;
  const keys = keysFrom(surroundings.randomBytes(KEY_BYTES));
  for (;;) {
    const symbols = codeFromBytes(surroundings.randomBytes(CODE_BYTES));
    const code = showCode(symbols);
    const began: BoardCreated = { phase: 'frame', entry: 'voter', ...content, type: 'board.created', id, code };
    const events = [{ ...began, revision: 1, at: isoTime(surroundings.now()) }];
    const outcome = await store.create({
      board: id,
      code: symbols,
      access: accessOf(keys),
      events,
      ...(record.value !== undefined && { record: record.value }),
    });
    if (outcome === 'exists') return reject('exists', 'id');
    if (outcome === 'created') return ok({ id, code, keys });
  }
}
