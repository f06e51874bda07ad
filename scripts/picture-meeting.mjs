// The meeting that the pictures of the README show: who is there, what they write, how they score.
import { randomBytes } from 'node:crypto';
import { io } from 'socket.io-client';

export const VOTERS = [
  'Amina Diallo',
  'Bastien Roux',
  'Chloé Martin',
  'David Okafor',
  'Élise Fabre',
  'Farid Haddad',
  'Grace Lee',
  'Hugo Petit',
  'Inès Moreau',
  'Jonas Weber',
  'Léa Dubois',
  'Sam Brooks',
];

/** What most people think of each option, criterion by criterion in the board's order. */
const COMMON = {
  flask: [5, 4, 4, 5, 2, 2, 3, 4],
  django: [3, 1, 5, 2, 5, 3, 3, 5],
  bottle: [5, 5, 2, 4, 1, 1, 3, 3],
  web2py: [3, 2, 1, 2, 3, 1, 2, 1],
  cherrypy: [3, 3, 2, 3, 2, 2, 3, 3],
  pyramid: [2, 3, 2, 5, 3, 2, 3, 2],
  twisted: [0, 2, 3, 4, 2, 5, 4, 3],
  tornado: [2, 3, 3, 4, 2, 5, 4, 3],
  webpy: [4, 5, 1, 3, 1, 1, 2, 1],
};
/** Cells on which there are two camps. */
const DIVIDED = new Set(['flask 4', 'django 3', 'twisted 0', 'flask 5']);

/** The score of a voter: near what most think, a little off by person, the same in every run. */
export function scoreOf(option, column, voter) {
  const common = COMMON[option]?.[column] ?? 3;
  if (DIVIDED.has(`${option} ${column}`))
    return voter % 2 === 0 ? 4 + (voter % 4 === 0 ? 1 : 0) : voter % 3 === 0 ? 0 : 1;
  const spread = (voter * 7 + column * 5 + option.length * 3) % 8;
  const off = spread === 0 ? -1 : spread === 1 ? 1 : spread === 2 && voter % 3 === 0 ? -2 : 0;
  return Math.max(0, Math.min(5, common + off));
}

/** `[who, kind, words, supporters, answer]` on Pyramid and the ecosystem. */
export const NOTES = {
  en: [
    [0, 'pro', 'You stay in control: routing, templating and storage are all yours to pick.', 5],
    [
      5,
      'con',
      'Far fewer ready parts than Django, and half of the add-ons have not moved in years.',
      8,
      'True for auth. Not for SQLAlchemy.',
    ],
    [6, 'question', 'Do we count onboarding time, or only what it takes to ship the first service?', 3],
    [
      11,
      'evidence',
      'Release dates of the last three years are on [its changelog](https://docs.pylonsproject.org/).',
      1,
    ],
  ],
  fr: [
    [0, 'pro', 'On garde la main : routage, gabarits et stockage restent au choix.', 5],
    [
      5,
      'con',
      'Bien moins de briques prêtes que Django, et la moitié des extensions n’a pas bougé depuis des années.',
      8,
    ],
  ],
};

const newId = () => `p${randomBytes(8).toString('hex')}`;

export class Participant {
  constructor(base, board, key, name) {
    this.member = newId();
    this.socket = io(base, { transports: ['websocket'], forceNew: true });
    this.joined = this.ask('board:join', {
      board,
      key,
      member: { id: this.member, token: randomBytes(16).toString('hex'), name },
    });
  }

  async ask(question, payload) {
    const reply = await this.socket.timeout(20_000).emitWithAck(question, payload);
    if (!reply.ok) throw new Error(`${question}: ${reply.error.code} ${reply.error.field ?? ''}`);
    return reply;
  }

  do(fields) {
    return this.ask('board:do', { ...fields, id: newId() });
  }

  /** Casts a whole ballot, or its first `share` of the options. */
  cast(round, { options, criteria }, voter, share = 1, done = true) {
    const scored = options.slice(0, Math.ceil(options.length * share));
    const cells = scored.map(({ id }) => [
      id,
      Object.fromEntries(criteria.map((criterion, column) => [criterion.id, scoreOf(id, column, voter)])),
    ]);
    return this.do({ type: 'ballot.cast', round, ballot: { cells: Object.fromEntries(cells) }, done });
  }

  leave() {
    this.socket.disconnect();
  }
}

async function writeNotes(voters, language) {
  const target = { kind: 'cell', option: 'pyramid', criterion: 'ecosystem' };
  for (const [who, kind, text, supporters, answer] of NOTES[language]) {
    const note = newId();
    await voters[who].do({ type: 'note.add', note, target, kind, text });
    for (const voter of voters.filter((_, at) => at !== who).slice(0, supporters)) {
      await voter.do({ type: 'note.support', note, on: true });
    }
    if (answer !== undefined) {
      await voters[1].do({ type: 'note.add', note: newId(), target, kind: 'note', text: answer, parent: note });
    }
  }
}

/** A board in a language with its people on it and their notes written. */
export async function gather(base, language) {
  const response = await fetch(`${base}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ template: 'python-web-frameworks', language }),
  });
  const { id, keys, code } = await response.json();
  const voters = VOTERS.map((name) => new Participant(base, id, keys.voter, name));
  const answers = await Promise.all(voters.map(({ joined }) => joined));
  await writeNotes(voters, language);
  const { options, criteria } = answers[0].snapshot;
  return { id, code, keys, voters, content: { options, criteria } };
}
