// The French of the pictures of a board.
import { str } from '@lit/localize';

export const pictures = {
  'pictures.heading': 'Images',
  'pictures.which': 'Image',
  'pictures.colours': 'Couleurs',
  'pictures.light': 'clair',
  'pictures.dark': 'sombre',
  'pictures.preview': 'Aperçu',
  'pictures.svg': 'Enregistrer en SVG',
  'pictures.png': 'Enregistrer en PNG',
  'pictures.copy': 'Copier l’image',
  'pictures.copied': 'Image copiée. Collez-la dans la discussion.',
  'pictures.failed': 'Ce navigateur ne l’a pas cédée. Enregistrez-la plutôt dans un fichier.',
  'pictures.none': 'Il y aura une image dès qu’un résultat sera connu.',
  'pictures.summary': 'Résumé pour une discussion',
  'pictures.results': 'Résultat',
  'pictures.matrix': 'Matrice des moyennes',
  'pictures.weights': 'Poids et points de bascule',
  'pictures.duels': 'Face à face',
  'pictures.duels-said': 'Combien préfèrent la ligne à la colonne ; teinté où la ligne l’emporte.',
  'pictures.turnout': str`${0} votes sur ${1}`,
  'pictures.means': 'Moyennes des notes, de 0 à 5.',
  'pictures.means-divided': 'Moyennes des notes, de 0 à 5. Encadré : l’équipe est partagée.',
  'pictures.tips': str`${0} : ${1} en tête`,
  'pictures.tips-dashed': 'En tirets : la part à laquelle une autre option passerait en tête.',
};
