// The French of editing options, criteria and facts in place.
import { str } from '@lit/localize';

export const editing = {
  'editing.name': 'Nom',
  'editing.summary': 'En quelques mots',
  'editing.link': 'Lien',
  'editing.description': 'Ce que l’on juge',
  'editing.low': '0 signifie',
  'editing.high': '5 signifie',
  'editing.weight': 'Poids',
  'editing.weight-of': str`Poids : ${0}`,
  'editing.less-weight': str`Moins de poids : ${0}`,
  'editing.more-weight': str`Plus de poids : ${0}`,
  'editing.new-criterion': 'le nouveau critère',
  'editing.must-have': 'Seuil exigé',
  'editing.no-must-have': 'aucun',
  'editing.at-least': str`au moins ${0}`,
  'editing.must-have-hint':
    'Une option dont la moyenne passe sous le seuil exigé est éliminée, et la raison reste visible.',
  'editing.frozen-hint': 'Le tour en cours garde les poids de son ouverture.',
  'editing.add-option': 'Ajouter une option',
  'editing.add-criterion': 'Ajouter un critère',
  'editing.edit': str`Modifier ${0}`,
  'editing.add': 'Ajouter',
  'editing.save': 'Enregistrer',
  'editing.cancel': 'Annuler',
  'editing.remove': 'Retirer',
  'editing.place': str`Place ${0} sur ${1}`,
  'editing.earlier': 'Avancer d’une place',
  'editing.later': 'Reculer d’une place',
  'editing.removed': str`Retirés : ${0}`,
  'editing.restore': 'Rétablir',
  'editing.restore-named': str`Rétablir ${0}`,
  'editing.nothing-yet': 'Encore rien à comparer',
  'editing.no-options': 'Encore aucune option',
  'editing.no-criteria': 'Encore aucun critère',
  'editing.empty-hint':
    'Ajoutez les options entre lesquelles vous choisissez et les critères selon lesquels vous les jugez. Tout se modifie à tout moment.',
  'editing.empty-wait':
    'L’animation prépare encore les options et les critères. Ils apparaissent ici au fur et à mesure.',
};
