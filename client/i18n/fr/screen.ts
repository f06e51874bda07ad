// The French of the big screen.
import { str } from '@lit/localize';

export const screen = {
  'screen.away': 'Reconnexion…',
  'screen.ballots': str`${0} bulletins`,
  'screen.ballots.one': str`${0} bulletin`,
  'screen.closed': 'Clos. La révélation vient ensuite.',
  'screen.controls': 'Écran',
  'screen.done': str`sur ${0} ont terminé`,
  'screen.fullscreen': 'Plein écran',
  'screen.invalid': 'Sous le quorum : non valable',
  'screen.leave': 'Quitter',
  'screen.page': str`${0} / ${1}`,
  'screen.pause': 'Arrêter les pages',
  'screen.qr': str`Code QR pour participer avec ${0}`,
  'screen.resume': 'Tourner les pages',
  'screen.time-left': 'Temps restant',
  'screen.voting': 'Le vote est ouvert',
  'screen.watching': str`${0} spectateurs`,
  'screen.watching.one': str`${0} spectateur`,
};
