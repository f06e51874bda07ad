// French of the watched door of a board, from both sides.
import { str } from '@lit/localize';

export const watchedDoor = {
  'door.title': 'À l’entrée',
  'door.count-one': str`${0} personne demande à entrer`,
  'door.count-more': str`${0} personnes demandent à entrer`,
  'door.asks': str`${0} demande à entrer.`,
  'door.let-in': 'Faire entrer',
  'door.let-in-name': str`Faire entrer ${0}`,
  'door.turn-away': 'Refuser…',
  'door.turn-away-name': str`Refuser l’entrée à ${0}…`,
  'door.turn-away-now': 'Refuser l’entrée',
  'door.sure': str`Refuser l’entrée à ${0} ? Cette personne ne pourra plus la demander depuis le même navigateur.`,
  'door.keep': 'Laisser attendre',
  'door.let-all-in': 'Faire entrer tout le monde',
  'door.open-now': 'Les nouveaux entrent désormais directement. Ces personnes ont demandé avant.',
  'door.rest': str`et ${0} de plus`,
  'door.will-let-in': 'L’animation va vous faire entrer',
  'door.one-will-let-in': str`${0} va vous faire entrer`,
  'door.some-will-let-in': str`${0} ou ${1} va vous faire entrer`,
  'door.asked': str`Vous avez demandé à entrer dans « ${0} » sous le nom de ${1}.`,
  'door.keep-open': 'Laissez cette page ouverte : elle change toute seule. En attendant, vous pouvez regarder.',
  'door.watch': 'Regarder en attendant',
};
