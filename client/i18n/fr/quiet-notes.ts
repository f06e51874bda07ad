// The French of writing silently and of redacting.
export const quietNotes = {
  'silent.legend': 'Remarques pendant le tour',
  'silent.off': 'Vues aussitôt',
  'silent.unsigned': 'En silence, sans nom',
  'silent.signed': 'En silence, signées',
  'silent.rule-off': 'Chaque remarque est vue de tous dès qu’elle est écrite.',
  'silent.rule-signed':
    'On peut écrire des remarques en silence : personne ne les voit avant la révélation, puis elles paraissent avec le nom de qui les a écrites.',
  'silent.rule-unsigned':
    'On peut écrire des remarques en silence : personne ne les voit avant la révélation, puis elles paraissent sans nom. Qui les a écrites est oublié à la clôture du tour.',
};
