// The closed list of refusals: code → HTTP status and a sentence for people in each language.
// A test walks the list: every code has its sentences and is produced by at least one test.

export type Language = 'en' | 'fr';
export const LANGUAGES = ['en', 'fr'] as const;

interface Reason {
  readonly status: number;
  readonly en: string;
  readonly fr: string;
}

export const REJECTIONS = {
  invalid: {
    status: 400,
    en: 'Something in this is not right: {field}.',
    fr: 'Quelque chose ne va pas ici : {field}.',
  },
  'bad-key': {
    status: 401,
    en: 'This link or key does not open this board. Ask for a new link.',
    fr: 'Ce lien ou cette clé n’ouvre pas ce tableau. Demandez un nouveau lien.',
  },
  'not-allowed': {
    status: 403,
    en: 'Your role on this board does not allow that.',
    fr: 'Votre rôle sur ce tableau ne le permet pas.',
  },
  'not-revealed': {
    status: 403,
    en: 'This round has not been revealed yet.',
    fr: 'Ce tour n’a pas encore été révélé.',
  },
  locked: {
    status: 403,
    en: 'The facilitator has locked the options and criteria.',
    fr: 'Les options et les critères ont été verrouillés par l’animation.',
  },
  'not-found': { status: 404, en: 'This is not on the board: {field}.', fr: 'Introuvable sur ce tableau : {field}.' },
  exists: { status: 409, en: 'This is there already: {field}.', fr: 'Cela existe déjà : {field}.' },
  'round-open': { status: 409, en: 'A round is open. Close it first.', fr: 'Un tour est en cours. Fermez-le d’abord.' },
  'round-not-open': {
    status: 409,
    en: 'This round is not in the state that this needs. A score that came after the close is not counted.',
    fr: 'Ce tour n’est pas dans l’état voulu. Une note arrivée après la fermeture n’est pas comptée.',
  },
  ended: { status: 410, en: 'This board has ended for you.', fr: 'Ce tableau est terminé pour vous.' },
  'too-large': { status: 413, en: 'This is too large to be sent.', fr: 'Cet envoi est trop volumineux.' },
  'too-many': {
    status: 409,
    en: 'There is no room for more: {field}.',
    fr: 'Il n’y a plus de place pour en ajouter : {field}.',
  },
  'too-few': {
    status: 409,
    en: 'Too few ballots: an anonymous round is revealed from three ballots on.',
    fr: 'Trop peu de bulletins : un tour anonyme se révèle à partir de trois bulletins.',
  },
  'too-fast': {
    status: 429,
    en: 'That was too fast. Wait a moment and try again.',
    fr: 'C’était trop rapide. Attendez un instant, puis réessayez.',
  },
  version: {
    status: 426,
    en: 'This page is from another version of Palabre. Please reload it.',
    fr: 'Cette page vient d’une autre version de Palabre. Rechargez-la.',
  },
  'try-again': {
    status: 503,
    en: 'That could not be saved. Please try again.',
    fr: 'L’enregistrement n’a pas abouti. Réessayez.',
  },
  internal: {
    status: 500,
    en: 'Something broke on our side. Nothing was changed.',
    fr: 'Un incident de notre côté. Rien n’a été modifié.',
  },
} as const satisfies Record<string, Reason>;

export type RejectionCode = keyof typeof REJECTIONS;

/** A refusal as it moves inside: the sentence is added at the door, in the reader's language. `retryAfter` in ms. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly field?: string;
  readonly retryAfter?: number;
}

/** A refusal as it leaves the server. */
export interface WireError extends Rejection {
  readonly message: string;
}

/** Adds the sentence for people. Without a field the placeholder and what leads to it fall away. */
export function toWireError(rejection: Rejection, language: Language): WireError {
  const template: string = REJECTIONS[rejection.code][language];
  const message =
    rejection.field === undefined
      ? template.replace(/\s*[:：]\s*\{field\}/u, '')
      : template.replace('{field}', () => rejection.field ?? '');
  return { ...rejection, message };
}
