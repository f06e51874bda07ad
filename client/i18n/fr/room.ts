// The French of running a meeting: its agenda, its clock, being led, hands and wishes.
import { str } from '@lit/localize';

export const room = {
  'history.agenda': 'Ordre du jour modifié',
  'history.timer-started': str`Minuteur lancé : ${0}`,
  'history.item-started': str`${0} : ${1}`,
  'history.timer-extended': str`Minuteur : ${0} de plus`,
  'history.timer-stopped': 'Minuteur arrêté',
  'history.brought': str`Tout le monde amené à : ${0}`,
  'history.released': 'Chacun est libre de circuler',
  'history.facilitates': str`${0} anime aussi`,
  'history.facilitates-no-longer': str`${0} n’anime plus`,
};
