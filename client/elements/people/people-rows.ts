// What the list of people is made of; fetched when the list is opened for the first time.
import './add-guest.ts';
import './member-row.ts';
