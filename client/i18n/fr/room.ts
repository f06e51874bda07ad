// The French of running a meeting: hands and wishes, the lock, the next step.
import { str } from '@lit/localize';

export const room = {
  'room.more-one': str`${0} personne voudrait plus de temps`,
  'room.more-other': str`${0} personnes voudraient plus de temps`,
  'room.lock': 'Options et critères verrouillés',
  'room.raise': 'Lever la main',
  'room.lower-hand': 'Baisser la main',
  'room.ready': 'C’est bon pour moi',
  'room.ready-of': str`Prêts : ${0} sur ${1}`,
  'room.hands-one': str`${0} main levée`,
  'room.hands-other': str`${0} mains levées`,
  'room.hands-counted': 'Dans une salle de cette taille, on n’en connaît que le nombre.',
  'room.open-discussion': 'Ouvrir la discussion',
  'room.close-round': 'Fermer le tour',
  'room.download-record': 'Télécharger le relevé',
  'palette.lock': 'Verrouiller options et critères',
  'palette.unlock': 'Déverrouiller options et critères',
};
