// The French of the record.
import { str } from '@lit/localize';

export const record = {
  'palette.export-review': 'Ajouter la date de revue à un agenda',
  'record.name': 'Le relevé de décision',
  'record.status': 'Statut',
  'record.date': 'Date',
  'record.undecided': 'Rien n’est encore décidé',
  'record.calendar': 'Ajouter à un agenda',
  'record.one-writes': str`${0} écrit ici`,
  'record.more-write': str`${0} de plus`,
  'record.many-write': str`${0} écrivent ici`,
  'record.others': str`Aussi ici : ${0}`,
  'record.copy': 'Copier en Markdown',
  'record.copied': 'Copié.',
  'record.not-copied': 'La copie n’a pas abouti.',
  'record.download': 'Télécharger',
  'record.print': 'Imprimer',
  'record.no-editor': 'L’éditeur n’a pas pu être chargé. Réessayez quand la ligne sera revenue.',
  'record.too-much': 'C’était trop long pour être collé d’un coup. Collez-le par morceaux.',
  'record.start': 'Partir des mots du tableau',
  'record.signed': str`Ligne signée ${0}`,
  'record.unsigned': 'Ligne non signée',
  'record.done': 'Terminé',
  'record.write': 'Écrire',
  'record.write-part': str`Écrire : ${0}`,
  'record.nothing': 'Rien d’écrit pour l’instant.',
  'record.failed': 'Le relevé n’a pas pu être chargé.',
  'record.full':
    'Le relevé est plein. Ce que vous avez écrit en dernier est gardé ici jusqu’à ce que quelque chose en soit retiré.',
  'record.refused':
    'Le serveur n’a pas accepté ce que vous avez écrit en dernier. C’est gardé sur cette page : copiez-le avant de partir.',
  'record.offline':
    'Hors ligne. Ce que vous écrivez est gardé ici et rejoindra ce que les autres ont écrit au retour de la ligne.',
  'record.offline-reading': 'Hors ligne. Ce que les autres écrivent arrivera au retour de la ligne.',
  'record.loading': 'Chargement du relevé…',
  'record.saving': 'Enregistrement…',
  'record.saved': 'Enregistré. Tous les membres du tableau peuvent écrire.',
};
