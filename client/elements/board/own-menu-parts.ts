// What one's own menu holds beside buttons; fetched when the menu is opened for the first time.
import '../home/language-switch.ts';
import './own-receipts.ts';
