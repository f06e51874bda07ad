// The French of sharing a board, which come later than a first visit.
import { str } from '@lit/localize';

export const shareLater = {
  'share.replace': 'Remplacer ce lien…',
  'share.replace-facilitator':
    'Les trois liens deviennent nouveaux : les anciens n’ouvrent plus rien. Gardez le nouveau lien d’animation : sans lui, personne ne pourra plus en remplacer.',
  'share.replace-voter': 'Les liens de vote et de spectateur deviennent nouveaux : les anciens n’ouvrent plus rien.',
  'share.replace-watcher': 'Le lien de spectateur devient nouveau : qui regarde grâce à l’ancien est coupé.',
  'share.replace-members':
    'Les membres déjà présents restent : retirez-les, ou changez leur rôle, s’ils ne doivent pas rester.',
  'share.replace-now': 'Remplacer',
  'share.replace-keep': 'Le garder tel quel',
  'share.replacing': 'Remplacement…',
  'share.replaced': 'Remplacé : transmettez le nouveau lien.',
  'share.replace-failed': 'Le lien n’a pas été remplacé, ou la réponse s’est perdue. Réessayez.',
  'share.heading': 'Partager ce tableau',
  'share.scan': 'Scannez, ou ouvrez',
  'share.enter': 'et saisissez',
  'share.code': 'Le code de ce tableau',
  'share.qr': str`Code QR qui ouvre ce tableau, ${0}`,
  'share.code-voter': 'Avec ce code, on rejoint le tableau pour voter.',
  'share.code-watcher': 'Avec ce code, on peut regarder.',
  'share.code-closed': 'Le code est fermé : seuls les liens ci-dessous ouvrent ce tableau.',
  'share.facilitator': 'Animation',
  'share.facilitator-allows':
    'Mène la réunion : modifie le tableau, ouvre, ferme et révèle les tours. Pour les seules personnes qui animent.',
  'share.voter': 'Vote',
  'share.voter-allows': 'Vote et écrit des notes, après avoir donné un nom.',
  'share.watcher': 'Spectateur',
  'share.watcher-allows': 'Voit ce que tout le monde voit et ne modifie rien. Aucun nom n’est demandé.',
  'share.link-of': str`le lien du rôle ${0}`,
  'share.phone': 'Continuer sur votre téléphone',
  'share.phone-about': 'Votre téléphone devient la même personne que ce navigateur, avec le même bulletin.',
  'share.phone-show': 'Afficher mon code personnel',
  'share.phone-hide': 'Masquer',
  'share.personal-qr': 'Votre code QR personnel',
  'share.personal-link': 'votre lien personnel',
  'share.personal-warning':
    'Ce code, c’est vous : qui le scanne vote et écrit en votre nom. Ne le montrez pas sur un écran partagé.',
  'share.copy-link': 'Copier le lien',
};
