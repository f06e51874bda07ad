// The editors of options and criteria; fetched for whoever may edit.
import './criterion-editor.ts';
import './option-editor.ts';
