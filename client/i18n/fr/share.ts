// The French of sharing a board.
export const share = {
  'share.copy': 'Copier',
  'share.copied': 'Copié',
  'share.selected': 'Le texte est sélectionné : copiez-le avec Ctrl+C, ou ⌘C sur un Mac.',
  'share.link-copied': 'Lien copié. Il s’ouvre pour qui est sur le tableau.',
  'share.link-by-hand': 'Copiez ce lien à la main :',
  'share.link': 'Lien',
};
