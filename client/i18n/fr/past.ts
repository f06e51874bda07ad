// The French of boards made from other boards: duplicates, and questions asked again.
import { str } from '@lit/localize';

export const past = {
  'past.copy': 'Dupliquer ce tableau…',
  'past.copy-heading': 'Dupliquer ce tableau',
  'past.copy-for': 'Pour quoi faire',
  'past.duplicate': 'Un double',
  'past.duplicate-short': 'Dupliquer',
  'past.duplicate-named': str`Dupliquer ${0}`,
  'past.duplicate-hint':
    'Les options, les faits, les critères avec leurs poids et l’ordre du jour ; les votes de personne.',
  'past.redecide': 'Décider à nouveau',
  'past.redecide-hint':
    'Les anciens résultats et l’ancienne décision suivent, pour mettre l’ancien en face du nouveau.',
  'past.copy-title': 'Titre du nouveau tableau',
  'past.copy-notes': 'Avec ses remarques, sans les noms de leurs auteurs',
  'past.copy-make': 'Créer le nouveau tableau',
  'past.copy-away': 'Le serveur ne répond pas. Réessayez quand vous serez en ligne.',
  'past.copy-failed': 'Le tableau n’a pas pu être dupliqué. Réessayez dans un instant.',
  'past.before': 'Ce qui avait été décidé',
  'past.decided': str`Déjà décidé : ${0}, ${1} le ${2}`,
  'past.undecided': str`Question déjà posée, et non tranchée lors de la copie le ${0}`,
  'past.none': 'aucune des options',
  'past.review': str`à revoir le ${0}`,
  'past.old-scores': 'les notes affichées sont les anciennes jusqu’à l’ouverture d’un nouveau tour',
  'past.why': 'Pourquoi à l’époque',
  'past.there': 'Vers ce tableau',
  'past.mark': 'Marquer l’ancienne décision comme remplacée',
  'past.marked': 'L’ancienne décision est marquée comme remplacée.',
  'past.mark-failed': 'Elle n’a pas pu être marquée.',
  'past.supersede': 'Marquer l’ancienne décision comme remplacée une fois celle-ci acceptée',
  'past.facilitator': 'Animation',
  'past.old-new': str`L’ancien face au nouveau : ce qui a changé depuis le ${0}`,
  'past.import-redecide':
    'Décider à nouveau : un nouveau vote, avec en face les anciens résultats et l’ancienne décision',
};
