// French of the list of people, and of recording the ballot of somebody without a device.
import { str } from '@lit/localize';

export const peopleRows = {
  'people.manage': str`Ce que peut faire ${0}`,
  'people.make-facilitator': 'Confier l’animation',
  'people.make-voter': 'Rendre simple votant',
  'people.remove': 'Retirer…',
  'people.remove-about': str`Retirer ${0} ? Son bulletin quitte le tour ouvert ; ses remarques restent.`,
  'people.remove-now': 'Retirer',
  'people.keep': 'Garder',
  'people.add-guest': 'Ajouter quelqu’un sans appareil',
  'people.guest-name': 'Nom de la personne sans appareil',
  'people.guest-hint': 'Vous saisissez son bulletin à chaque tour, et vous le voyez donc. Il compte comme les autres.',
  'people.guest-add': 'Ajouter',
  'people.guest-done': 'C’est tout',
  'people.record': 'Saisir son bulletin…',
  'people.record-of': str`Saisir le bulletin de ${0}…`,
  'people.one-writes': str`${0} écrit…`,
  'people.two-write': str`${0} et ${1} écrivent…`,
  'people.many-write': str`${0} personnes écrivent…`,
  'people.recording-for': str`Vous saisissez pour ${0}.`,
  'people.own-stays': 'Votre propre bulletin ne change pas.',
  'people.ballot-of': str`Bulletin de ${0}`,
  'people.recorded-scores': str`Des notes de ${0} ont déjà été saisies et ne sont pas montrées ici ; celles que vous donnez les remplacent.`,
  'people.recorded-before': str`Un bulletin de ${0} a déjà été saisi et n’est pas montré ici ; celui que vous donnez le remplace.`,
  'people.round-closed': 'Le tour est fermé : plus rien n’est saisi.',
};
