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
  'people.manage': str`Ce que peut faire ${0}`,
  'people.make-facilitator': 'Confier l’animation',
  'people.make-voter': 'Rendre simple votant',
  'people.remove': 'Retirer…',
  'people.remove-about': str`Retirer ${0} ? Son bulletin quitte le tour ouvert ; ses remarques restent.`,
  'people.remove-now': 'Retirer',
  'people.keep': 'Garder',
};
