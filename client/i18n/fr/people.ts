// French of who is here and how the line stands.
import { str } from '@lit/localize';

export const people = {
  'people.live': 'En direct',
  'people.connecting': 'Connexion…',
  'people.refused': 'Refusé',
  'people.ended': 'Terminé',
  'people.votes': 'vote',
  'people.offline': 'Hors ligne',
  'people.offline-one': str`Hors ligne · ${0} gardé ici`,
  'people.offline-more': str`Hors ligne · ${0} gardés ici`,
  'people.watching-one': str`${0} spectateur`,
  'people.watching-more': str`${0} spectateurs`,
  'people.hand': 'main levée',
  'people.away': 'absent',
  'people.facilitates': 'anime',
  'people.here-one': str`${0} personne présente`,
  'people.here-more': str`${0} personnes présentes`,
  'people.you': 'vous',
  'people.find': 'Chercher un nom',
  'people.writes': 'écrit…',
  'people.looked-at': str`Vu en ce moment par ${0}`,
  'people.guest': 'sans appareil',
  'people.guest-recorded': 'bulletin saisi',
};
