// French of recording the ballot of somebody without a device.
import { str } from '@lit/localize';

export const recording = {
  'people.recording-for': str`Vous saisissez pour ${0}.`,
  'people.own-stays': 'Votre propre bulletin ne change pas.',
  'people.ballot-of': str`Bulletin de ${0}`,
  'people.recorded-scores': str`Des notes de ${0} ont déjà été saisies et ne sont pas montrées ici ; celles que vous donnez les remplacent.`,
  'people.recorded-before': str`Un bulletin de ${0} a déjà été saisi et n’est pas montré ici ; celui que vous donnez le remplace.`,
  'people.round-closed': 'Le tour est fermé : plus rien n’est saisi.',
};
