// French of the card for who comes late.
import { str } from '@lit/localize';

export const door = {
  'door.phase': 'Où nous en sommes',
  'door.in': 'Vous êtes dans la réunion',
  'door.under-way': 'La réunion a commencé',
  'door.since': str`Depuis votre dernière visite, ${0}`,
  'door.stands': str`${0} : la proposition tient`,
  'door.stands-not': str`${0} : la proposition ne tient pas`,
  'door.left': str`encore ${0}`,
  'door.done-of': str`${0} sur ${1} ont terminé`,
  'door.notes-one': str`${0} nouvelle remarque`,
  'door.notes-more': str`${0} nouvelles remarques`,
  'door.vote-now': 'Voter maintenant',
  'door.look-results': 'Voir les résultats',
  'door.understood': 'Compris',
  'door.decision': 'Décision',
  'door.result': 'Dernier résultat',
  'door.notes': 'Remarques',
  'door.open': 'Ouvert maintenant',
};
