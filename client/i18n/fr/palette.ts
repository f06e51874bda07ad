// The French of the palette that finds and does.
import { str } from '@lit/localize';

export const palette = {
  'palette.heading': 'Trouver ou faire',
  'palette.what': 'Une option, un critère, une remarque, une vue, une action',
  'palette.found': 'Trouvé',
  'palette.found-one': str`${0} trouvé`,
  'palette.found-other': str`${0} trouvés`,
  'palette.none': 'Rien sur ce tableau ne contient tous ces mots.',
  'palette.view': 'vue',
  'palette.action': 'action',
  'palette.option': 'option',
  'palette.criterion': 'critère',
  'palette.cell': 'case',
  'palette.note': 'remarque',
  'palette.export-json': 'Exporter en JSON',
  'palette.export-csv': 'Exporter en CSV',
  'palette.export-md': 'Exporter en Markdown',
  'palette.export-record': 'Exporter le compte rendu de décision',
  'palette.open-round': 'Ouvrir un tour…',
  'palette.decide': 'Consigner la décision',
  'palette.next': 'Aller à la prochaine case non notée',
  'palette.screen': 'Afficher sur grand écran',
  'palette.print': 'Imprimer cette vue',
  'palette.note-on': str`${0}, ${1}`,
  'board.key-palette': 'trouver ou faire quelque chose',
  'board.find': 'Trouver ou faire…',
};
