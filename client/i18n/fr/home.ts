// The French of the home page, the app and the dialogs' frame.
export const home = {
  'dialog.close': 'Fermer',
};
